using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>What could be meant while a parameter is typed: the decisions that run, by number and title; the words that it takes.</summary>
internal static class Completions
{
    private const int Most = 25;
    private const int Longest = 100;

    public static IReadOnlyList<Completion> For(Unfinished unfinished, ICatalogue catalogue, CollectiveView view)
    {
        var parameter = catalogue.Commands.FirstOrDefault(command => command.Name.En == unfinished.Command)?.Parameters.FirstOrDefault(one => one.Key == unfinished.Parameter);
        var language = unfinished.From.Language is { } reads && Localized.Languages.Contains(reads) ? reads : view.Language;
        var all = parameter switch
        {
            { Kind: ParameterKind.Number or ParameterKind.Part } => view.Decisions.Where(decision => decision.IsRunning).Select(decision => new Completion(
                Short($"{decision.Number} · {Shown.Of(TitleWords.Of(decision, language))}"), decision.Number.ToString(CultureInfo.InvariantCulture))),
            { Kind: ParameterKind.OneOf } => parameter.Alternatives.Select(one => new Completion(one.Name.In(language), one.Name.In(language))),
            _ => [],
        };
        var wanted = TypedText.Loose(unfinished.Typed);
        return [.. all.Where(one => TypedText.Loose(one.Label).Contains(wanted, StringComparison.Ordinal)).Take(Most)];
    }

    private static readonly PlainText Shown = new("/", static typed => typed, buttons: false);

    private static string Short(string label) => label.Length <= Longest ? label : string.Concat(label.AsSpan(0, Longest - 1), "…");
}
