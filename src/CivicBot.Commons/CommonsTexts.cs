using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The texts of these commands.</summary>
internal static class CommonsTexts
{
    public static Texts All { get; } = Texts.Of(typeof(CommonsTexts).Assembly);

    /// <summary>The number of a decision, which most commands begin with.</summary>
    public static Parameter Decision { get; } = All.Parameter("decision", ParameterKind.Number) with { Required = true, Positional = true };

    /// <summary>The same where a part of it may be meant: <c>7.1</c>.</summary>
    public static Parameter DecisionOrPart { get; } = Decision with { Kind = ParameterKind.Part };

    /// <summary>A number is missing: ask which one, naming what runs.</summary>
    public static Answer WhichOne(Asked asked, CollectiveView view)
    {
        var running = view.Decisions.Where(decision => decision.IsRunning).ToList();
        var name = view.Commands.FirstOrDefault(command => command.Name.En == asked.Command)?.Name.In(asked.Language) ?? asked.Command;
        return new Answer.Refuse(running.Count == 0
            ? Document.Of(All.Line(asked.Language, "which.none"))
            : new Document(
                new Part.Text(All.Line(asked.Language, "which")),
                new Part.Facts([.. running.Select(decision => All.Line(asked.Language, "which.item", decision,
                    ("title", TitleWords.Of(decision, asked.Language)), ("command", new Inline.Command($"{name} {decision.Number}"))))])));
    }
}
