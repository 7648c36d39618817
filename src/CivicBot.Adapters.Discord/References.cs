namespace CivicBot.Adapters.Discord;

/// <summary>What the host keeps for us and hands back: what somebody did, or a message of ours.</summary>
internal abstract record Reference
{
    private Reference()
    {
    }

    /// <summary>A command, click or form, which can be answered for 15 minutes.</summary>
    /// <param name="Redraws">The first answer said that the message with the button will be redrawn.</param>
    public sealed record Asked(string Id, string Token, string Channel, bool Redraws) : Reference
    {
        public override string ToString() => $"i/{Id}/{Channel}/{(Redraws ? 'u' : 'p')}/{Token}";
    }

    /// <summary>A line that somebody typed.</summary>
    public sealed record Typed(string Channel, string Message) : Reference
    {
        public override string ToString() => $"l/{Channel}/{Message}";
    }

    /// <summary>A message of ours.</summary>
    public sealed record Ours(string Channel, string Message) : Reference
    {
        public override string ToString() => $"m/{Channel}/{Message}";
    }

    /// <returns>Null if it is none of ours.</returns>
    public static Reference? Read(string? text) => text?.Split('/', 5) switch
    {
        ["i", var id, var channel, var how, var token] => new Asked(id, token, channel, how == "u"),
        ["l", var channel, var message] => new Typed(channel, message),
        ["m", var channel, var message] => new Ours(channel, message),
        _ => null,
    };
}
