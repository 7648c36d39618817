using CivicBot.Chat;
using CivicBot.Engine;
using CivicBot.Testing;
using CsCheck;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Something that happens in a history.</summary>
internal abstract record Happening
{
    public sealed record Says(string Who, string Line) : Happening;

    public sealed record Leaves(string Who) : Happening;

    /// <summary>Time passes, and what falls due on the way happens at its time.</summary>
    public sealed record Waits(TimeSpan By) : Happening;

    /// <summary>Time passes while nobody is there, and is caught up at its end.</summary>
    public sealed record Sleeps(TimeSpan By) : Happening;
}

/// <summary>What goes wrong as something happens.</summary>
internal enum Trouble
{
    None,
    Again,
    AnOldOneAgain,
    RestartBefore,
    KilledBeforeCommit,
    KilledAfterCommit,
    KilledBeforeDelivery,
}

/// <summary>How a history ended: what is in the ledgers, and what stands in the rooms.</summary>
internal sealed record Ended(string Root, IReadOnlyList<Core.Collective> States, IReadOnlyList<string> Shown);

/// <summary>
/// Plays a history in the garden, plainly or with trouble at its steps: deliveries that come twice, restarts, and deaths before and after a commit. Whatever
/// the trouble, its end is the same, and the audit finds nothing.
/// </summary>
internal static class History
{
    /// <summary>What goes wrong at each step.</summary>
    public static Gen<Trouble[]> Troubles { get; } =
        OneOf(Trouble.None, Trouble.Again, Trouble.RestartBefore, Trouble.KilledBeforeCommit, Trouble.KilledAfterCommit, Trouble.KilledBeforeDelivery, Trouble.AnOldOneAgain).Array[40];

    public static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    public static void EndsTheSame(Happening[] history, Trouble[] troubles, TimeSpan after)
    {
        var plain = Play(history, null, after);
        var troubled = Play(history, troubles, after);
        troubled.Root.ShouldBe(plain.Root);
        troubled.Shown.Except(plain.Shown).ShouldBeEmpty();
        plain.Shown.Except(troubled.Shown).ShouldBeEmpty();
        troubled.Shown.Count.ShouldBe(plain.Shown.Count);
    }

    /// <summary>A history as one reads it.</summary>
    public static string Script(Happening[] history, Trouble[] troubles) => "\n" + string.Join('\n', history.Select((one, i) => $"{i,3} {troubles[i % troubles.Length],-20} {one switch
    {
        Happening.Says says => $"@{says.Who} {says.Line}",
        Happening.Waits waits => $"+{waits.By.TotalHours}h",
        Happening.Sleeps sleeps => $"asleep for {sleeps.By.TotalHours}h",
        _ => one.ToString(),
    }}"));

    public static Ended Play(Happening[] history, Trouble[]? troubles, TimeSpan after) => PlayAsync(history, troubles, after).GetAwaiter().GetResult();

    private static async Task<Ended> PlayAsync(Happening[] history, Trouble[]? troubles, TimeSpan after)
    {
        var storage = new MemoryStorage();
        var clock = new MovableClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var stage = new Stage(storage: storage, options: new BotOptions { Budgets = false, Beacon = new LateBeacon(clock) }, clock: clock);
        var said = new List<(Interaction Interaction, DateTimeOffset At)>();
        for (var i = 0; i < history.Length; i++)
        {
            var trouble = troubles?[i % troubles.Length] ?? Trouble.None;
            switch (history[i])
            {
                case Happening.Waits waits:
                    await WaitAsync(stage, storage, waits.By, trouble);
                    break;
                case Happening.Sleeps sleeps:
                    if (trouble is not Trouble.None) await stage.RestartAsync();
                    stage.Clock.Advance(sleeps.By);
                    await stage.Play.CatchUpAsync();
                    break;
                case Happening.Leaves leaves:
                    said.Add((stage.Platform.Leaves(leaves.Who) with { EventKey = $"practice:event-{i}" }, clock.GetUtcNow()));
                    await SayAsync(stage, storage, said, trouble);
                    break;
                case Happening.Says says:
                    said.Add((stage.Platform.Says(says.Who, says.Line, eventKey: $"practice:event-{i}"), clock.GetUtcNow()));
                    await SayAsync(stage, storage, said, trouble);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        await stage.Play.AdvanceAsync(after);
        return await EndAsync(stage);
    }

    /// <summary>Killed at the first deadline on the way, it is carried out after the restart, at the same moment.</summary>
    private static async Task WaitAsync(Stage stage, MemoryStorage storage, TimeSpan by, Trouble trouble)
    {
        var until = stage.Clock.GetUtcNow() + by;
        var due = await storage.Directory.DueAsync(until, 2, Stage.Patience);
        // Of two at once the other would come first, and give its own salts to what falls due.
        if (trouble is Trouble.KilledBeforeCommit or Trouble.KilledAfterCommit && (due.Count == 1 || (due.Count == 2 && due[0].At != due[1].At)))
        {
            stage.Clock.MoveTo(due[0].At);
            storage.FailNext = trouble is Trouble.KilledBeforeCommit ? Failing.BeforeCommit : Failing.AfterCommit;
            await stage.Bot.Deadlines.CatchUpAsync(Stage.Patience);
            storage.FailNext = Failing.No;
        }
        if (trouble is not Trouble.None) await stage.RestartAsync();
        await stage.Play.DeliverAsync();
        await stage.Play.AdvanceAsync(until - stage.Clock.GetUtcNow());
    }

    private static async Task SayAsync(Stage stage, MemoryStorage storage, List<(Interaction Interaction, DateTimeOffset At)> said, Trouble trouble)
    {
        var now = said[^1].Interaction;
        switch (trouble)
        {
            case Trouble.RestartBefore:
                await stage.RestartAsync();
                break;
            // What founds nothing and finds nothing has no ledger that it could fail on.
            case Trouble.KilledBeforeCommit or Trouble.KilledAfterCommit:
                storage.FailNext = trouble is Trouble.KilledBeforeCommit ? Failing.BeforeCommit : Failing.AfterCommit;
                var killed = await stage.Bot.Reception.ReceiveAsync(now, Stage.Patience);
                if (killed is not Ignored) killed.ShouldBeOfType<Busy>();
                storage.FailNext = Failing.No;
                await stage.RestartAsync();
                break;
            case Trouble.KilledBeforeDelivery:
                await stage.Bot.Reception.ReceiveAsync(now, Stage.Patience);
                await stage.RestartAsync();
                break;
            case Trouble.AnOldOneAgain:
                // A platform repeats what it could not deliver, but not for weeks.
                var recent = said.Where(one => stage.Clock.GetUtcNow() - one.At < TimeSpan.FromDays(14)).SkipLast(1).ToList();
                if (recent.Count > 0 && await stage.Play.ReceiveAsync(recent[recent.Count / 2].Interaction) is var again and not Ignored) again.ShouldBeOfType<Committed>().Again.ShouldBeTrue();
                break;
            default:
                break;
        }
        if (await stage.Play.ReceiveAsync(now) is not Committed handled) return;
        if (trouble is Trouble.KilledAfterCommit or Trouble.KilledBeforeDelivery) handled.Again.ShouldBeTrue();
        if (trouble is Trouble.Again) (await stage.Play.ReceiveAsync(now)).ShouldBe(new Committed(handled.Head, Again: true));
    }

    private static async Task<Ended> EndAsync(Stage stage)
    {
        var (roots, states) = (new List<string>(), new List<Core.Collective>());
        await foreach (var collective in stage.Storage.Directory.AllAsync(Stage.Patience))
        {
            if (await stage.Storage.Ledgers.HeadAsync(collective, Stage.Patience) is not { } head) continue;
            roots.Add(head.Root.ToHex());
            (await LedgerAudit.RunAsync(stage.Storage.Ledgers, collective, Stage.Patience)).Findings.ShouldBeEmpty();
            var fold = Fold.Empty;
            await foreach (var stored in stage.Storage.Ledgers.ReadAsync(collective, 0, Stage.Patience)) fold = Replay.Add(fold, stored);
            states.Add(fold.State);
        }
        stage.Logged.Where(line => line.StartsWith("Incident", StringComparison.Ordinal)).ShouldBeEmpty(string.Join("\n", stage.Logged));
        var plain = new PlainText("/", typed => typed, buttons: true);
        // What stands at the end; messages of one purpose may have come in another order of ids.
        var shown = stage.Platform.Messages.Select(message => $"{message.Delivery.Purpose} {message.Delivery.To} {plain.Of(message.Delivery.Document)}").Order(StringComparer.Ordinal);
        return new Ended(string.Join(' ', roots), states, [.. shown]);
    }
}

/// <summary>A public source of values, some of which are published late.</summary>
internal sealed class LateBeacon(TimeProvider time) : IBeacon
{
    public Task<string?> FirstAfterAsync(DateTimeOffset moment, CancellationToken cancellation) =>
        Task.FromResult(time.GetUtcNow() < moment.AddMinutes(moment.Minute % 3 * 25) ? null : $"test:{moment.ToUnixTimeSeconds()}");
}
