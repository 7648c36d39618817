namespace CivicBot.Core;

/// <summary>
/// A cap on what one member carries, without clamping anybody's weight (SEMANTICS 2.8): voices are taken in the order in which their routes became complete,
/// and who finds his voter full is held. He is told, and can vote.
/// </summary>
internal static class Holds
{
    private const int Bits = 11;

    public static void Hold(Walk walk, long[] accepted, int cap)
    {
        var carried = new int[accepted.Length];
        var carriers = 0;
        for (var i = 0; i < carried.Length; i++)
        {
            if (IsCarried(walk, i) && ++carried[walk.Last[i]] == cap + 1) carriers++;
        }
        // Hardly anybody carries too much, and the order matters among those alone whom he carries.
        if (carriers == 0) return;
        var crowd = new List<int>();
        for (var i = 0; i < carried.Length; i++)
        {
            if (IsCarried(walk, i) && carried[walk.Last[i]] > cap) crowd.Add(i);
        }
        var order = crowd.ToArray();
        foreach (var i in order) carried[walk.Last[i]] = 0;
        Sort(ref order, accepted);
        Sort(ref order, walk.Newest);
        foreach (var i in order)
        {
            if (carried[walk.Last[i]] == cap) walk.Ends[i] = RouteEnd.Held;
            else carried[walk.Last[i]]++;
        }
    }

    private static bool IsCarried(Walk walk, int i) => walk.Ends[i] == RouteEnd.Ballot && walk.Last[i] != i;

    /// <summary>A stable counting sort, a few bits at a time: linear in the members, however many edges were ever accepted.</summary>
    private static void Sort(ref int[] members, long[] keys)
    {
        var most = 0L;
        foreach (var member in members) most = Math.Max(most, keys[member]);
        var sorted = new int[members.Length];
        for (var shift = 0; most >> shift > 0; shift += Bits)
        {
            var starts = new int[(1 << Bits) + 1];
            foreach (var member in members) starts[Digit(keys[member], shift) + 1]++;
            for (var digit = 1; digit < starts.Length; digit++) starts[digit] += starts[digit - 1];
            foreach (var member in members) sorted[starts[Digit(keys[member], shift)]++] = member;
            (members, sorted) = (sorted, members);
        }
    }

    private static int Digit(long key, int shift) => (int)(key >> shift) & ((1 << Bits) - 1);
}
