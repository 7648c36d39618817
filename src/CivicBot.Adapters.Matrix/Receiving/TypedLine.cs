using System.Text;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>What a message says to us, without the ways of addressing us.</summary>
internal readonly record struct TypedLine(string Text, bool Command)
{
    /// <param name="reply">It answers another message, and may quote it.</param>
    /// <param name="inPrivate">Nobody else is there to be addressed.</param>
    /// <param name="names">What we are called: the full id, the display name.</param>
    public static TypedLine Read(string body, bool reply, bool inPrivate, params IReadOnlyList<string> names)
    {
        // Commands copied out of our own messages bring the isolates along that we put around typed text.
        var line = body.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        if (reply) line = WithoutQuote(line);
        line = line.Trim();
        var addressed = Addressed(line, names);
        var rest = addressed ?? line;
        if (HasPrefix(rest)) return new TypedLine(rest[1..], true);
        return new TypedLine(rest, inPrivate || addressed is not null);
    }

    /// <summary><c>!private</c>, in either language, which the adapter answers itself.</summary>
    /// <returns>The language it was said in; null if it is another line.</returns>
    public string? AsksForPrivacy()
    {
        if (!Command) return null;
        var end = Text.AsSpan().IndexOfAny(" \n\t");
        var word = (end < 0 ? Text : Text[..end]).Normalize(NormalizationForm.FormC);
        if (word.Equals("private", StringComparison.OrdinalIgnoreCase)) return "en";
        return word.Equals("privé", StringComparison.OrdinalIgnoreCase) || word.Equals("prive", StringComparison.OrdinalIgnoreCase) ? "fr" : null;
    }

    /// <summary>A letter follows, so that <c>!!</c> and <c>! really</c> stay words among people.</summary>
    private static bool HasPrefix(string line) => line.Length > 1 && line[0] == '!' && char.IsLetter(line[1]);

    private static string? Addressed(string line, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length == 0) continue;
            if (After(line, name) is { } rest) return rest;
            if (line.StartsWith('@') && After(line[1..], name) is { } behindAt) return behindAt;
        }

        // A mention as some clients write it into the plain text: [CivicBot](https://matrix.to/#/@civicbot:example.org)
        if (!line.StartsWith('[') || line.IndexOf("](https://matrix.to/#/", StringComparison.Ordinal) is not (> 0 and var middle)) return null;
        var end = line.IndexOf(')', middle);
        if (end < 0) return null;
        var target = Uri.UnescapeDataString(line[(middle + "](https://matrix.to/#/".Length)..end]);
        return names.Contains(target) ? Rest(line[(end + 1)..]) : null;
    }

    private static string? After(string line, string name) => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? Rest(line[name.Length..]) : null;

    private static string? Rest(string rest) =>
        rest.Length == 0 ? rest : rest[0] is ':' or ',' || char.IsWhiteSpace(rest[0]) ? rest.TrimStart(':', ',', ' ', '\u00A0', '\t', '\n').TrimEnd() : null;

    /// <summary>The quoted lines that clients put before a reply, for those who cannot show replies.</summary>
    private static string WithoutQuote(string body)
    {
        if (!body.StartsWith("> <", StringComparison.Ordinal) && !body.StartsWith("> * <", StringComparison.Ordinal)) return body;
        return string.Join('\n', body.Split('\n').SkipWhile(line => line.StartsWith('>')));
    }
}
