using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Testing;

/// <summary>
/// A bot with one simulated room and a clock that is moved by hand: nothing runs by itself, so what a line causes is there when it returns. For the practice
/// room, for our tests and for plugin authors.
/// </summary>
public sealed class PracticeRoom
{
    private readonly IStorage storage;
    private readonly OutboxSender sender;

    public PracticeRoom(Bot bot, SimulatedRoom room, IStorage storage, MovableClock clock)
    {
        (Bot, Room, this.storage, Clock) = (bot, room, storage, clock);
        sender = bot.Connect(room);
    }

    public Bot Bot { get; }

    public SimulatedRoom Room { get; }

    public MovableClock Clock { get; }

    /// <summary>Hand in an interaction, and deliver what it caused.</summary>
    public async Task<Handled> ReceiveAsync(Interaction interaction)
    {
        var handled = await Bot.Reception.ReceiveAsync(interaction, CancellationToken.None).ConfigureAwait(false);
        await DeliverAsync().ConfigureAwait(false);
        return handled;
    }

    /// <summary>Deliver what is owed.</summary>
    public Task DeliverAsync() => sender.DeliverAllAsync(CancellationToken.None);

    /// <summary>Move the clock; what falls due on the way happens in order, each at its own time.</summary>
    /// <param name="passed">Called at each of these times.</param>
    public async Task AdvanceAsync(TimeSpan by, Action? passed = null)
    {
        var until = Clock.GetUtcNow() + by;
        while (await storage.Directory.NextDueAsync(CancellationToken.None).ConfigureAwait(false) is { } next && next <= until)
        {
            Clock.MoveTo(next);
            await CatchUpAsync().ConfigureAwait(false);
            passed?.Invoke();
        }
        Clock.MoveTo(until);
    }

    /// <summary>A public random value was published.</summary>
    public async Task DrawAsync(string value)
    {
        await Bot.Deadlines.DrawAsync(value, CancellationToken.None).ConfigureAwait(false);
        await DeliverAsync().ConfigureAwait(false);
    }

    /// <summary>Hand in what has come due by now.</summary>
    public async Task CatchUpAsync()
    {
        await Bot.Deadlines.CatchUpAsync(CancellationToken.None).ConfigureAwait(false);
        await DeliverAsync().ConfigureAwait(false);
    }
}
