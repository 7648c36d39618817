using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>A roll of three thousand members takes two entries of the ledger; opening, voting, closing and the audit stay a matter of seconds.</summary>
public class ThreeThousandMembers
{
    private const int Members = 3_000;
    private const int Voters = 500;
    private const int Delegators = 60;

    [Fact]
    public async Task Vote_and_are_counted_and_audited()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync([]);
        await AllAsync(stage, Enumerable.Range(2, Members - 1), member => "/join");
        await AllAsync(stage, Enumerable.Range(2, 3), member => "/delegations open");
        await AllAsync(stage, Enumerable.Range(1_000, Delegators), member => $"/delegate @m{2 + (member % 3)}");
        await stage.WaitAsync(Plenum.ToTheVote);
        await AllAsync(stage, Enumerable.Range(2, Voters), member => $"/vote 1 {(member % 5 == 0 ? "against" : "for")}");
        await stage.WaitAsync(Plenum.Voting);

        var entries = await stage.EntriesAsync();
        var poll = entries.Aggregate(Fold.Empty, Replay.Add).State.Decisions[new DecisionId(1)];
        poll.Roll!.Count.ShouldBe(Members);
        poll.Result!.Direct.ShouldBe(Voters);
        poll.Result.Represented.ShouldBe(Delegators);
        poll.Result.Outcome.ShouldBe(Outcome.NoQuorum);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();

        // What docs/ledger.md says of the roll, computed by hand.
        var rolls = entries.Where(stored => TheAudit.Text(stored).Contains("\"t\":\"roll\"", StringComparison.Ordinal)).ToList();
        rolls.Select(stored => JsonNode.Parse(stored.Entry.Line.Span)!["ms"]!.AsArray().Count).ShouldBe([1_800, 1_200]);
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. rolls.SelectMany(stored => SHA256.HashData([0, .. stored.Entry.Line.Span]))]));
        var result = JsonNode.Parse(entries.Single(stored => TheAudit.Text(stored).Contains("\"t\":\"result\"", StringComparison.Ordinal)).Entry.Line.Span)!["result"]!;
        result["roll"]!["hash"]!.GetValue<string>().ShouldBe(hash);
        result["roll"]!["n"]!.GetValue<int>().ShouldBe(Members);
        poll.Stamps.Roll.ShouldBe(hash);
    }

    private static async Task AllAsync(Stage stage, IEnumerable<int> members, Func<int, string> line)
    {
        foreach (var some in members.Chunk(1_000))
        {
            var handled = await Task.WhenAll(some.Select(member => stage.Bot.Reception.ReceiveAsync(stage.Line($"m{member}", line(member)), Stage.Patience)));
            handled.ShouldAllBe(one => one is Committed);
        }
        await stage.Play.DeliverAsync();
        stage.Fresh();
    }
}
