using CivicBot.Adapters.Telegram;
using CivicBot.Adapters.Tests;
using CivicBot.Chat;
using CivicBot.StandIns.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Telegram.Tests;

/// <summary>An adapter at work on a stand-in of Telegram. At the end nothing may have been sent that Telegram forbids.</summary>
internal sealed class Running : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private int _delivery;

    private Running(TelegramStandIn telegram, FakeTimeProvider time)
    {
        Telegram = telegram;
        Time = time;
    }

    public TelegramStandIn Telegram { get; }

    public FakeTimeProvider Time { get; }

    public KeptInMemory Memory { get; } = new();

    public Inbox Inbox { get; init; } = new();

    public Heard<TelegramAdapter> Log { get; } = new();

    public TelegramAdapter Adapter { get; private set; } = null!;

    public string? PublicUrl { get; init; }

    /// <summary>A test that provokes them says so.</summary>
    public bool MayViolate { get; init; }

    public static async Task<Running> NotYetAsync(string? publicUrl = null, IReadOnlyList<CommandDescription>? commands = null, bool mayViolate = false)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        return new Running(await TelegramStandIn.StartAsync(time), time) { PublicUrl = publicUrl, Inbox = new Inbox { Commands = commands ?? [] }, MayViolate = mayViolate };
    }

    public static async Task<Running> StartedAsync(string? publicUrl = null, IReadOnlyList<CommandDescription>? commands = null, bool mayViolate = false) =>
        await (await NotYetAsync(publicUrl, commands, mayViolate)).StartAsync();

    public async Task<Running> StartAsync()
    {
        var before = Receiving();
        _ = Start();
        await UntilAsync(() => _run.IsCompleted || Receiving() > before, "started");
        if (_run.IsFaulted) await _run;
        return this;
    }

    private int Receiving() => Telegram.Requests.Count(request => request.Method is "getUpdates" or "setWebhook");

    public Task Start()
    {
        Adapter = new TelegramAdapter(
            new TelegramOptions { Token = Telegram.Token, Api = Telegram.Address, PublicUrl = PublicUrl, WebhookSecret = PublicUrl is null ? null : new Secret("a-secret") }, Memory, Time, Log);
        return _run = Task.Run(() => Adapter.RunAsync(Inbox, _stop.Token));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default);
        Adapter?.Dispose();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    /// <summary>Delivers to everyone in a room.</summary>
    public Task<Delivered> ToRoomAsync(TelegramRoom room, Document document, Purpose purpose = Purpose.Opening, string? replaces = null, string? answers = null, string language = "en", int? topic = null) =>
        DeliverAsync(new Destination.ToRoom(Key(room, topic), answers), document, purpose, language, replaces);

    /// <summary>Answers who did it, as the engine would.</summary>
    public Task<Delivered> ToAskerAsync(Interaction did, Document document, Purpose purpose = Purpose.Receipt, string language = "en") =>
        DeliverAsync(new Destination.ToAsker(did.From.Key, did.From.Name, did.In.Key, did.In.Private, did.Event), document, purpose, language);

    public Task<Delivered> ToMemberAsync(TelegramPerson person, Document document) =>
        DeliverAsync(new Destination.ToMember($"telegram:{person.Id}", person.Name, Opens: true), document, Purpose.Message, "en");

    public Task<Delivered> DeliverAsync(Destination to, Document document, Purpose purpose, string language, string? replaces = null) =>
        Adapter.DeliverAsync(new Delivery($"test-{++_delivery}", to, purpose, document, language, replaces), CancellationToken.None);

    /// <summary>The card that this delivery made.</summary>
    public async Task<(TelegramMessage Message, string Reference)> CardAsync(TelegramRoom room, Document? document = null, int? topic = null)
    {
        var reference = (await ToRoomAsync(room, document ?? Samples.Card(), topic: topic)).ShouldBeOfType<Delivered.Sent>().Message!;
        return (room.FromBot.Last(), reference);
    }

    /// <summary>Waits, in real time, for something to come about; the clock of the test stands still.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(until) > Long) throw new TimeoutException($"It did not come about: {what}");
            await Task.Delay(2);
        }
    }

    public async Task<T> HeardAsync<T>(int count = 1)
        where T : Interaction
    {
        await UntilAsync(() => Inbox.Of<T>().Count() >= count, $"{count} × {typeof(T).Name}");
        return Inbox.Of<T>().Last();
    }

    /// <summary>Lets time pass in steps until something has come about.</summary>
    public async Task PassUntilAsync(Func<bool> holds, string what, TimeSpan? step = null)
    {
        for (var n = 0; !holds(); n++)
        {
            if (n > 2_000) throw new TimeoutException($"It did not come about: {what}");
            Time.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
        if (!MayViolate) Telegram.Violations.ShouldBeEmpty();
        Log.Lines.ShouldNotContain(line => line.Contains("canary", StringComparison.Ordinal));
    }

    public static string Key(TelegramRoom room, int? topic = null) => $"telegram:{room.Id}" + (topic is null ? "" : $"/{topic}");
}
