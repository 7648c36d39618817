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
        Stops = new Stop[roll.Count];
        for (var i = 0; i < Stops.Length; i++)
        {
            var member = roll[i];
            Stops[i].To = i;
            if (ballots.Of(member) is not null) continue;
            if (!edges.Active(member, out var edge, out var scope))
            {
                Stops[i].End = RouteEnd.NoBallot;
                continue;
            }
            Accepted[i] = edge.Accepted;
            if (edges.Cut(member, edge, scope) is { } cut)
            {
                if (!cutsApart)
                {
                    Stops[i].End = cut;
                    continue;
                }
                (Cuts ??= new RouteEnd[roll.Count])[i] = cut;
            }
            Next[i] = roll.IndexOf(edge.Delegate);
            Stops[i].End = edge.KeepsMyVote ? RouteEnd.Kept
                : Next[i] < 0 ? RouteEnd.DelegateGone
                : edge.InPerson && ballots.Of(edge.Delegate) is null ? RouteEnd.InPersonOnly
                : Walk.GoesOn;
            if (Stops[i].End is Walk.GoesOn or RouteEnd.InPersonOnly) Stops[i].To = Next[i];
        }
    }

    /// <summary>For the walk, which fills them in.</summary>
    public Stop[] Stops { get; }

    /// <summary>Who is next, for those whose route goes on.</summary>
    public int[] Next { get; }

    /// <summary>The number of a member's own edge; 0 for who has none, or has voted and needs none.</summary>
    public long[] Accepted { get; }

    /// <summary>Null where nothing was cut; <see cref="RouteEnd.Ballot"/> for whose edge was not.</summary>
    private RouteEnd[]? Cuts { get; set; }

    /// <summary>What cut the route of each member, be it his own edge or the first one further on; null where nothing was cut. Asked before the walk.</summary>
    public Stop[]? CutRoutes()
    {
        if (Cuts is null) return null;
        var cut = new Stop[Cuts.Length];
        for (var i = 0; i < cut.Length; i++) cut[i] = new Stop { To = Next[i], End = Cuts[i] == RouteEnd.Ballot && Stops[i].End == Walk.GoesOn ? Walk.GoesOn : Cuts[i] };
        Walk.ToTheEnds(cut);
        return cut;
    }
}
