using System.Globalization;

namespace CivicBot.Adapters.Telegram;

/// <summary>What the host keeps for us without reading it: a message of ours, or what somebody did that is to be answered. Their first word tells them apart.</summary>
internal abstract record Reference
{
    private Reference()
    {
    }

    /// <summary>A message of ours.</summary>
    public sealed record Ours(long Chat, int Message) : Reference
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ours/{Chat}/{Message}");
    }

    /// <summary>A line that somebody typed, for the chat to see.</summary>
    /// <param name="Reply">To a message of ours: he looks for the answer just there.</param>
    public sealed record Line(long Chat, int Message, bool Reply = false) : Reference
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Reply ? "reply" : "line")}/{Chat}/{Message}");
    }

    /// <summary>A line that nobody but us has seen. It can be answered in the same way for a few seconds.</summary>
    public sealed record Whisper(int Id, DateTimeOffset At) : Reference
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"whisper/{At.ToUnixTimeSeconds()}/{Id}");
    }

    /// <summary>A press on a button. It can be answered once.</summary>
    public sealed record Click(string Query, DateTimeOffset At) : Reference
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"click/{At.ToUnixTimeSeconds()}/{Query}");
    }

    /// <returns>Null if it is none of these.</returns>
    public static Reference? Read(string? text) => text?.Split('/', 3) switch
    {
        ["ours", var chat, var message] when Long(chat) is { } c && Int(message) is { } m => new Ours(c, m),
        [("line" or "reply") and var how, var chat, var message] when Long(chat) is { } c && Int(message) is { } m => new Line(c, m, how == "reply"),
        ["whisper", var at, var id] when Long(at) is { } when && Int(id) is { } i => new Whisper(i, DateTimeOffset.FromUnixTimeSeconds(when)),
        ["click", var at, var query] when Long(at) is { } when => new Click(query, DateTimeOffset.FromUnixTimeSeconds(when)),
        _ => null,
    };

    private static long? Long(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Int(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
