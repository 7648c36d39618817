using System.Runtime.InteropServices;

namespace CivicBot.Core;

/// <summary>
/// Where the voice of each member of a roll is in one decision, at a moment: live while voting goes on, or for good at its close (SEMANTICS 2.4). Every member is
/// counted exactly once, so the tally is a sum of units; a voter's own unit and those he carries may differ.
/// </summary>
public sealed class Routes
{
    /// <summary>A ballot further away than this many edges is not reached.</summary>
    public const int MostSteps = 8;

    private readonly Roll roll;
    private readonly Applying edges;
    private readonly RoutesAt then;
    private readonly RoutesAt now;
    private readonly Stop[] stops;
    private readonly int[] carried;
    private readonly Dictionary<Ballot, long> units = [];

    private Routes(Roll roll, Applying edges, RoutesAt then, RoutesAt now, bool fixedBefore, int? cap)
    {
        (this.roll, this.edges, this.then, this.now) = (roll, edges, then, now);
        var links = new Links(roll, edges, then.Ballots, cutsApart: fixedBefore);
        var cuts = links.CutRoutes();
        stops = links.Stops;
        Followed = Walk.ToTheEnds(stops);
        carried = Holds.Hold(links, cap ?? roll.Count);
        if (fixedBefore) Follow(cuts);
        Turnout = Count(links.Accepted);
        Weigh(fixedBefore);
    }

    /// <summary>All units: how many members are counted with each different ballot.</summary>
    public IReadOnlyDictionary<Ballot, long> Units => units;

    public Turnout Turnout { get; }

    /// <summary>How many edges were followed to find this: one a member at most, however long the routes.</summary>
    public long Followed { get; }

    /// <summary>Who carries others, and how many.</summary>
    public IEnumerable<KeyValuePair<int, int>> Carriers =>
        Enumerable.Range(0, roll.Count).Where(i => carried[i] > 0).Select(i => KeyValuePair.Create(roll[i], carried[i]));

    /// <summary>The members who have not voted and whom others follow, and how many: their voices count only if he votes, or they do. Asked before routes are fixed.</summary>
    public IEnumerable<KeyValuePair<int, int>> Awaited =>
        Enumerable.Range(0, roll.Count).Where(i => stops[i].To != i && stops[i].End is RouteEnd.NoBallot or RouteEnd.Kept or RouteEnd.InPersonOnly)
            .GroupBy(i => stops[i].To).OrderBy(waiting => waiting.Key).Select(waiting => KeyValuePair.Create(roll[waiting.Key], waiting.Count()));

    /// <param name="now">What stands at the moment asked about: the close, or now.</param>
    /// <param name="before">What was kept when routes were fixed, or when the harvest guard began; null as long as that moment has not come.</param>
    /// <param name="window">There is an override window: <paramref name="before"/> fixes routes and ballots. Without one it fixes which edges apply, and no ballot.</param>
    /// <param name="cap">How many voices one member carries; null for any number.</param>
    public static Routes Resolve(Roll roll, DecisionId decision, int? topic, RoutesAt now, RoutesAt? before, bool window, int? cap)
    {
        var fixedBefore = window && before is not null;
        var then = before is null ? now : fixedBefore ? before : before with { Ballots = now.Ballots };
        return new Routes(roll, new Applying(decision, topic, then, now, expiryCuts: !fixedBefore), then, now, fixedBefore, cap);
    }

    /// <summary>Null for who is not on the roll.</summary>
    public RouteEnd? EndOf(int member) => roll.IndexOf(member) is var i and >= 0 ? stops[i].End : null;

    /// <summary>With whose ballot a member is counted, or would be if he were not held; null where his route leads to none.</summary>
    public int? VoterOf(int member) => roll.IndexOf(member) is var i and >= 0 && stops[i].End is RouteEnd.Ballot or RouteEnd.Held ? roll[stops[i].To] : null;

    /// <summary>The ballot with which a member is counted; null where he is with none. That of another is as it was when routes were fixed.</summary>
    public Ballot? BallotOf(int member) =>
        EndOf(member) is not RouteEnd.Ballot ? null : VoterOf(member) is { } voter && voter == member ? now.Ballots.Of(member)?.Ballot : then.Ballots.Of(VoterOf(member)!.Value)?.Ballot;

    /// <summary>How many others are counted with a member's ballot.</summary>
    public int CarriedBy(int member) => roll.IndexOf(member) is var i and >= 0 ? carried[i] : 0;

    /// <summary>The edges along which a member's voice travels, as far as they hold; none for who has voted. The last one of a ring leads back into it.</summary>
    public IEnumerable<Step> PathOf(int member)
    {
        if (now.Ballots.Of(member) is not null) yield break;
        var seen = new HashSet<int>();
        while (roll.Contains(member) && then.Ballots.Of(member) is null && seen.Add(member)
            && edges.Active(member, out var edge, out var place) && edges.Cut(member, edge, place) is null)
        {
            yield return new Step(member, edges.ScopeAt(place), edge);
            if (edge.InPerson && then.Ballots.Of(edge.Delegate) is null) yield break;
            member = edge.Delegate;
        }
    }

    /// <summary>What happened since the routes were fixed: who votes is counted with that, who took his ballot back with none, and a cut route leads nowhere.</summary>
    private void Follow(Stop[]? cuts)
    {
        for (var i = 0; i < stops.Length; i++)
        {
            var before = stops[i];
            if (now.Ballots.Of(roll[i]) is not null) stops[i] = new Stop { To = i, End = RouteEnd.Ballot };
            else if (before.HasVoted(i)) stops[i].End = RouteEnd.NoBallot;
            else if (cuts?[i].End is RouteEnd.NoBallot or RouteEnd.Kept) stops[i].End = cuts[i].End;
            if (before.IsCarried(i) && !stops[i].IsCarried(i)) carried[before.To]--;
        }
    }

    private Turnout Count(long[] accepted)
    {
        var (direct, represented, silent) = (0L, 0L, 0L);
        var lost = new long[(int)RouteEnd.Held + 1];
        for (var i = 0; i < stops.Length; i++)
        {
            if (stops[i].HasVoted(i)) direct++;
            else if (stops[i].IsCarried(i)) represented++;
            else
            {
                lost[(int)stops[i].End]++;
                if (stops[i].End == RouteEnd.NoBallot && accepted[i] == 0 && !edges.Active(roll[i], out _, out _)) silent++;
            }
        }
        return new Turnout(direct, represented, lost.ToValues(), silent);
    }

    /// <summary>A voter's own unit goes by his ballot, and those he carries by that of the moment at which routes were fixed.</summary>
    private void Weigh(bool fixedBefore)
    {
        for (var i = 0; i < stops.Length; i++)
        {
            if (stops[i].HasVoted(i)) Add(now.Ballots.Of(roll[i])!, fixedBefore ? 1 : 1 + carried[i]);
            if (fixedBefore && carried[i] > 0) Add(then.Ballots.Of(roll[i])!, carried[i]);
        }
    }

    private void Add(CastAt cast, int members)
    {
        // A ballot whose opening has been erased is known to have been cast, and no more.
        if (cast.Ballot is { } ballot) CollectionsMarshal.GetValueRefOrAddDefault(units, ballot, out _) += members;
    }
}
