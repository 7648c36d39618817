using System.Collections.Immutable;
using System.Security.Cryptography;
using CivicBot.Core;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>A ledger and what it amounts to, entry by entry. The same steps run live, at start and in the audit.</summary>
internal sealed record Fold(Collective State, Log Log)
{
    public static Fold Empty { get; } = new(Collective.Empty, Log.Empty);

    /// <summary>One more entry.</summary>
    public Fold Add(CollectiveEvent happened, Entry entry, DateTimeOffset at)
    {
        var log = Places(happened, entry) with { Frontier = Log.Frontier.Append(entry.Leaf), LastTime = at };
        return new(Stamped(happened.Apply(State), happened, log), log);
    }

    /// <summary>The openings that a closing decision leaves behind: those of sealed ballots that no longer stand.</summary>
    public ImmutableArray<long> LeftBehind(DecisionId id) => Log.Replaced.GetValueOrDefault(id.Number, []);

    private Log Places(CollectiveEvent happened, Entry entry)
    {
        switch (happened)
        {
            case CollectiveFounded:
                return Log with { Origin = System.Text.Json.Nodes.JsonNode.Parse(entry.Line.Span)!["origin"]!.GetValue<string>() };
            case DecisionOpened opened:
                return Log with { Texts = Log.Texts.SetItem(opened.Id.Number, entry.Leaf) };
            case DecisionEdited edited:
                return Log with { Texts = Log.Texts.SetItem(edited.Id.Number, entry.Leaf) };
            case RollFixed roll:
                return Log with { Rolls = Log.Rolls.SetItem(roll.Id.Number, roll.Part == 1 ? [entry.Leaf] : Log.Rolls[roll.Id.Number].Add(entry.Leaf)) };
            case VotingClosed or Contested:
                return Log with { Draws = Log.Draws.SetItem(Drawn(happened), Log.Frontier.Append(entry.Leaf).Root) };
            case BallotCast cast when State.Decisions[cast.Id].Mode is Mode.Sealed:
                var left = Leave(cast.Id.Number, cast.Voter);
                return left with { Sealed = left.Sealed.SetItem((cast.Id.Number, cast.Voter.Hex), entry.N) };
            // Others are counted with these ballots as they stand now: they are kept, whatever becomes of them.
            case RoutesFixed routes when State.Decisions[routes.Id] is { Mode: Mode.Sealed, WindowBegins: not null } decision:
                return Log with
                {
                    Sealed = Log.Sealed.RemoveRange(Voices.Of(State, decision, routes.At).Carriers.Select(carrier => (routes.Id.Number, State.Roster[carrier.Key].Hex))),
                };
            case AccountLinked { Was: { } was } linked:
                return Merged(linked.Member, was);
            case BallotWithdrawn withdrawn:
                return Leave(withdrawn.Id.Number, withdrawn.Voter);
            case ResultStored stored:
                return Log with
                {
                    Replaced = Log.Replaced.Remove(stored.Id.Number),
                    Sealed = Log.Sealed.RemoveRange(Log.Sealed.Keys.Where(place => place.Decision == stored.Id.Number)),
                };
            default:
                return Log;
        }
    }

    private static (int Decision, int Part) Drawn(CollectiveEvent happened) => happened switch
    {
        VotingClosed closed => (closed.Id.Number, 0),
        Contested contested => (contested.Part.Decision.Number, contested.Part.Number),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Cards name the text and the roll by their hashes.</summary>
    private static Collective Stamped(Collective state, CollectiveEvent happened, Log log) => happened switch
    {
        DecisionOpened opened => Stamp(state, opened.Id, stamps => stamps with { Text = log.Texts[opened.Id.Number].ToHex() }),
        DecisionEdited edited => Stamp(state, edited.Id, stamps => stamps with { Text = log.Texts[edited.Id.Number].ToHex() }),
        RollFixed roll when roll.Part == roll.Of => Stamp(state, roll.Id, stamps => stamps with { Roll = RollHash(log.Rolls[roll.Id.Number]) }),
        _ => state,
    };

    private static Collective Stamp(Collective state, DecisionId id, Func<Stamps, Stamps> change) =>
        state.Stamped(id, change(state.Decisions[id].Stamps));

    private static string RollHash(ImmutableArray<Hash256> leaves) => Convert.ToHexStringLower(SHA256.HashData([.. leaves.SelectMany(leaf => leaf.ToArray())]));

    /// <summary>Two members are one: of two sealed ballots the later stands, under his name.</summary>
    private Log Merged(MemberId stays, MemberId goes)
    {
        var log = Log;
        foreach (var number in Log.Sealed.Keys.Where(place => place.Member == goes.Hex).Select(place => place.Decision).ToList())
        {
            var ballots = State.Decisions[new DecisionId(number)].Ballots;
            var fold = this with { Log = log };
            if (ballots.Of(State.Members[stays].Number) is { } own && own.Order > ballots.Of(State.Members[goes].Number)!.Order) log = fold.Leave(number, goes);
            else
            {
                var theirs = log.Sealed[(number, goes.Hex)];
                log = fold.Leave(number, stays);
                log = log with { Sealed = log.Sealed.Remove((number, goes.Hex)).SetItem((number, stays.Hex), theirs) };
            }
        }
        return log;
    }

    private Log Leave(int decision, MemberId member) => !Log.Sealed.TryGetValue((decision, member.Hex), out var before) ? Log : Log with
    {
        Sealed = Log.Sealed.Remove((decision, member.Hex)),
        Replaced = Log.Replaced.SetItem(decision, Log.Replaced.GetValueOrDefault(decision, []).Add(before)),
    };
}
