using CivicBot.Chat;
using CivicBot.Sdk;
using NodaTime;

namespace CivicBot.Commons;

/// <summary>Name the collective, and set its language and time zone: <c>/found "Garden" timezone:Europe/Paris language:fr</c>.</summary>
internal static class Found
{
    public static Command Command { get; } = new(
        CommonsTexts.All.Command("found",
            CommonsTexts.All.Parameter("name", ParameterKind.Text) with { Positional = true },
            CommonsTexts.All.Parameter("timezone", ParameterKind.Text),
            CommonsTexts.All.Parameter("language", ParameterKind.OneOf, [.. Language.Alternatives])) with { Founds = true, Anywhere = true, PrivateReply = false },
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        string? zone = null;
        if (asked.Has("timezone"))
        {
            var typed = asked.Text("timezone");
            zone = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase));
            if (zone is null) return new Answer.Refuse(NoSuchZone(typed, asked));
        }
        var bare = !asked.Has("name") && zone is null && !asked.Has("language");
        if (bare && view.IsFounded)
        {
            return new Answer.Show(Document.Of(Lines.Sentences(Said(view, "found.is", asked.Language), CommonsTexts.All.Line(asked.Language, "found.how"))));
        }

        // The first words decide which language the cards speak, until somebody says otherwise.
        var language = asked.Has("language") ? asked.Text("language") : view.IsFounded ? null : asked.Language;
        return new Answer.Submit(new Core.Found(asked.Has("name") ? asked.Text("name") : null, language, zone), accepted =>
            Document.Of(Lines.Sentences(Said(accepted.View, "found.done", accepted.View.Language), CommonsTexts.All.Line(accepted.View.Language, "found.next"))));
    }

    private static Line Said(CollectiveView view, string key, string language) => CommonsTexts.All.Line(language, key,
        ("name", WrittenWords.Of(view.Name, language)),
        ("language", new Inline.Words(CommonsTexts.All.Words(language, $"speaks.{view.Language}"))),
        ("zone", new Inline.Words(view.TimeZone)));

    private static Document NoSuchZone(string typed, Asked asked)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        // People type the city alone, more often than not: “paris”.
        var near = ids.FirstOrDefault(id => id.EndsWith("/" + typed.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase))
            ?? NearSpelling.Of(typed, ids) ?? NearSpelling.Of(typed, ids.Select(id => id.Split('/')[^1]).Distinct()) switch
            {
                { } city => ids.First(id => id.Split('/')[^1] == city),
                null => null,
            };
        var line = $"{Command.Description.Name.In(asked.Language)} {(asked.Has("name") ? TypedList.Word(asked.Text("name")) + " " : "")}"
            + $"{CommonsTexts.All.Words(asked.Language, "param.timezone")}:{near ?? "Europe/Paris"}";
        return Document.Of(CommonsTexts.All.Line(asked.Language, near is null ? "found.no-such-zone" : "found.no-such-zone.near",
            ("typed", typed), ("near", new Inline.Words(near ?? "")), ("again", new Inline.Command(line))));
    }
}
