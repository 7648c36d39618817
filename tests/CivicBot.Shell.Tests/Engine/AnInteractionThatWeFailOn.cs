using CivicBot.Chat;
using CivicBot.Engine;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>A bug of ours must not hold up a collective for ever: what fails again and again is given up, said so, and those behind it go on.</summary>
public class AnInteractionThatWeFailOn
{
    [Fact]
    public async Task Is_given_up_after_three_times_and_those_behind_it_go_on()
    {
        var storage = new FailingDirectory(new MemoryStorage());
        await using var stage = new Stage(storage: storage);
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        var card = stage.Platform.Messages.Single(message => message.Delivery.Purpose is Purpose.Opening).Message;
        var reacted = new Reacted(card, 1, "reaction", TakenBack: false)
        {
            EventKey = "practice:reacted",
            From = new Account("practice:@bob", "bob"),
            In = Stage.Place("garden"),
            SeenBy = SeenBy.Room,
        };

        storage.FailAfter = 1;
        for (var i = 0; i < 3; i++) (await stage.Bot.Reception.ReceiveAsync(reacted, Stage.Patience)).ShouldBeOfType<Busy>();
        (await stage.Bot.Reception.ReceiveAsync(reacted, Stage.Patience)).ShouldBeOfType<Committed>().Again.ShouldBeFalse();
        storage.FailAfter = null;

        stage.Logged.ShouldContain(line => line.Contains("is given up", StringComparison.Ordinal));
        (await stage.SayAsync("carol", "/vote 1 Park")).ShouldContain(seen => seen.Text.Contains("Recorded", StringComparison.Ordinal));
    }

    /// <summary>Finds the card of a message for the dispatcher, and fails when the writer asks once more.</summary>
    private sealed class FailingDirectory(MemoryStorage storage) : IStorage, IDirectory
    {
        private int asked;

        public int? FailAfter { get; set; }

        public ILedgers Ledgers => storage.Ledgers;

        public IDirectory Directory => this;

        public IOutbox Outbox => storage.Outbox;

        public IKeyValues KeyValues(string platform) => storage.KeyValues(platform);

        public Task<Posted?> OfMessageAsync(string message, CancellationToken cancellation) =>
            FailAfter is { } after && asked++ % 2 == after ? throw new InvalidOperationException("a bug of ours") : storage.Directory.OfMessageAsync(message, cancellation);

        public IAsyncEnumerable<CollectiveId> AllAsync(CancellationToken cancellation) => storage.Directory.AllAsync(cancellation);

        public Task<CollectiveId?> OfPlaceAsync(string place, CancellationToken cancellation) => storage.Directory.OfPlaceAsync(place, cancellation);

        public Task<IReadOnlyList<CollectiveId>> OfAccountAsync(string account, CancellationToken cancellation) => storage.Directory.OfAccountAsync(account, cancellation);

        public Task<CollectiveId?> OfTokenAsync(string token, CancellationToken cancellation) => storage.Directory.OfTokenAsync(token, cancellation);

        public Task<CollectiveId> ClaimAsync(string place, CollectiveId wanted, CancellationToken cancellation) => storage.Directory.ClaimAsync(place, wanted, cancellation);

        public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) => storage.Directory.MoveAsync(from, to, cancellation);

        public Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) => storage.Directory.DueAsync(now, most, cancellation);

        public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation) => storage.Directory.NextDueAsync(cancellation);

        public ValueTask DisposeAsync() => storage.DisposeAsync();
    }
}
