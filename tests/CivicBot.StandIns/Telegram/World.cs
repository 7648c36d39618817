using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>All that Telegram knows: people, chats, messages, presses that wait for an answer, and what the bot has not been told yet.</summary>
internal sealed class World(TimeProvider time)
{
    public const long BotId = 4242;
    public const string BotName = "civicbot_bot";

    private readonly Lock _lock = new();
    private long _nextPerson = 100;
    private long _nextGroup = -5_000;
    private long _nextQuery = 1;
    private int _nextEphemeral;

    public TimeProvider Time => time;

    public Dictionary<long, TelegramPerson> People { get; } = [];

    public Dictionary<long, TelegramRoom> Rooms { get; } = [];

    public Dictionary<string, Pressing> Presses { get; } = [];

    public UpdateQueue Updates { get; } = new(time);

    public ConcurrentQueue<string> Violations { get; } = new();

    public Dictionary<string, IReadOnlyList<string>> Menus { get; } = [];

    public T Locked<T>(Func<T> read)
    {
        lock (_lock) return read();
    }

    public TelegramPerson Person(string name, string? language, string? handle) => Locked(() =>
    {
        var person = new TelegramPerson(this, ++_nextPerson, name, language, handle);
        Rooms[person.Id] = person.Private;
        return People[person.Id] = person;
    });

    public TelegramRoom Group(string title, bool super, IEnumerable<TelegramPerson> people) => Locked(() =>
    {
        var id = --_nextGroup;
        var room = new TelegramRoom(this, super ? id - 1_000_000_000_000 : id, title, super ? "supergroup" : "group") { BotStatus = "member" };
        foreach (var person in people) room.Seats[person.Id] = new Seat(person, "member");
        return Rooms[room.Id] = room;
    });

    public Task Happened(string kind, JsonObject what) => Updates.Add(kind, what);

    /// <summary>Ephemeral ids are used again and again.</summary>
    public int NextEphemeral() => _nextEphemeral = (_nextEphemeral % 3) + 1;

    public async Task<TelegramMessage> Say(Saying saying)
    {
        var (message, json) = Locked(() =>
        {
            var room = saying.Room;
            if (room.MovedTo is not null) throw new InvalidOperationException("Nobody is left in a group that became a supergroup.");
            var message = new TelegramMessage
            {
                Id = saying.Whispered ? 0 : ++room.Last,
                Room = room,
                From = saying.Who,
                Text = saying.Text,
                ReplyTo = saying.ReplyTo?.Id,
                Topic = saying.Topic,
                Only = saying.Whispered ? saying.Who : null,
                EphemeralId = saying.Whispered ? NextEphemeral() : 0,
                At = time.GetUtcNow(),
            };
            room.All.Add(message);
            return (message, TelegramJson.Said(saying, message));
        });
        if (Reaches(saying)) await Happened("message", json);
        return message;
    }

    public Task<TelegramToast> Press(TelegramPerson who, TelegramMessage message, string data)
    {
        var (pressing, json) = Locked(() =>
        {
            var pressing = new Pressing(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"44{_nextQuery++:D12}"), who, message, time.GetUtcNow());
            Presses[pressing.Id] = pressing;
            return (pressing, TelegramJson.Pressed(pressing, data));
        });
        _ = Happened("callback_query", json);
        return pressing.Answer.Task;
    }

    public Task BotBecomes(TelegramRoom room, string status)
    {
        var before = room.BotStatus;
        room.BotStatus = status;
        return Happened("my_chat_member", TelegramJson.BotChanged(this, room, before, status, room.Seats.Values.First().Who));
    }

    public Task Leave(TelegramRoom room, TelegramPerson who)
    {
        var before = room.Seats[who.Id];
        room.Seats[who.Id] = before with { Status = "left" };
        var told = Happened("message", TelegramJson.Left(room, who, ++room.Last, time.GetUtcNow()));
        return room.BotStatus == "administrator" ? Task.WhenAll(told, Happened("chat_member", TelegramJson.Changed(room, before, "left", time.GetUtcNow()))) : told;
    }

    public TelegramRoom Grow(TelegramRoom room) => Locked(() =>
    {
        var next = new TelegramRoom(this, room.Id - 1_000_000_000_000, room.Title, "supergroup") { BotStatus = room.BotStatus };
        foreach (var (id, seat) in room.Seats) next.Seats[id] = seat;
        room.MovedTo = next.Id;
        return Rooms[next.Id] = next;
    });

    public Task TellGrowth(TelegramRoom old, TelegramRoom next) => Task.WhenAll(
        Happened("message", TelegramJson.Grown(old, ++old.Last, "migrate_to_chat_id", next.Id, time.GetUtcNow())),
        Happened("message", TelegramJson.Grown(next, ++next.Last, "migrate_from_chat_id", old.Id, time.GetUtcNow())));

    /// <summary>Privacy mode: what reaches a bot that is no admin.</summary>
    private static bool Reaches(Saying saying)
    {
        var (room, text) = (saying.Room, saying.Text);
        if (room.Type == "private") return saying.Who is { HasStarted: true, HasBlocked: false };
        if (room.BotStatus is not ("member" or "administrator")) return false;
        if (room.BotStatus == "administrator" || saying.Whispered || saying.ReplyTo is { From: null }) return true;
        if (!text.StartsWith('/')) return false;
        var word = text.Split(' ', '\n')[0];
        return word.Contains('@', StringComparison.Ordinal) ? word.EndsWith("@" + BotName, StringComparison.OrdinalIgnoreCase) : !room.OtherBotWroteLast;
    }
}

/// <summary>A press that is, or was, to be answered.</summary>
internal sealed record Pressing(string Id, TelegramPerson Who, TelegramMessage Message, DateTimeOffset At)
{
    public TaskCompletionSource<TelegramToast> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
