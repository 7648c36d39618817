using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Engine;
using CivicBot.Polls;
using CivicBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>What is owed is delivered, with patience, and once.</summary>
public class DeliveringWhatIsOwed
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task To_a_slow_platform_makes_one_edit_of_a_hundred_votes()
    {
        var slow = new Platform(Interval);
        await using var owing = new Owing(slow);
        await owing.SayAsync("alice", "/poll \"Where?\" Park Café");
        await owing.SayAsync("bob", "/vote 1 1");
        await owing.DeliverAsync();
        slow.Of(Purpose.Card).ShouldHaveSingleItem();

        for (var i = 0; i < 100; i++) await owing.SayAsync($"person-{i}", "/vote 1 2");
        (await owing.DeliverAsync()).ShouldBe(Interval);
        slow.Of(Purpose.Card).ShouldHaveSingleItem("the platform likes to be left alone for a while");
        slow.Of(Purpose.Receipt).Count.ShouldBe(101, "answers do not wait for cards");

        owing.Clock.Advance(Interval);
        (await owing.DeliverAsync()).ShouldBeNull();
        slow.Of(Purpose.Card).Count.ShouldBe(2);
        Owing.Text(slow.Of(Purpose.Card)[^1]).ShouldContain("100");
    }

    /// <summary>A proposal is discussed in a thread on its card; where there are no threads nothing is said twice.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opens_a_thread_on_a_proposals_card_where_there_are_threads(bool threads)
    {
        var platform = new Platform { Threads = threads };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/propose \"A bike\" \"A red one\"");
        await owing.DeliverAsync();
        (await owing.PendingAsync()).ShouldBeEmpty();
        var inThread = platform.Tried.Where(delivery => delivery.To is Destination.ToRoom { Answers: not null } && Owing.Text(delivery).Contains("is discussed here", StringComparison.Ordinal)).ToList();
        inThread.Count.ShouldBe(threads ? 1 : 0);
        platform.Tried.ShouldNotContain(delivery => delivery.To is Destination.ToThread);
    }

    [Fact]
    public async Task Replaces_the_card_that_stands_there()
    {
        var platform = new Platform();
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/poll \"Where?\" Park Café");
        await owing.SayAsync("bob", "/vote 1 1");
        await owing.DeliverAsync();
        platform.Of(Purpose.Opening).ShouldHaveSingleItem().Replaces.ShouldBeNull();
        platform.Of(Purpose.Card).ShouldHaveSingleItem().Replaces.ShouldBe($"message {platform.Of(Purpose.Opening)[0].Id}");
    }

    /// <summary>An edit before the card is posted would be a second card.</summary>
    [Fact]
    public async Task Posts_a_card_before_it_is_edited()
    {
        var platform = new Platform { Answer = delivery => delivery.Purpose is Purpose.Opening ? new Delivered.Later(TimeSpan.FromSeconds(60)) : null };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/poll \"Where?\" Park Café");
        await owing.SayAsync("bob", "/vote 1 1");
        await owing.DeliverAsync();
        platform.Of(Purpose.Card).ShouldBeEmpty();
        platform.Answer = _ => null;
        owing.Clock.Advance(TimeSpan.FromSeconds(60));
        await owing.DeliverAsync();
        platform.Of(Purpose.Card).ShouldHaveSingleItem().Replaces.ShouldNotBeNull();
    }

    [Fact]
    public async Task Again_waits_as_long_as_the_platform_asks_and_keeps_the_id()
    {
        var platform = new Platform { Answer = _ => new Delivered.Later(TimeSpan.FromSeconds(40)) };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/help");
        (await owing.DeliverAsync()).ShouldBe(TimeSpan.FromSeconds(40));
        owing.Clock.Advance(TimeSpan.FromSeconds(39));
        (await owing.DeliverAsync()).ShouldBe(TimeSpan.FromSeconds(1));
        platform.Tried.ShouldHaveSingleItem();
        platform.Answer = _ => null;
        owing.Clock.Advance(TimeSpan.FromSeconds(1));
        (await owing.DeliverAsync()).ShouldBeNull();
        platform.Tried.Count.ShouldBe(2);
        platform.Tried.Select(delivery => delivery.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task That_fails_ten_times_is_given_up_and_holds_up_nobody()
    {
        var platform = new Platform { Answer = delivery => Owing.Text(delivery).Contains("Choke") ? throw new InvalidOperationException("choked") : null };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/poll \"Choke?\" Park Café");
        await owing.SayAsync("bob", "/poll \"Fine?\" Park Café");
        await owing.DeliverAsync();
        platform.Of(Purpose.Opening).Count(delivery => Owing.Text(delivery).Contains("Fine?")).ShouldBe(1);
        for (var i = 0; i < 20; i++)
        {
            owing.Clock.Advance(TimeSpan.FromMinutes(6));
            await owing.DeliverAsync();
        }
        platform.Tried.Count(delivery => Owing.Text(delivery).Contains("Choke")).ShouldBe(10);
        (await owing.PendingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_fails_waits_longer_each_time()
    {
        var platform = new Platform { Answer = _ => throw new InvalidOperationException("choked") };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/help");
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var wait = (await owing.DeliverAsync()).ShouldNotBeNull();
            waits.Add(wait.TotalSeconds);
            owing.Clock.Advance(wait);
        }
        waits.ShouldBe([2, 4, 8, 16, 32, 64, 128, 256, 300]);
    }

    [Fact]
    public async Task That_never_can_be_is_dropped()
    {
        var platform = new Platform { Answer = _ => new Delivered.Never("the room is gone") };
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/help");
        (await owing.DeliverAsync()).ShouldBeNull();
        platform.Tried.ShouldHaveSingleItem();
        (await owing.PendingAsync()).ShouldBeEmpty();
    }

    /// <summary>One that is asked to wait keeps only its own kind waiting.</summary>
    [Fact]
    public async Task To_one_room_that_waits_goes_on_in_the_others()
    {
        var platform = new Platform { Answer = delivery => delivery.To is Destination.ToRoom { Room: "practice:far" } ? new Delivered.Later(TimeSpan.FromHours(1)) : null };
        await using var owing = new Owing(platform);
        for (var i = 0; i < 120; i++) await owing.SayAsync($"person-{i}", $"/poll \"Far {i}?\" Park Café", "far");
        await owing.SayAsync("alice", "/poll \"Near?\" Park Café");
        await owing.DeliverAsync();
        await owing.DeliverAsync();
        platform.Of(Purpose.Opening).ShouldContain(delivery => Owing.Text(delivery).Contains("Near?"), "a hundred rows that wait are not all there is");
    }

    [Fact]
    public async Task Sends_the_important_first()
    {
        var platform = new Platform();
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/poll \"Where?\" Park Café");
        await owing.DeliverAsync();
        platform.Tried.Clear();
        foreach (var line in new[] { "/vote 1 1", "/help", "/vote 7 1", "/close 1" }) await owing.SayAsync("alice", line);
        await owing.DeliverAsync();
        platform.Tried.Select(delivery => delivery.Purpose).ShouldBe([Purpose.Result, Purpose.Refusal, Purpose.Answer, Purpose.Receipt, Purpose.Card]);
    }

    [Fact]
    public async Task Says_a_result_once_in_each_room_however_often_it_is_started()
    {
        var platform = new Platform();
        await using var owing = new Owing(platform);
        await owing.SayAsync("alice", "/poll \"Where?\" Park Café closes:1h");
        await owing.SayAsync("alice", "/vote 1 1", "annex", place: "garden");
        await owing.SayAsync("bob", "/poll \"Here?\" Park Café closes:1h", "annex", place: "garden");
        await owing.DeliverAsync();
        for (var i = 0; i < 4; i++)
        {
            await owing.RestartAsync();
            if (i > 0) owing.Clock.Advance(TimeSpan.FromHours(1));
            await owing.CatchUpAsync();
            await owing.DeliverAsync();
        }
        platform.Of(Purpose.Result).Select(delivery => ((Destination.ToRoom)delivery.To).Room + (Owing.Text(delivery).Contains("Here?") ? "2" : "1")).ShouldBe(
            ["practice:annex1", "practice:annex2", "practice:garden1", "practice:garden2"], ignoreOrder: true);
    }

    /// <summary>A platform that answers as it is told.</summary>
    private sealed class Platform(TimeSpan interval = default) : IChatAdapter
    {
        public List<Delivery> Tried { get; } = [];

        public Func<Delivery, Delivered?> Answer { get; set; } = _ => null;

        string IChatAdapter.Platform => "practice";

        public bool Threads { get; init; }

        public PlatformLimits Limits => new("/", Buttons: true, Forms: false, interval) { Threads = Threads };

        public List<Delivery> Of(Purpose purpose) => Tried.FindAll(delivery => delivery.Purpose == purpose);

        public Task RunAsync(IReception reception, CancellationToken cancellation) => Task.CompletedTask;

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
        {
            Tried.Add(delivery);
            return Task.FromResult(Answer(delivery) ?? new Delivered.Sent($"message {delivery.Id}"));
        }
    }

    /// <summary>A bot that owes something to such a platform.</summary>
    private sealed class Owing : IAsyncDisposable
    {
        private readonly MemoryStorage storage = new();
        private readonly SimulatedRoom lines = new("practice", SimulatedRoom.Practice, "garden");
        private readonly Platform platform;
        private Bot bot = null!;
        private OutboxSender sender = null!;

        public Owing(Platform platform)
        {
            this.platform = platform;
            Open();
        }

        public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

        public static string Text(Delivery delivery) => new PlainText("/", typed => typed, buttons: false).Of(delivery.Document);

        public async Task SayAsync(string who, string text, string room = "garden", string? place = null) =>
            (await bot.Reception.ReceiveAsync(lines.Says(who, text) with { In = new Room($"practice:{room}", $"practice:{place ?? room}", place ?? room) }, Stage.Patience)).ShouldBeOfType<Committed>();

        public Task<TimeSpan?> DeliverAsync() => sender.DeliverAllAsync(Stage.Patience);

        public Task CatchUpAsync() => bot.Deadlines.CatchUpAsync(Stage.Patience);

        public Task<IReadOnlyList<OwedRow>> PendingAsync() => storage.Outbox.PendingAsync("practice", 999, Stage.Patience);

        public async Task RestartAsync()
        {
            await bot.DisposeAsync();
            Open();
        }

        public ValueTask DisposeAsync() => bot.DisposeAsync();

        private void Open()
        {
            var catalogue = new Catalogue([.. new Sdk.IPlugin[] { new CommonsPlugin(), new PollsPlugin(), new Proposals.ProposalsPlugin() }.Select(plugin => new PluginGuard("own", plugin, null, NullLogger.Instance))]);
            bot = new Bot(storage, catalogue, new SeededKeys("seed"), new SeededRandomness("seed"), Clock, NullLoggerFactory.Instance, new BotOptions { Budgets = false });
            sender = bot.Connect(platform);
        }
    }
}
