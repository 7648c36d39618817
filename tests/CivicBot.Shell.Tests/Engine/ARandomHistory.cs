using CivicBot.Core;
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
        Gen.Select(Gen.Int[1, 3], History.OneOf("method:approval", "method:single", "secrecy:sealed", "method:approval change:no", "closes:50h"))
            .Select((n, how) => $"/poll \"Question {n}?\" Park Café Online {how}{(how.Contains("closes") ? "" : " closes:2h")}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3]).Select((n, a, b) => $"/vote {n} {a}, {b}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).Select((n, a) => $"/vote {n} {a}"),
        Gen.Int[1, 3].Select(n => $"/withdraw {n}"),
        Gen.Int[1, 3].Select(n => $"/close {n}"),
        Gen.Int[1, 3].Select(n => $"/edit {n} \"Another question {n}?\""),
        History.OneOf("/my", "/decisions", "/pol", "/language fr", "/found \"Garden\" timezone:Europe/Paris"));

    private static readonly Gen<Happening> Steps = Gen.Frequency(
        (8, Gen.Select(History.OneOf(People), Line).Select((who, line) => (Happening)new Happening.Says(who, line))),
        (1, Gen.Int[1, 90].Select(minutes => (Happening)new Happening.Waits(TimeSpan.FromMinutes(minutes)))));

    [Fact]
    public void Ends_the_same_however_often_things_are_delivered_and_the_process_is_killed() =>
        Gen.Select(Steps.Array[5, 40], History.Troubles).Sample((history, troubles) => History.EndsTheSame(history, troubles, TimeSpan.FromDays(3)), iter: 60, threads: 1,
            print: played => History.Script(played.Item1, played.Item2));

    [Fact]
    public void Has_one_result_however_its_ballots_arrive() =>
        Gen.Select(Gen.Int[1, 3].Array[4], Gen.Shuffle(People)).Sample((choices, order) =>
        {
            var tally = Vote(People, choices);
            Vote(order, [.. order.Select(who => choices[Array.IndexOf(People, who)])]).ShouldBe(tally);
        }, iter: 30, threads: 1);

    private static Result Vote(string[] people, int[] choices)
    {
        var steps = people.Select((who, i) => (Happening)new Happening.Says(who, $"/vote 1 {choices[i]}"));
        return History.Play([new Happening.Says("alice", "/poll \"Where?\" Park Café Online closes:2h"), .. steps, new Happening.Waits(TimeSpan.FromHours(3))], null, TimeSpan.FromDays(3))
            .States.Single().Decisions.Values.Single().Result!;
    }
}
