using System.Text.RegularExpressions;
using CivicBot.Chat;

namespace CivicBot.EndToEnd.Stories;

/// <summary>What a story comes to for those who live it: the results in the room, and what each was told in private without having asked.</summary>
internal static partial class WhatWasTold
{
    private static readonly PlainText Plain = new("/", typed => typed, buttons: true, files: false);
    private static readonly PlainText OnMatrix = new("!", typed => typed, buttons: false, files: false);

    /// <summary>In the order in which they were told.</summary>
    public static IReadOnlyList<string> Results(IEnumerable<Delivery> delivered) =>
        [.. delivered.Where(one => one is { Purpose: Purpose.Result, To: Destination.ToRoom }).Select(one => Words(one.Document))];

    /// <summary>By whom they are for, and for each in the order in which they were told.</summary>
    public static IReadOnlyList<string> Messages(IEnumerable<Delivery> delivered) =>
        [.. delivered.Where(one => one.To is Destination.ToMember).Select(one => (((Destination.ToMember)one.To).Name, Words: Words(one.Document)))
            .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name}: {one.Words}")];

    /// <summary>The lines of a document that a message on Matrix must have, whatever widgets stand between them.</summary>
    public static IEnumerable<string> LinesOf(Document document) =>
        OnMatrix.Lines(new Document([.. document.Parts.Where(part => part is Part.Heading or Part.Text or Part.Facts or Part.Note or Part.Tally { Items.Count: > 0 })]));

    /// <summary>As anybody reads it, without what is different each time: codes and hashes, how much stood in the ledger, what a lot decided.</summary>
    private static string Words(Document document)
    {
        var lines = Plain.Lines(new Document([.. document.Parts.Where(part => part is not Part.Note note || !Proves(note))]));
        var words = string.Join('\n', lines.Select(line => Peers().Replace(line, drawn => string.Join(", ", drawn.Value.Split(", ").Order(StringComparer.Ordinal)))));
        foreach (var level in Lot().Match(words).Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)) words = words.Replace(level, "LEVEL", StringComparison.Ordinal);
        return Code().Replace(words, "CODE");
    }

    private static bool Proves(Part.Note note) => note.Line.Pieces.Any(piece => piece is Inline.Code { Text.Length: 16 });

    /// <summary>What was level, as the lot put it in order.</summary>
    [GeneratedRegex(@"(?<=(in this order|rangés ainsi)\s?: )[^.]+")]
    private static partial Regex Lot();

    /// <summary>What peers, as they were drawn, said of an objection: <c>1.1: carol …, bo …, eve …</c></summary>
    [GeneratedRegex(@"(?<=^ +\d+\.\d+\s?: ).*")]
    private static partial Regex Peers();

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}|[0-9a-f]{8,}")]
    private static partial Regex Code();
}
