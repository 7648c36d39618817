namespace CivicBot.StandIns.Telegram;

/// <summary>A chat: a group, or somebody's private chat with the bot. What people do in it, and what stands there.</summary>
public sealed class TelegramRoom
{
    private readonly World _world;

    internal TelegramRoom(World world, long id, string title, string type)
    {
        _world = world;
        (Id, Title, Type) = (id, title, type);
    }

    public long Id { get; internal set; }

    public string Title { get; }

    /// <summary><c>private</c>, <c>group</c> or <c>supergroup</c>.</summary>
    public string Type { get; }

    /// <summary>What everyone there sees now, in order.</summary>
    public IReadOnlyList<TelegramMessage> Messages => _world.Locked(() => All.Where(message => message is { Only: null, IsDeleted: false }).ToArray());

    /// <summary>What the bot said there, for everyone, and nobody deleted.</summary>
    public IEnumerable<TelegramMessage> FromBot => Messages.Where(message => message.From is null);

    internal TelegramPerson? Owner { get; init; }

    internal List<TelegramMessage> All { get; } = [];

    internal Dictionary<long, Seat> Seats { get; } = [];

    internal string BotStatus { get; set; } = "left";

    internal string? PublicName { get; set; }

    internal bool IsLinked { get; set; }

    internal bool IsSilenced { get; set; }

    internal bool OtherBotWroteLast { get; set; }

    internal long? MovedTo { get; set; }

    internal HashSet<int> Topics { get; } = [];

    internal int Last { get; set; }

    /// <summary>Says something. Ends when the bot has taken it; at once where it does not reach the bot.</summary>
    /// <param name="mentioned">Persons without an @name, by the words that mention them.</param>
    public Task<TelegramMessage> Says(TelegramPerson who, string text, TelegramMessage? replyTo = null, int? topic = null, params IReadOnlyList<(string Words, TelegramPerson Person)> mentioned) =>
        _world.Say(new Saying(this, who, text) { ReplyTo = replyTo, Topic = topic, Mentioned = mentioned });

    /// <summary>Types a command of the menu that only the bot gets to see.</summary>
    public Task<TelegramMessage> Whispers(TelegramPerson who, string text, TelegramMessage? replyTo = null) =>
        _world.Say(new Saying(this, who, text) { Whispered = true, ReplyTo = replyTo });

    /// <summary>Says something as the group itself, as an anonymous admin does.</summary>
    public Task<TelegramMessage> SaysAnonymously(TelegramPerson who, string text) => _world.Say(new Saying(this, who, text) { Anonymous = true });

    /// <summary>Passes on what somebody said elsewhere.</summary>
    public Task<TelegramMessage> Forwards(TelegramPerson who, string text) => _world.Say(new Saying(this, who, text) { Forwarded = true });

    /// <summary>Another bot says something: from now on bare commands are its.</summary>
    public void OtherBotSays() => OtherBotWroteLast = true;

    /// <summary>Makes it a public group, in which strangers can act.</summary>
    public TelegramRoom IsPublicAs(string handle)
    {
        PublicName = handle;
        return this;
    }

    /// <summary>A channel is discussed in it.</summary>
    public TelegramRoom IsLinkedToAChannel()
    {
        IsLinked = true;
        return this;
    }

    /// <summary>Opens a topic.</summary>
    public int OpensTopic()
    {
        Topics.Add(++Last);
        return Last;
    }

    /// <summary>Its topic is deleted with all that stands in it.</summary>
    public void DeletesTopic(int topic) => Topics.Remove(topic);

    public void Deletes(TelegramMessage message) => _world.Locked(() => message.IsDeleted = true);

    /// <summary>The bot may read there and no longer write.</summary>
    public void Silences(bool silent = true) => IsSilenced = silent;

    /// <summary>Somebody comes in.</summary>
    public void Joins(TelegramPerson who) => _world.Locked(() => Seats[who.Id] = new Seat(who, "member"));

    public void MakesAdmin(TelegramPerson who, bool anonymous = false) => Seats[who.Id] = new Seat(who, "administrator", anonymous);

    /// <summary>The bot becomes an admin: it sees every line, and may ask who is who.</summary>
    public Task MakesBotAdmin() => _world.BotBecomes(this, "administrator");

    /// <summary>The bot is added to the group.</summary>
    public Task AddsBot() => _world.BotBecomes(this, "member");

    /// <summary>The bot is sent away.</summary>
    public Task SendsBotAway() => _world.BotBecomes(this, "kicked");

    /// <summary>Somebody leaves, or is made to. To admins it is told twice.</summary>
    public Task Loses(TelegramPerson who) => _world.Leave(this, who);

    /// <summary>The group becomes a supergroup, by a new id; the old one is dead from now on.</summary>
    public async Task<TelegramRoom> BecomesSupergroup(bool told = true)
    {
        var next = _world.Grow(this);
        if (told) await _world.TellGrowth(this, next);
        return next;
    }
}

/// <summary>Somebody's place in a group.</summary>
internal sealed record Seat(TelegramPerson Who, string Status, bool Anonymous = false);

/// <summary>A line on its way.</summary>
internal sealed record Saying(TelegramRoom Room, TelegramPerson Who, string Text)
{
    public TelegramMessage? ReplyTo { get; init; }

    public int? Topic { get; init; }

    public IReadOnlyList<(string Words, TelegramPerson Person)> Mentioned { get; init; } = [];

    public bool Whispered { get; init; }

    public bool Anonymous { get; init; }

    public bool Forwarded { get; init; }
}
