using System.Text.Json.Nodes;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Whoever holds the key can write anything and sign it; what no rule would have done is found, with the number of the entry.</summary>
public sealed class TheAuditOfProposals : IAsyncLifetime
{
    private readonly Tampered tampered = new(new MemoryStorage());
    private Stage stage = null!;
    private Forger forger = null!;

    /// <summary>Carol is counted with Dave’s ballot of when the window began; he changes it after. Frank observes, Zoe comes too late.</summary>
    public async ValueTask InitializeAsync()
    {
        stage = Plenum.Stage(tampered);
        await stage.ProposeAsync(["bob", "carol", "dave", "erin"]);
        await stage.SayAsync("frank", "/join observer");
        await stage.EntrustAsync("carol", "dave");
        await stage.WaitAsync(Plenum.ToTheVote);
        await stage.SayAsync("zoe", "/join");
        await stage.VoteAsync("1 for", "alice", "bob", "dave");
        await stage.WaitAsync(Plenum.ToTheWindow);
        await stage.VoteAsync("1 against", "dave");
        await stage.WaitAsync(TimeSpan.FromDays(1));
        // One more, which nobody supports.
        await stage.SayAsync("bob", "/propose \"Paint it green\"");
        await stage.WaitAsync(TimeSpan.FromDays(20));
        await stage.SayAsync("erin", "/delegate nobody decision:1");
        await stage.SayAsync("erin", "/delegations open");
        forger = await Forger.OfAsync(stage, tampered);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Finds_nothing_in_what_was_written()
    {
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        var result = (await stage.PollAsync()).Result!;
        result.Counts.ShouldBe([3, 1, 0], "Dave’s ballot of before stands for Carol, although he changed his own");
        (result.Direct, result.Represented).ShouldBe((3, 1));
    }

    [Fact]
    public async Task Finds_a_ballot_of_somebody_who_is_not_on_the_roll()
    {
        var n = forger.Nth("ballot", 1);
        var zoe = forger[forger.Nth("member", 6)]["m"]!.GetValue<string>();
        forger.Insert(n, n, entry => entry["m"] = zoe);
        await FoundAsync(n, "not on the roll");
    }

    [Fact]
    public async Task Finds_voting_that_opened_early()
    {
        var (frozen, roll, voting) = (forger.Nth("phase", 1), forger.Nth("roll", 0), forger.Nth("phase", 2));
        var ts = forger[frozen]["ts"]!.GetValue<string>();
        forger.Rewrite(all =>
        {
            var opening = new[] { all[roll], all[voting] };
            all.RemoveAt(voting);
            all.RemoveAt(roll);
            all.InsertRange(frozen + 1, opening);
        });
        forger.Json(frozen + 1, entry => entry["ts"] = ts);
        forger.Json(frozen + 2, entry => (entry["ts"], entry["began"]) = (ts, ts));
        await FoundAsync(frozen + 1, "a roll was fixed before its time");
        await FoundAsync(frozen + 2, "voting opened before its time");
    }

    [Fact]
    public async Task Finds_voting_that_is_said_to_have_opened_at_another_time()
    {
        var n = forger.Nth("phase", 2);
        forger.Json(n, entry => entry["began"] = "2026-11-30T09:00:00Z");
        await FoundAsync(n, "time had come for something else: PhaseEntered");
    }

    [Fact]
    public async Task Finds_somebody_added_to_a_roll()
    {
        var n = forger.Nth("roll", 0);
        var frank = forger[forger.Nth("role", 0)]["m"]!.GetValue<string>();
        forger.Json(n, entry => entry["ms"]!.AsArray().Add(frank));
        await FoundAsync(n, "time had come for something else: RollFixed");
    }

    [Fact]
    public async Task Finds_somebody_left_out_of_a_roll()
    {
        var n = forger.Nth("roll", 0);
        forger.Json(n, entry => entry["ms"]!.AsArray().RemoveAt(4));
        await FoundAsync(n, "time had come for something else: RollFixed");
    }

    [Theory]
    [InlineData("lead_changed")]
    [InlineData("late_version")]
    [InlineData("support_lacking")]
    public async Task Finds_the_end_of_a_phase_that_was_moved(string why)
    {
        var n = forger.Nth("ballot", 0);
        forger.Add(n + 1, $$"""{"t":"moved","d":1,"ends":"2026-12-20T09:00:00Z","why":"{{why}}"}""");
        await FoundAsync(n + 1, "the end of a phase was moved");
    }

    [Fact]
    public async Task Finds_routes_fixed_at_another_time()
    {
        var n = forger.Nth("routes", 0);
        forger.Json(n, entry => entry["at"] = "2026-12-06T09:00:00Z");
        await FoundAsync(n, "time had come for something else: RoutesFixed");
    }

    [Fact]
    public async Task Finds_routes_fixed_early()
    {
        var n = forger.Nth("ballot", 1);
        forger.Add(n, """{"t":"routes","d":1,"at":"2026-12-01T09:00:00Z"}""");
        await FoundAsync(n, "routes were fixed at another time than the rule says");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Finds_a_rule_changed_without_its_proposal(int decision)
    {
        var n = forger.Nth("result", 0) + 1;
        forger.Add(n, $$"""{"t":"rule","d":{{decision}},"key":"quorum","from":"participation 3/10","to":"participation 0"}""");
        await FoundAsync(n, "a rule was changed that no adopted proposal changes");
    }

    [Theory]
    [InlineData("terms", "quorum", "participation 0")]
    [InlineData("terms", "open_votes", "9")]
    [InlineData(null, "needed", "1")]
    public async Task Finds_a_proposal_with_other_terms_than_the_rules(string? within, string key, string value)
    {
        var n = forger.Nth("decision", 1);
        forger.Json(n, entry =>
        {
            if (within is null) entry["proposal"]![key] = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
            else entry["proposal"]![within]![key] = value;
        });
        await FoundAsync(n, "the rules make something else of it");
    }

    [Theory]
    [InlineData("\"tallies\":[3,1,0]", "\"tallies\":[4,0,0]")]
    [InlineData("\"tallies\":[3,1,0]", "\"tallies\":[2,2,0]")]
    [InlineData("\"represented\":1", "\"represented\":2")]
    [InlineData("\"outcome\":\"adopted\"", "\"outcome\":\"rejected\"")]
    [InlineData("\"silent\":1", "\"silent\":0")]
    public async Task Finds_a_result_with_one_voice_moved(string was, string made)
    {
        var n = forger.Nth("result", 0);
        forger[n].ToJsonString().ShouldContain(was);
        forger.Json(n, entry =>
        {
            var result = JsonNode.Parse(entry["result"]!.ToJsonString().Replace(was, made, StringComparison.Ordinal));
            entry["result"] = result;
        });
        await FoundAsync(n, "is not what its ballots and its rule give");
    }

    [Fact]
    public async Task Finds_a_binding_vote_closed_early_by_whoever_opened_it()
    {
        var n = forger.Nth("ballot", 2);
        var alice = forger[forger.Nth("decision", 0)]["by"]!.GetValue<string>();
        forger.Add(n + 1, $$"""{"t":"close","d":1,"by":"{{alice}}","ends":"2026-12-01T09:00:00Z"}""");
        await FoundAsync(n + 1, "a binding vote was closed by somebody");
    }

    [Fact]
    public async Task Finds_an_early_close_that_no_vote_announced()
    {
        var n = forger.Nth("ballot", 2);
        forger.Add(n + 1, """{"t":"early","d":1,"at":"2026-12-01T10:00:00Z"}""");
        await FoundAsync(n + 1, "an early close was announced, and no vote had decided it");
    }

    /// <summary>Its time was over, and it goes on as if it were not.</summary>
    [Fact]
    public async Task Finds_time_that_did_not_pass()
    {
        var (end, support) = (forger.Nth("end", 0), forger.Nth("support", -1));
        var ts = forger[end]["ts"]!.GetValue<string>();
        forger.Rewrite(all =>
        {
            all[end] = all[support];
        });
        forger.Json(end, entry => (entry["ts"], entry["m"]) = (ts, forger[forger.Nth("member", 2)]["m"]!.GetValue<string>()));
        await FoundAsync(end, "time had come for something else: DecisionEnded");
    }

    [Fact]
    public async Task Finds_the_end_of_a_proposal_left_out()
    {
        var end = forger.Nth("end", 0);
        forger.Rewrite(all => all.RemoveRange(end, all.Count - end));
        forger.Add(end, $$"""{"t":"vouch","by":"{{forger[forger.Nth("member", 1)]["m"]}}","m":"{{forger[forger.Nth("member", 2)]["m"]}}"}""", forger[end]["ts"]!.GetValue<string>());
        await FoundAsync(end, "time had come for something else: DecisionEnded");
    }

    [Fact]
    public async Task Finds_that_the_last_thing_left_out_is_what_time_had_come_for()
    {
        var close = forger.Nth("close", 0);
        forger.Rewrite(all => all.RemoveRange(close + 1, all.Count - close - 1));
        forger.SignAnew();
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.Entry == null && finding.What == "time had come for something that is not there: ResultStored");
    }

    [Fact]
    public async Task Finds_a_proposal_ended_by_somebody_else()
    {
        var n = forger.Nth("phase", 1);
        var bob = forger[forger.Nth("member", 1)]["m"]!.GetValue<string>();
        forger.Add(n + 1, $$"""{"t":"end","d":1,"by":"{{bob}}","at":"{{forger[n]["ts"]}}","outcome":"withdrawn","reason":"by_its_author"}""");
        await FoundAsync(n + 1, "ended by somebody who may not");
    }

    [Fact]
    public async Task Finds_a_delegation_that_the_delegate_never_took()
    {
        var n = forger.Nth("answer", 0) + 1;
        var (erin, dave) = (forger[forger.Nth("member", 4)]["m"]!.GetValue<string>(), forger[forger.Nth("member", 3)]["m"]!.GetValue<string>());
        forger.Add(n, $$"""{"t":"delegate","accepted":true,"in_person":false,"m":"{{erin}}","scope":"all","to":"{{dave}}","until":"2027-01-01T09:00:00Z"}""");
        await FoundAsync(n, "holds without a yes of the delegate");
    }

    [Fact]
    public async Task Finds_support_by_somebody_who_observes()
    {
        var n = forger.Nth("support", 1);
        var frank = forger[forger.Nth("role", 0)]["m"]!.GetValue<string>();
        forger.Insert(n + 1, n, entry => entry["m"] = frank);
        await FoundAsync(n + 1, "the rules refuse it: ObserversCannot");
    }

    private async Task FoundAsync(int entry, string what)
    {
        forger.SignAnew();
        var report = await stage.AuditAsync();
        report.Findings.ShouldContain(finding => finding.Entry == entry && finding.What.Contains(what), $"entry {entry}: {what}\nfound:\n{string.Join('\n', report.Findings)}");
    }
}

/// <summary>What is drawn by lot, anyone can draw again.</summary>
public sealed class TheAuditOfLots : IAsyncLifetime
{
    private readonly Tampered tampered = new(new MemoryStorage());
    private Stage stage = null!;
    private Forger forger = null!;

    public ValueTask InitializeAsync()
    {
        stage = Plenum.Stage(tampered);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData("seed")]
    [InlineData("order")]
    [InlineData("beacon")]
    public async Task Finds_another_lot_between_level_texts(string changed)
    {
        await LevelAsync();
        var n = forger.Nth("lot", 0);
        forger.Json(n, entry => Change(entry, changed));
        await FoundAsync(n, changed == "order" ? "the order is not what the seed gives" : "the seed of the draw is not what");
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("order")]
    [InlineData("beacon")]
    public async Task Finds_another_jury(string changed)
    {
        await ContestedAsync();
        var n = forger.Nth("lot", 0);
        forger.Json(n, entry => Change(entry, changed));
        await FoundAsync(n, changed == "order" ? "the order is not what the seed gives" : "the seed of the draw is not what");
    }

    [Fact]
    public async Task Finds_a_juror_who_was_not_drawn()
    {
        await ContestedAsync();
        var n = forger.Nth("judged", 0);
        var drawn = forger[forger.Nth("lot", 0)]["order"]!.AsArray().Select(member => member!.GetValue<string>()).ToList();
        var other = forger[forger.Nth("roll", 0)]["ms"]!.AsArray().Select(member => member!.GetValue<string>()).Last(member => !drawn.Contains(member));
        forger.Insert(n, n, entry => entry["m"] = other);
        await FoundAsync(n, "judged by somebody who was not drawn");
    }

    [Fact]
    public async Task Finds_a_verdict_that_the_jury_did_not_give()
    {
        await ContestedAsync();
        var n = forger.Nth("settled", 0);
        forger.Json(n, entry => entry["state"] = "accepted");
        await FoundAsync(n, "time had come for something else: PartSettled");
    }

    /// <summary>Two texts that everyone likes better than things as they are, and half of us each of them better than the other.</summary>
    private async Task LevelAsync()
    {
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        await stage.SayAsync("bob", "/rival 1 \"Buy a trailer\" \"For 200 €\"");
        await stage.WaitAsync(Plenum.ToTheVote);
        await stage.VoteAsync("1 1, 2", "alice", "carol");
        await stage.VoteAsync("1 2, 1", "bob", "dave");
        await stage.WaitAsync(TimeSpan.FromDays(8));
        (await stage.PollAsync()).Result!.Lot.ShouldNotBeNull();
        await ReadAsync();
    }

    private async Task ContestedAsync()
    {
        await stage.ProposeAsync(["bob", "carol", "dave", "erin", "frank"], "as:consent");
        await stage.WaitAsync(TimeSpan.FromDays(2));
        await stage.SayAsync("bob", "/object 1 \"Safety in the yard\" \"Park it outside\"");
        await stage.SayAsync("alice", "/contest 1.1");
        await stage.WaitAsync(TimeSpan.FromHours(1));
        foreach (var who in new[] { "carol", "dave", "erin", "frank" }) await stage.SayAsync(who, "/judge 1.1 preference");
        await ReadAsync();
        forger.Nth("settled", 0);
    }

    private async Task ReadAsync()
    {
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        forger = await Forger.OfAsync(stage, tampered);
    }

    private static void Change(JsonObject entry, string what)
    {
        if (what == "seed") entry["seed"] = new string('0', 64);
        if (what == "beacon") entry["beacon"] = "test:another";
        if (what != "order") return;
        var order = entry["order"]!.AsArray().Select(one => one!.DeepClone()).Reverse().ToArray();
        entry["order"] = new JsonArray(order);
    }

    private async Task FoundAsync(int entry, string what)
    {
        forger.SignAnew();
        var report = await stage.AuditAsync();
        report.Findings.ShouldContain(finding => finding.Entry == entry && finding.What.Contains(what), $"entry {entry}: {what}\nfound:\n{string.Join('\n', report.Findings)}");
    }
}
