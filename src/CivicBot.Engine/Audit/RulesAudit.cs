using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>Events against the rules, and results against the ballots they count.</summary>
internal sealed class RulesAudit(List<Finding> findings)
{
    private readonly Dictionary<(int Decision, string Member), Stored> standing = [];
    private readonly Queue<CollectiveEvent> due = new();
    private DecisionId? unread;

    public Fold Check(IReadOnlyList<(Stored Stored, JsonObject Json)> entries)
    {
        var fold = Fold.Empty;
        foreach (var (stored, json) in entries)
        {
            var n = stored.Entry.N;
            try
            {
                var happened = EventReader.Read(json, stored.Openings, fold.State);
                var at = json.Moment("ts");
                if (at < fold.Log.LastTime) findings.Add(new Finding(n, "it is older than the entry before"));
                if (!InItsTime(happened, fold, at, n) && (Unlawful(happened, fold, at) ?? Asked(happened, fold.State, at)) is { } why) findings.Add(new Finding(n, why));
                if (happened is ResultStored result && !Recounted(result, fold, json)) findings.Add(new Finding(n, $"the result of decision {result.Id} is not what its ballots and its rule give"));
                if (happened is LotDrawn lot && Seeds.Of(fold, lot.Id, lot.Part, lot.Beacon) != lot.Seed) findings.Add(new Finding(n, "the seed of the draw is not what the ledger and the public value give"));
                if (happened is ResultStored closed) CheckOpened(closed.Id, fold);
                Follow(happened, stored, fold.State);
                unread = Unread(happened, fold.State);
                fold = fold.Add(happened, stored.Entry, at);
            }
            catch (Exception error) when (error is FormatException or KeyNotFoundException or InvalidOperationException or OverflowException or NullReferenceException)
            {
                findings.Add(new Finding(n, $"it cannot be read: {error.Message}"));
                return fold;
            }
        }
        if (due.Concat(Elapse.Until(fold.Log.LastTime, fold.State)).FirstOrDefault() is { } missing) findings.Add(new Finding(null, $"time had come for something that is not there: {missing.GetType().Name}"));
        foreach (var id in fold.State.Running) CheckOpened(id, fold);
        foreach (var decision in fold.State.Decisions.Values.Where(decision => !decision.IsRunning && decision.Outcome is null))
        {
            findings.Add(new Finding(null, $"decision {decision.Id} was closed without a result"));
        }
        return fold;
    }

    /// <summary>Whatever has come due, or follows from what was done, happens before anything else does, exactly as the rules have it.</summary>
    /// <returns>True if the event is that, and needs no further look.</returns>
    private bool InItsTime(CollectiveEvent happened, Fold fold, DateTimeOffset at, long n)
    {
        if (due.Count == 0)
        {
            foreach (var moment in Elapse.Until(at, fold.State)) due.Enqueue(moment);
        }
        if (!due.TryDequeue(out var expected)) return false;
        if (AskedAgain.Alike(expected, happened)) return true;
        findings.Add(new Finding(n, $"time had come for something else: {expected.GetType().Name}"));
        due.Clear();
        return false;
    }

    /// <summary>What somebody did is what the rules make of it, and what follows from it comes next.</summary>
    private string? Asked(CollectiveEvent happened, Collective state, DateTimeOffset at)
    {
        if (AskedAgain.Of(happened, state, at) is not { } ruling) return null;
        if (ruling.Refusal is { } refusal) return $"the rules refuse it: {refusal.GetType().Name}";
        var found = ruling.Events.IndexOf(happened);
        if (found < 0) return "the rules make something else of it";
        foreach (var follows in ruling.Events.Skip(found + 1).Where(follows => follows is not EarlyCloseSet || Unread(happened, state) is null)) due.Enqueue(follows);
        return null;
    }

    /// <summary>The decision in which somebody votes, if an early close may depend on ballots that nobody can read any more: sealed ones that were replaced.</summary>
    private static DecisionId? Unread(CollectiveEvent happened, Collective state) => happened switch
    {
        BallotCast { Ballot: null } cast => cast.Id,
        BallotCast cast when IsUnread(state.Decisions[cast.Id]) => cast.Id,
        BallotWithdrawn withdrawn when IsUnread(state.Decisions[withdrawn.Id]) => withdrawn.Id,
        _ => null,
    };

    private static bool IsUnread(Decision decision) => decision is { Mode: Mode.Sealed, Proposal.Terms.EarlyClose: true } && decision.Ballots.ByMember.Any(cast => cast.Value.Ballot is null);

    private string? Unlawful(CollectiveEvent happened, Fold fold, DateTimeOffset at)
    {
        var state = fold.State;
        return happened switch
        {
            CollectiveFounded => state.IsFounded ? "a ledger begins once" : null,
            _ when !state.IsFounded => "a ledger begins with init",
            _ when ProposalRules.Unlawful(happened, state, at, unread) is { } why => why,
            MemberJoined joined => state.Members.ContainsKey(joined.Id) ? "this member had joined before"
                : state.MemberOf(joined.Account) is not null ? "this account was a member before: it would count twice"
                : null,
            LinkAsked asked => !state.Members.ContainsKey(asked.Member) ? "nobody was asked" : null,
            RoomLinked { By: not null } room when !state.Rooms.ContainsKey(room.Number) && IsNewPlace(room, state) && state.Decisions.Values.Any(decision => decision is { IsBinding: true, Outcome: not null })
                => "a room joined by itself after something had been decided",
            DecisionOpened opened => opened.Id != state.NextDecision ? $"decision {state.NextDecision} was next"
                : !state.Members.ContainsKey(opened.By) ? "it was opened by nobody"
                : opened.Proposal is not null ? null
                : OutOfBounds(opened.Phases, at),
            DecisionEdited edited => state.Decisions[edited.Id] is { IsBinding: true } proposal ? proposal.Phase is Phase.Support or Phase.Discussion ? null : "the text was changed after it was fixed"
                : state.Decisions[edited.Id] is var decision && decision.Ballots.EverCast ? "the text was changed after the first ballot"
                : edited.By != decision.By ? "it was edited by somebody who did not open it"
                : !decision.IsRunning ? "the text was changed after close"
                : OutOfBounds(edited.Phases, at),
            BallotCast cast => LateOrStrange(state.Decisions[cast.Id], at) ?? Unfit(state, cast),
            BallotWithdrawn withdrawn => LateOrStrange(state.Decisions[withdrawn.Id], at)
                ?? (!state.Decisions[withdrawn.Id].Rule.Change ? $"decision {withdrawn.Id} allows no withdrawal" : null)
                ?? (state.Decisions[withdrawn.Id].Ballots.Of(state.Members[withdrawn.Voter].Number) is null ? "there was no ballot to withdraw" : null),
            ResultStored stored => state.Decisions[stored.Id] is { Phase: Phase.Closed or Phase.Tallying, Result: null } ? null : "a result follows the close of its decision, once",
            VotingClosed closed => Closed(state.Decisions[closed.Id], closed, at),
            _ => null,
        };
    }

    private static bool IsNewPlace(RoomLinked room, Collective state) => room.Place is { } place && state.Rooms.Values.All(linked => linked.Place is { } known && known != place);

    private static string? OutOfBounds(Values<PhasePlan> phases, DateTimeOffset at) =>
        phases[^1].Ends > at && phases[^1].Ends - at <= OpenDecision.Longest ? null : "its voting ends at a time that no rule allows";

    private static string? LateOrStrange(Decision decision, DateTimeOffset at) =>
        decision.Phase is Phase.Voting && at < decision.ClosesAt ? null : $"it came after decision {decision.Id} had closed";

    private static string? Unfit(Collective state, BallotCast cast)
    {
        var decision = state.Decisions[cast.Id];
        if (!state.Members.TryGetValue(cast.Voter, out var voter)) return "the ballot is nobody's";
        if (decision.Roll is { } roll && !roll.Contains(voter.Number)) return $"the ballot is of somebody who is not on the roll of decision {cast.Id}";
        if (cast.Ballot is { } ballot && ballot.Refuse(decision) is { } refusal) return $"the ballot does not fit decision {cast.Id}: {refusal.GetType().Name}";
        return !decision.Rule.Change && decision.Ballots.Of(state.Members[cast.Voter].Number) is not null ? $"decision {cast.Id} allows no second ballot" : null;
    }

    private static string? Closed(Decision decision, VotingClosed closed, DateTimeOffset at) =>
        !decision.IsRunning ? $"decision {decision.Id} was closed before"
        : closed.By is null ? closed.Ends == (decision.ClosesEarlyAt ?? decision.ClosesAt) && closed.Ends <= at ? null : "the clock closed it at another time than was said"
        : closed.By == decision.By && decision.Rule.EarlyClose && closed.Ends == at && at < decision.ClosesAt ? null
        : "it was closed early by somebody who may not";

    private static bool Recounted(ResultStored stored, Fold fold, JsonObject json)
    {
        var recounted = Results.Write(new ResultStored(stored.Id, Counting.Of(fold.State, fold.State.Decisions[stored.Id])), fold);
        return CanonicalJson.Write(recounted).AsSpan().SequenceEqual(CanonicalJson.Write(json["result"]));
    }

    private void Follow(CollectiveEvent happened, Stored stored, Collective state)
    {
        if (happened is AccountLinked { Was: { } was } linked)
        {
            foreach (var (decision, theirs) in standing.Where(ballot => ballot.Key.Member == was.Hex).Select(ballot => (ballot.Key.Decision, ballot.Value)).ToList())
            {
                var own = standing.GetValueOrDefault((decision, linked.Member.Hex));
                if (state.Running.Contains(new DecisionId(decision)) && !(own?.Entry.N > theirs.Entry.N)) standing[(decision, linked.Member.Hex)] = theirs;
            }
        }
        if (happened is BallotCast cast) standing[(cast.Id.Number, cast.Voter.Hex)] = stored;
        if (happened is BallotWithdrawn withdrawn) standing.Remove((withdrawn.Id.Number, withdrawn.Voter.Hex));
    }

    /// <summary>A ballot that stands at close is opened: nobody may hide what was counted.</summary>
    private void CheckOpened(DecisionId id, Fold fold)
    {
        foreach (var member in fold.State.Decisions[id].Ballots.ByMember.Select(cast => fold.State.Roster[cast.Key]))
        {
            var ballot = standing[(id.Number, member.Hex)];
            if (ballot.Openings.Count == 0) findings.Add(new Finding(ballot.Entry.N, $"the ballot stood when decision {id} closed, and is not opened"));
        }
    }
}
