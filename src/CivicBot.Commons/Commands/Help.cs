using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Three steps to a first vote, and every command in a line; <c>/help poll</c> tells all about one.</summary>
internal static class Help
{
    public static Command Command { get; } = new(
        CommonsTexts.All.Command("help", CommonsTexts.All.Parameter("command", ParameterKind.Rest) with { Positional = true }) with { Anywhere = true }, Handle);

    private static IReadOnlyList<string> Steps { get; } = ["poll", "vote", "decision"];

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var typed = asked.Text("command").Trim().TrimStart('/', '!');
        if (typed.Length == 0) return new Answer.Show(Overview(view, asked.Language));
        var names = view.Commands.SelectMany(command => command.Name.All).Distinct().ToList();
        if (Find(view, typed) is { } found) return new Answer.Show(One(found, asked.Language));
        var near = NearSpelling.Of(typed, names) is { } name ? Find(view, name) : null;
        return new Answer.Refuse(Document.Of(near is null
            ? CommonsTexts.All.Line(asked.Language, "help.unknown", ("typed", typed))
            : CommonsTexts.All.Line(asked.Language, "help.unknown.near", ("typed", typed), ("near", new Inline.Words(near.Name.In(asked.Language))))));
    }

    private static CommandDescription? Find(CollectiveView view, string name) =>
        view.Commands.FirstOrDefault(command => command.Name.All.Any(known => TypedText.Loose(known) == TypedText.Loose(name)));

    private static Document Overview(CollectiveView view, string language)
    {
        // What can be asked depends on the plugins that are loaded.
        var steps = Steps.Select(name => view.Commands.FirstOrDefault(command => command.Name.En == name)).OfType<CommandDescription>()
            .Select((command, index) => CommonsTexts.All.Line(language, $"help.step.{command.Name.En}",
                ("step", index + 1), ("example", new Inline.Command(command.Example.In(language)))));
        return new Document(
            new Part.Text(CommonsTexts.All.Line(language, "help.what")),
            new Part.Facts([.. steps]),
            new Part.Text(CommonsTexts.All.Line(language, "help.commands")),
            new Part.Facts([.. view.Commands.Select(command => CommonsTexts.All.Line(language, "help.command",
                ("command", new Inline.Command(command.Name.In(language))), ("summary", new Inline.Words(command.Summary.In(language)))))]),
            new Part.Note(CommonsTexts.All.Line(language, "help.more")));
    }

    private static Document One(CommandDescription command, string language) => new(
        new Part.Text(CommonsTexts.All.Line(language, "help.command",
            ("command", new Inline.Command(command.Name.In(language))), ("summary", new Inline.Words(command.Summary.In(language))))),
        new Part.Facts([.. command.Parameters.Select(parameter => CommonsTexts.All.Line(language, parameter.Alternatives.Count > 0 ? "help.parameter.of" : "help.parameter",
            ("name", new Inline.Words(parameter.Name.In(language) + (parameter.Positional ? "" : ":"))),
            ("summary", new Inline.Words(parameter.Summary.In(language))),
            ("words", new Inline.Words(string.Join(" | ", parameter.Alternatives.Select(alternative => alternative.Name.In(language)))))))]),
        new Part.Text(CommonsTexts.All.Line(language, "help.for-instance", ("example", new Inline.Command(command.Example.In(language))))));
}
