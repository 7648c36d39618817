using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Core;
using CivicBot.Engine;
using CivicBot.Polls;
using CivicBot.Testing;
using CsCheck;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>
/// The promise of exactly once, held against random histories: whatever is delivered twice, wherever the process is killed, the ledger has the same root and
/// the room shows the same results as in the plain run.
/// </summary>
public class ARandomHistory
{
    private static readonly string[] People = ["alice", "bob", "carol", "dave"];

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Gen.Int[1, 3], OneOf("method:approval", "method:single", "secrecy:sealed", "method:approval change:no", "closes:50h"))
            .Select((n, how) => $"/poll \"Question {n}?\" Park Café Online {how}{(how.Contains("closes") ? "" : " closes:2h")}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3]).Select((n, a, b) => $"/vote {n} {a}, {b}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).Select((n, a) => $"/vote {n} {a}"),
        Gen.Int[1, 3].Select(n => $"/withdraw {n}"),
        Gen.Int[1, 3].Select(n => $"/close {n}"),
        Gen.Int[1, 3].Select(n => $"/edit {n} \"Another question {n}?\""),
        OneOf("/my", "/decisions", "/pol", "/language fr", "/found \"Garden\" timezone:Europe/Paris"));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (8, Gen.Select(OneOf(People), Line).Select((who, line) => (Step)new Step.Says(who, line))),
        (1, Gen.Int[1, 90].Select(minutes => (Step)new Step.Waits(TimeSpan.FromMinutes(minutes)))));

    /// <summary>What goes wrong at each step.</summary>
    private static readonly Gen<Trouble[]> Troubles = OneOf(Trouble.None, Trouble.Again, Trouble.RestartBefore, Trouble.KilledBeforeCommit,
        Trouble.KilledAfterCommit, Trouble.KilledBeforeDelivery, Trouble.AnOldOneAgain).Array[40];

    [Fact]
    public void Ends_the_same_however_often_things_are_delivered_and_the_process_is_killed() =>
        Gen.Select(Steps.Array[5, 40], Troubles).Sample((history, troubles) =>
        {
            var plain = Play(history, null);
            var troubled = Play(history, troubles);
            troubled.Root.ShouldBe(plain.Root);
            troubled.Shown.Except(plain.Shown).ShouldBeEmpty();
            plain.Shown.Except(troubled.Shown).ShouldBeEmpty();
            troubled.Shown.Count.ShouldBe(plain.Shown.Count);
        }, iter: 60, threads: 1);

    [Fact]
    public void Has_one_result_however_its_ballots_arrive() =>
        Gen.Select(Gen.Int[1, 3].Array[4], Gen.Shuffle(People)).Sample((choices, order) =>
        {
            var tally = Vote(People, choices);
            Vote(order, [.. order.Select(who => choices[Array.IndexOf(People, who)])]).ShouldBe(tally);
        }, iter: 30, threads: 1);

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Result Vote(string[] people, int[] choices)
    {
        var steps = people.Select((who, i) => (Step)new Step.Says(who, $"/vote 1 {choices[i]}"));
        return Play([new Step.Says("alice", "/poll \"Where?\" Park Café Online closes:2h"), .. steps, new Step.Waits(TimeSpan.FromHours(3))], null).Results.Single()!;
    }

    private static Outcome Play(Step[] history, Trouble[]? troubles) => PlayAsync(history, troubles).GetAwaiter().GetResult();

    private static async Task<Outcome> PlayAsync(Step[] history, Trouble[]? troubles)
    {
        var storage = new MemoryStorage();
        await using var rehearsal = Rehearsal.Of([new CommonsPlugin(), new PollsPlugin()], storage);
        var said = new List<Interaction>();
        for (var i = 0; i < history.Length; i++)
        {
            var trouble = troubles?[i % troubles.Length] ?? Trouble.None;
            if (history[i] is Step.Waits waits)
            {
                if (trouble is not Trouble.None) await rehearsal.RestartAsync();
                await rehearsal.Stage.AdvanceAsync(waits.By);
                continue;
            }
            var says = (Step.Says)history[i];
            said.Add(rehearsal.Room.Says(says.Who, says.Line, eventKey: $"practice:event-{i}"));
            await SayAsync(rehearsal, storage, said, trouble);
        }
        await rehearsal.Stage.AdvanceAsync(TimeSpan.FromDays(3));
        return await EndAsync(rehearsal);
    }

    private static async Task SayAsync(Rehearsal rehearsal, MemoryStorage storage, List<Interaction> said, Trouble trouble)
    {
        var now = said[^1];
        switch (trouble)
        {
            case Trouble.RestartBefore:
                await rehearsal.RestartAsync();
                break;
            case Trouble.KilledBeforeCommit or Trouble.KilledAfterCommit:
                storage.FailNext = trouble is Trouble.KilledBeforeCommit ? Failing.BeforeCommit : Failing.AfterCommit;
                (await rehearsal.Stage.Bot.Reception.ReceiveAsync(now, TestContext.Current.CancellationToken)).ShouldBeOfType<Busy>();
                await rehearsal.RestartAsync();
                break;
            case Trouble.KilledBeforeDelivery:
                await rehearsal.Stage.Bot.Reception.ReceiveAsync(now, TestContext.Current.CancellationToken);
                await rehearsal.RestartAsync();
                break;
            case Trouble.AnOldOneAgain:
                (await rehearsal.Stage.ReceiveAsync(said[said.Count / 2])).ShouldBeOfType<Committed>();
                break;
            default:
                break;
        }
        var handled = (await rehearsal.Stage.ReceiveAsync(now)).ShouldBeOfType<Committed>();
        if (trouble is Trouble.KilledAfterCommit or Trouble.KilledBeforeDelivery) handled.Again.ShouldBeTrue();
        if (trouble is Trouble.Again) (await rehearsal.Stage.ReceiveAsync(now)).ShouldBe(new Committed(handled.Head, Again: true));
    }

    private static async Task<Outcome> EndAsync(Rehearsal rehearsal)
    {
        var roots = new List<string>();
        var results = new List<Result?>();
        await foreach (var collective in rehearsal.Storage.Directory.AllAsync(TestContext.Current.CancellationToken))
        {
            if (await rehearsal.Storage.Ledgers.HeadAsync(collective, TestContext.Current.CancellationToken) is not { } head) continue;
            roots.Add(head.Root.ToHex());
            var report = await LedgerAudit.RunAsync(rehearsal.Storage.Ledgers, collective, TestContext.Current.CancellationToken);
            report.Findings.ShouldBeEmpty();
            var fold = Fold.Empty;
            await foreach (var stored in rehearsal.Storage.Ledgers.ReadAsync(collective, 0, TestContext.Current.CancellationToken)) fold = Replay.Add(fold, stored);
            results.AddRange(fold.State.Decisions.Values.Select(decision => decision.Result));
        }
        var plain = new PlainText("/", typed => typed, buttons: true);
        // What stands at the end; messages of one purpose may have come in another order of ids.
        var shown = rehearsal.Room.Messages.Select(message => $"{message.Delivery.Purpose} {message.Delivery.To} {plain.Of(message.Delivery.Document)}").Order(StringComparer.Ordinal);
        return new Outcome(string.Join(' ', roots), results, [.. shown]);
    }

    private sealed record Outcome(string Root, IReadOnlyList<Result?> Results, IReadOnlyList<string> Shown);

    private abstract record Step
    {
        public sealed record Says(string Who, string Line) : Step;

        public sealed record Waits(TimeSpan By) : Step;
    }

    private enum Trouble
    {
        None,
        Again,
        AnOldOneAgain,
        RestartBefore,
        KilledBeforeCommit,
        KilledAfterCommit,
        KilledBeforeDelivery,
    }
}
