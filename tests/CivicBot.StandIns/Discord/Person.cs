namespace CivicBot.StandIns.Discord;

/// <summary>Somebody with a client, who sees what Discord would show.</summary>
public sealed class Person
{
    private readonly DiscordStandIn _discord;

    internal Person(DiscordStandIn discord, string id, string name, string? language)
    {
        (_discord, Id, Name, Language) = (discord, id, name, language);
        Private = new Channel(discord, discord.NextId(), name, null, 1) { Other = this };
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>The client's language: <c>fr</c>, <c>en-US</c>.</summary>
    public string? Language { get; }

    /// <summary>May manage the server.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>Lets nobody write to him.</summary>
    public bool TakesNoMessages { get; set; }

    /// <summary>The conversation with the bot.</summary>
    public Channel Private { get; }

    /// <summary>All that he did with commands, buttons and forms, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _discord.ExchangesOf(this);

    /// <summary>The private answers that he got, in order, as they stand now.</summary>
    public IReadOnlyList<Message> Answers => [.. Exchanges.SelectMany(exchange => exchange.Answers)];

    /// <summary>Presses the button with that label, or picks that entry of a list.</summary>
    /// <returns>What came of it, once there is a first answer.</returns>
    public Task<Exchange> Presses(Message message, string label) => _discord.PressAsync(this, message, label);

    /// <summary>Sends a form off, with these values in its fields; the others stay as they were shown.</summary>
    public Task<Exchange> Fills(Exchange shown, params IEnumerable<(string Field, string Value)> values) => _discord.FillAsync(this, shown, values);
}
