namespace CivicBot.Core;

/// <summary>
/// A cap on what one member carries, without clamping anybody's weight (SEMANTICS 2.8): voices are taken in the order in which their routes became complete,
/// and who finds his voter full is held. He is told, and can vote.
/// </summary>
internal static class Holds
{
    private const int Bits = 11;

    /// <returns>How many each member carries.</returns>
    public static int[] Hold(Links links, int cap)
    {
        var stops = links.Stops;
        var carried = new int[stops.Length];
        var crowd = 0;
        for (var i = 0; i < stops.Length; i++)
        {
            if (stops[i].IsCarried(i) && ++carried[stops[i].To] > cap) crowd = carried[stops[i].To] == cap + 1 ? crowd + cap + 1 : crowd + 1;
        }
        // Hardly anybody carries too much, and the order matters among those alone whom he carries.
        if (crowd == 0) return carried;
        var (members, own, newest) = (new int[crowd], new long[crowd], new long[crowd]);
        for (var (i, n) = (0, 0); n < crowd; i++)
        {
            if (!stops[i].IsCarried(i) || carried[stops[i].To] <= cap) continue;
            (members[n], own[n], newest[n]) = (i, links.Accepted[i], Newest(links, i));
            n++;
        }
        foreach (var i in members) carried[stops[i].To] = 0;
        foreach (var n in Sorted(newest, Sorted(own, [.. Enumerable.Range(0, crowd)])))
        {
            ref var stop = ref stops[members[n]];
            if (carried[stop.To] == cap) stop.End = RouteEnd.Held;
            else carried[stop.To]++;
        }
        return carried;
    }

    /// <summary>The edge that completed a route, at most <see cref="Routes.MostSteps"/> long.</summary>
    private static long Newest(Links links, int member)
    {
        var newest = 0L;
        for (var voter = links.Stops[member].To; member != voter; member = links.Next[member]) newest = Math.Max(newest, links.Accepted[member]);
        return newest;
    }

    /// <summary>A stable counting sort, a few bits at a time: linear in what is sorted, however many edges were ever accepted.</summary>
    private static int[] Sorted(long[] keys, int[] order)
    {
        var most = keys.Max();
        var sorted = new int[order.Length];
        for (var shift = 0; most >> shift > 0; shift += Bits)
        {
            var starts = new int[(1 << Bits) + 1];
            foreach (var key in keys) starts[Digit(key, shift) + 1]++;
            for (var digit = 1; digit < starts.Length; digit++) starts[digit] += starts[digit - 1];
            foreach (var n in order) sorted[starts[Digit(keys[n], shift)]++] = n;
            (order, sorted) = (sorted, order);
        }
        return order;
    }

    private static int Digit(long key, int shift) => (int)(key >> shift) & ((1 << Bits) - 1);
}
