using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>Puts lines together.</summary>
public static class Lines
{
    /// <summary>Sentences behind each other; one that is null is left out.</summary>
    public static Line Sentences(params IEnumerable<Line?> sentences) => Join(" ", sentences.OfType<Line>());

    /// <summary>Things in a row, separated.</summary>
    public static Line Join(string separator, IEnumerable<Line> things) =>
        new([.. things.SelectMany((thing, index) => index == 0 ? thing.Pieces : [new Inline.Words(separator), .. thing.Pieces])]);

    /// <summary>“Park, Café and Online”: as a sentence names them.</summary>
    public static Line And(string language, IReadOnlyList<Line> things) => things.Count < 2
        ? Join("", things)
        : Join(SdkTexts.All.Words(language, "and"), [Join(", ", things.Take(things.Count - 1)), things[^1]]);
}
