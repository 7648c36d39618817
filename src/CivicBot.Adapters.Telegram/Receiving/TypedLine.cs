using CivicBot.Adapters.Telegram.Sending;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>What a message says to us, without the ways of addressing us.</summary>
/// <param name="Text">Without prefix and @name.</param>
/// <param name="Command">It wants an answer.</param>
internal readonly record struct TypedLine(string Text, bool Command)
{
    /// <param name="bot">Our @name, without the @.</param>
    /// <returns>Null: it is another bot's.</returns>
    public static TypedLine? Read(string text, string bot)
    {
        var line = TelegramText.Unmarked(text).Trim();
        if (line.StartsWith('@') && line.AsSpan(1).StartsWith(bot, StringComparison.OrdinalIgnoreCase) && IsEnd(line, bot.Length + 1))
        {
            var rest = line[(bot.Length + 1)..].TrimStart(':', ',', ' ', '\n');
            return rest.StartsWith('/') ? Read(rest, bot) : new TypedLine(rest, true);
        }

        if (line.Length < 2 || line[0] != '/' || !char.IsLetter(line[1])) return new TypedLine(line, false);
        var end = line.IndexOfAny([' ', '\n', '\t', '\u00A0']);
        var (word, arguments) = end < 0 ? (line[1..], "") : (line[1..end], line[end..]);
        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return new TypedLine(word + arguments, true);
        return word[(at + 1)..].Equals(bot, StringComparison.OrdinalIgnoreCase) ? new TypedLine(word[..at] + arguments, true) : null;
    }

    /// <summary>He came by a link of ours, or pressed Start.</summary>
    /// <returns>What the link carried, which may be nothing; null if it is another line.</returns>
    public string? Start() => !Command ? null
        : Text == "start" ? ""
        : Text.StartsWith("start ", StringComparison.Ordinal) ? Text["start ".Length..].Trim()
        : null;

    private static bool IsEnd(string line, int at) => at >= line.Length || line[at] is ':' or ',' || char.IsWhiteSpace(line[at]);
}
