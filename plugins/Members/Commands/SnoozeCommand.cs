using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>No messages that I did not ask for, for a while: <c>/snooze 30d</c>, <c>/snooze off</c>. Kept privately; what I entrust goes on working.</summary>
internal static class SnoozeCommand
{
    public static Command Command { get; } = new(
        MembersTexts.All.Command("snooze", MembersTexts.All.Parameter("until", ParameterKind.Rest) with { Positional = true }) with { Anywhere = true }, Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var typed = asked.Text("until").Trim();
        if (typed.Length == 0)
        {
            return new Answer.Show(Document.Of(view.SnoozedUntil is { } set
                ? MembersTexts.All.Line(language, "snooze.is", ("until", view.Clock.Until(set, asked.At, language)))
                : MembersTexts.All.Line(language, "snooze.how")));
        }
        if (Localized.Languages.SelectMany(one => MembersTexts.All.Words(one, "snooze.off.words").Split(' ')).Any(word => TypedText.Loose(word) == TypedText.Loose(typed)))
        {
            return new Answer.Prefer(CollectiveView.Snooze, null, Document.Of(MembersTexts.All.Line(language, "snooze.off")));
        }
        var read = view.Clock.Read(typed, asked.At);
        if (read is not ReadTime.At { Moment: var until })
        {
            return new Answer.Refuse(TimeTexts.Of((ReadTime.Unclear)read, language, time => $"{Command.Description.Name.In(language)} {time}"));
        }
        return new Answer.Prefer(CollectiveView.Snooze, until.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Document.Of(MembersTexts.All.Line(language, "snooze.done", ("until", view.Clock.Until(until, asked.At, language)))));
    }
}
