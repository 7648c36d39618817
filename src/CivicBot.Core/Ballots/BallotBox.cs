using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>A ballot, and when it was cast. The ballot is null once its opening has been erased.</summary>
/// <param name="Order">Its place in the order of voting, which tells apart those of one second.</param>
public sealed record CastAt(Ballot? Ballot, DateTimeOffset At, int Order = 0);

/// <summary>
/// The ballots of a decision that stand, by the number of their member. Beside them it keeps how many are alike, so that counting does not grow with the
/// voters and a live card stays cheap in a large vote.
/// </summary>
public sealed class BallotBox
{
    private readonly Paged<CastAt> ballots;
    private readonly int casts;

    private BallotBox(Paged<CastAt> ballots, ImmutableDictionary<Ballot, long> alike, int casts) =>
        (this.ballots, Alike, this.casts) = (ballots, alike, casts);

    public static BallotBox Empty { get; } = new(Paged<CastAt>.Empty, ImmutableDictionary<Ballot, long>.Empty, casts: 0);

    /// <summary>Each different ballot, and how many members cast it: what every method counts.</summary>
    public ImmutableDictionary<Ballot, long> Alike { get; }

    /// <summary>How many members have voted.</summary>
    public int Count => ballots.Count;

    /// <summary>Somebody has cast a ballot, even if it was withdrawn: from then on the options stand.</summary>
    public bool EverCast => casts > 0;

    public IEnumerable<KeyValuePair<int, CastAt>> ByMember => ballots.Taken;

    /// <param name="member">The member's number.</param>
    public CastAt? Of(int member) => ballots[member];

    public BallotBox With(int member, CastAt cast) =>
        new(ballots.With(member, cast with { Order = casts + 1 }), Add(Add(Alike, Of(member)?.Ballot, -1), cast.Ballot, 1), casts + 1);

    public BallotBox Without(int member) =>
        new(ballots.With(member, null), Add(Alike, Of(member)?.Ballot, -1), casts);

    /// <summary>The same where two members are one: of two ballots the later stands.</summary>
    internal BallotBox Merged(int stays, int goes)
    {
        if (Of(goes) is not { } theirs) return this;
        return Of(stays) is { } own && own.Order > theirs.Order
            ? Without(goes)
            : new(ballots.With(goes, null).With(stays, theirs), Add(Alike, Of(stays)?.Ballot, -1), casts);
    }

    private static ImmutableDictionary<Ballot, long> Add(ImmutableDictionary<Ballot, long> alike, Ballot? ballot, int more)
    {
        if (ballot is null) return alike;
        var count = alike.GetValueOrDefault(ballot) + more;
        return count == 0 ? alike.Remove(ballot) : alike.SetItem(ballot, count);
    }
}
