namespace CivicBot.Core;

/// <summary>What each member of a roll has when routes are fixed, by the place on the roll: a ballot, an edge to the next, or why neither.</summary>
internal sealed class Links
{
    /// <param name="ballots">Those that end a route.</param>
    /// <param name="cutsApart">What was cut since is noted beside; otherwise a cut edge is none.</param>
    public Links(Roll roll, Applying edges, BallotBox ballots, bool cutsApart)
    {
        Next = new int[roll.Count];
        Accepted = new long[roll.Count];
        Places = new Place[roll.Count];
        for (var i = 0; i < Places.Length; i++)
        {
            var member = roll[i];
            Places[i].To = i;
            if (ballots.Of(member) is not null) continue;
            if (!edges.Active(member, out var edge, out var scope))
            {
                Places[i].End = RouteEnd.NoBallot;
                continue;
            }
            Accepted[i] = edge.Accepted;
            if (edges.Cut(member, edge, scope) is { } cut)
            {
                if (!cutsApart)
                {
                    Places[i].End = cut;
                    continue;
                }
                (Cuts ??= new RouteEnd[roll.Count])[i] = cut;
            }
            Next[i] = roll.IndexOf(edge.Delegate);
            Places[i].End = edge.KeepsMyVote ? RouteEnd.Kept
                : Next[i] < 0 ? RouteEnd.DelegateGone
                : edge.InPerson && ballots.Of(edge.Delegate) is null ? RouteEnd.InPersonOnly
                : Walk.GoesOn;
            if (Places[i].End is Walk.GoesOn or RouteEnd.InPersonOnly) Places[i].To = Next[i];
        }
    }

    /// <summary>For the walk, which fills them in.</summary>
    public Place[] Places { get; }

    /// <summary>Who is next, for those whose route goes on.</summary>
    public int[] Next { get; }

    /// <summary>The number of a member's own edge; 0 for who has none, or has voted and needs none.</summary>
    public long[] Accepted { get; }

    /// <summary>Null where nothing was cut; <see cref="RouteEnd.Ballot"/> for whose edge was not.</summary>
    private RouteEnd[]? Cuts { get; set; }

    /// <summary>What cut the route of each member, be it his own edge or the first one further on; null where nothing was cut. Asked before the walk.</summary>
    public Place[]? CutRoutes()
    {
        if (Cuts is null) return null;
        var cut = new Place[Cuts.Length];
        for (var i = 0; i < cut.Length; i++) cut[i] = new Place { To = Next[i], End = Cuts[i] == RouteEnd.Ballot && Places[i].End == Walk.GoesOn ? Walk.GoesOn : Cuts[i] };
        Walk.ToTheEnds(cut);
        return cut;
    }
}
