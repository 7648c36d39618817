using System.Collections.Immutable;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>A ledger and what it amounts to, entry by entry. The same steps run live, at start and in the audit.</summary>
internal sealed record Fold(Collective State, Log Log)
{
    public static Fold Empty { get; } = new(Collective.Empty, Log.Empty);

    /// <summary>One more entry.</summary>
    public Fold Add(CollectiveEvent happened, Entry entry, DateTimeOffset at) =>
        new(happened.Apply(State), Places(happened, entry) with { Frontier = Log.Frontier.Append(entry.Leaf), LastTime = at });

    /// <summary>The openings that a closing decision leaves behind: those of sealed ballots that no longer stand.</summary>
    public ImmutableArray<long> LeftBehind(DecisionId id) => Log.Replaced.GetValueOrDefault(id.Number, []);

    private Log Places(CollectiveEvent happened, Entry entry)
    {
        switch (happened)
        {
            case DecisionOpened opened:
                return Log with { Texts = Log.Texts.SetItem(opened.Id.Number, entry.Leaf) };
            case DecisionEdited edited:
                return Log with { Texts = Log.Texts.SetItem(edited.Id.Number, entry.Leaf) };
            case BallotCast cast when State.Decisions[cast.Id].Mode is Mode.Sealed:
                var left = Leave(cast.Id.Number, cast.Voter);
                return left with { Sealed = left.Sealed.SetItem((cast.Id.Number, cast.Voter.Hex), entry.N) };
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

    private Log Leave(int decision, MemberId member) => !Log.Sealed.TryGetValue((decision, member.Hex), out var before) ? Log : Log with
    {
        Sealed = Log.Sealed.Remove((decision, member.Hex)),
        Replaced = Log.Replaced.SetItem(decision, Log.Replaced.GetValueOrDefault(decision, []).Add(before)),
    };
}
