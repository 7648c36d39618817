using System.Runtime.InteropServices;

namespace CivicBot.Core;

/// <summary>How far a member's route is known. Small, so that a step along it costs one look into memory.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Stop
{
    /// <summary>While the route goes on: who is next. Then: at whom it stops, whose ballot it is, or who has none to give.</summary>
    public int To;

    public RouteEnd End;

    /// <summary>How many edges away the ballot is, where there is one.</summary>
    public byte Steps;

    public readonly bool IsCarried(int self) => End == RouteEnd.Ballot && To != self;

    public readonly bool HasVoted(int self) => End == RouteEnd.Ballot && To == self;
}

/// <summary>
/// Follows every route of a roll to its end. Each edge is followed once, for all whose route leads along it: what was found behind it is remembered. There is no
/// recursion, so that a chain of a million members is walked like any other.
/// </summary>
internal static class Walk
{
    /// <summary>A route that goes on, and was not walked yet.</summary>
    public const RouteEnd GoesOn = (RouteEnd)254;

    private const RouteEnd OnTheWay = (RouteEnd)255;

    /// <returns>How many edges were followed.</returns>
    public static long ToTheEnds(Stop[] stops)
    {
        var followed = 0L;
        var way = new int[16];
        for (var start = 0; start < stops.Length; start++)
        {
            var count = 0;
            var at = start;
            for (; stops[at].End == GoesOn; at = stops[at].To)
            {
                stops[at].End = OnTheWay;
                if (count == way.Length) Array.Resize(ref way, count * 2);
                way[count++] = at;
            }
            if (count == 0) continue;
            followed += count;
            var end = stops[at];
            if (end.End == OnTheWay) end.End = RouteEnd.Cycle;
            while (count > 0)
            {
                if (end.End == RouteEnd.Ballot && ++end.Steps > Routes.MostSteps) end.End = RouteEnd.TooDeep;
                stops[way[--count]] = end;
            }
        }
        return followed;
    }
}
