namespace CivicBot.Core;

/// <summary>
/// Follows every route of a roll to its end. Each edge is followed once, for all whose route leads along it: what was found behind it is remembered, in arrays by
/// the place on the roll. There is no recursion, so that a chain of a million members is walked like any other.
/// </summary>
internal sealed class Walk
{
    /// <summary>A member whose route goes on, not walked yet.</summary>
    public const RouteEnd GoesOn = (RouteEnd)254;

    private const RouteEnd OnTheWay = (RouteEnd)255;
    private readonly int[] next;

    /// <param name="next">Who is next, for those whose route goes on; for those of <see cref="RouteEnd.InPersonOnly"/>, who was asked.</param>
    /// <param name="ends">The others' ends, and <see cref="GoesOn"/>. Filled in place.</param>
    /// <param name="accepted">The number of each member's own edge; 0 where he has none.</param>
    public Walk(int[] next, RouteEnd[] ends, long[] accepted)
    {
        this.next = next;
        Ends = ends;
        Newest = [.. accepted];
        Last = new int[next.Length];
        for (var i = 0; i < ends.Length; i++) Last[i] = ends[i] == RouteEnd.InPersonOnly ? next[i] : i;
        Go();
    }

    public RouteEnd[] Ends { get; }

    /// <summary>The member at whom the route stops: whose ballot it is, or who has none to give.</summary>
    public int[] Last { get; }

    /// <summary>The number of the newest edge on the route: its order of completion.</summary>
    public long[] Newest { get; }

    /// <summary>How many edges were followed.</summary>
    public long Followed { get; private set; }

    private void Go()
    {
        var way = new int[16];
        var steps = new byte[next.Length];
        for (var start = 0; start < next.Length; start++)
        {
            var count = 0;
            var at = start;
            for (; Ends[at] == GoesOn; at = next[at])
            {
                Ends[at] = OnTheWay;
                if (count == way.Length) Array.Resize(ref way, count * 2);
                way[count++] = at;
            }
            if (count == 0) continue;
            Followed += count;
            var end = Ends[at] == OnTheWay ? RouteEnd.Cycle : Ends[at];
            var last = Last[at];
            var newest = Newest[at];
            int depth = steps[at];
            while (count > 0)
            {
                at = way[--count];
                if (end == RouteEnd.Ballot && ++depth > Routes.MostSteps) end = RouteEnd.TooDeep;
                newest = Math.Max(newest, Newest[at]);
                (Ends[at], Last[at], Newest[at], steps[at]) = (end, last, newest, (byte)depth);
            }
        }
    }
}
