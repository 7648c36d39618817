using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Testing;

/// <summary>
/// A chat platform in memory, with one room and a private conversation for each person. It keeps what was delivered as a platform would: a delivery that
/// is repeated shows nothing twice, a message that is replaced stays where it was.
/// </summary>
/// <param name="platform">What its keys begin with.</param>
/// <param name="limits">What it can do; other platforms' limits can be tried on.</param>
/// <param name="language">What it says its people read; null if it does not know.</param>
public sealed class SimulatedRoom(string platform, PlatformLimits limits, string name = "practice", string? language = null) : IChatAdapter
{
    private readonly ConcurrentDictionary<string, Shown> messages = new();
    private readonly List<Shown> fresh = [];
    private readonly Lock changing = new();
    private int events;
    private int count;

    /// <summary>The practice room's own: everything is typed or pressed, nothing waits.</summary>
    public static PlatformLimits Practice { get; } = new("/", Buttons: true, Forms: false, CardInterval: TimeSpan.Zero);

    public string Platform => platform;

    public PlatformLimits Limits => limits;

    public string? Language => language;

    /// <summary>Who sees what is typed in the room.</summary>
    public SeenBy TypedIsSeenBy { get; init; } = SeenBy.Bot;

    /// <summary>Tells the events of one run from those of another, where storage outlives the room.</summary>
    public string Run { get; init; } = "";

    /// <summary>Everything that stands in the room and the private conversations.</summary>
    public IReadOnlyCollection<Shown> Messages => [.. messages.Values.OrderBy(shown => shown.Order)];

    private Room Public => new($"{platform}:{name}", $"{platform}:{name}", name);

    public Task RunAsync(IReception reception, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        lock (changing)
        {
            var message = delivery.Replaces ?? delivery.Id;
            var order = messages.TryGetValue(message, out var before) ? before.Order : count++;
            var shown = new Shown(message, order, delivery, Changed: delivery.Replaces is not null);
            messages[message] = shown;
            if (before is null || delivery.Replaces is not null) fresh.Add(shown);
            return Task.FromResult<Delivered>(new Delivered.Sent(message));
        }
    }

    /// <summary>What has been shown since this was last asked.</summary>
    public IReadOnlyList<Shown> TakeFresh()
    {
        lock (changing)
        {
            IReadOnlyList<Shown> taken = [.. fresh];
            fresh.Clear();
            return taken;
        }
    }

    /// <summary>A typed line.</summary>
    /// <param name="privately">Written to the bot alone.</param>
    public Interaction Says(string person, string text, bool privately = false, bool admin = false, string? eventKey = null)
    {
        var prefixed = text.StartsWith(limits.Prefix, StringComparison.Ordinal);
        // In private every line is for the bot.
        return new Said(prefixed ? text[limits.Prefix.Length..] : text, prefixed || privately)
        {
            EventKey = eventKey ?? NextKey(),
            From = Person(person),
            In = privately ? Private(person) : Public,
            SeenBy = privately ? SeenBy.Bot : TypedIsSeenBy,
            Admin = admin,
            Shares = privately ? [Public.Place] : [],
            Event = "event",
        };
    }

    /// <summary>Somebody leaves the room, or is made to.</summary>
    public Interaction Leaves(string person) => new Left { EventKey = NextKey(), From = Person(person), In = Public, SeenBy = SeenBy.Room };

    /// <summary>A press on something that was shown.</summary>
    public Interaction Presses(string person, string token, string? eventKey = null) => new Pressed(token)
    {
        EventKey = eventKey ?? NextKey(),
        From = Person(person),
        In = Public,
        SeenBy = SeenBy.Bot,
        Event = "event",
    };

    private Account Person(string person) => new($"{platform}:@{person}", person, language);

    private Room Private(string person) => new($"{platform}:private/{person}", $"{platform}:private/{person}", person, Private: true);

    private string NextKey() => $"{platform}:{Run}{Interlocked.Increment(ref events)}";
}

/// <summary>A message as it stands.</summary>
/// <param name="Changed">It took the place of an earlier one.</param>
public sealed record Shown(string Message, int Order, Delivery Delivery, bool Changed);
