using CivicBot.Core;

namespace CivicBot.Benchmarks;

/// <summary>
/// From the state to the units: resolving the delegations of a whole roll out of the immutable collections, holds and all, against a plain walk over prepared arrays
/// in the same run, in which each member follows up to eight edges and nothing is remembered. Machines are noisy: the ratio counts.
/// </summary>
internal static class Delegating
{
    private const int Runs = 15;
    private const int TopicOfAll = 3;
    private const double Most = 8;
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DecisionId Seven = new(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        Console.WriteLine("  members |   units in ms | plain walk ms | ratio | steps a member | bytes a member | direct, represented, lost");
        var measured = new[] { 10_000, 100_000, 1_000_000 }.Select(Measure).ToArray();
        var steps = measured.Select(one => one.Steps).ToArray();
        var kept = measured.All(one => one.Ratio <= Most && one.Time < Limit) && steps.Max() - steps.Min() < 0.02 * steps.Max();
        Console.WriteLine($"delegations, state to units / plain walk: at most {measured.Max(one => one.Ratio):0.0}; at most {Most:0} is asked, "
            + $"in under a second, with the same steps a member ({steps.Min():0.000} to {steps.Max():0.000}) from the smallest roll to the largest: {(kept ? "kept" : "NOT KEPT")}");
        return kept ? 0 : 1;
    }

    private static (double Ratio, TimeSpan Time, double Steps) Measure(int members)
    {
        var forest = new Forest(members, seed: 1);
        var (roll, now) = (forest.Roll, new RoutesAt(Noon, forest.Edges, forest.Ballots));
        var cap = Rules.Default.Delegation.Cap(roll.Count);
        Routes Resolve() => Routes.Resolve(roll, Seven, TopicOfAll, now, before: null, window: false, cap);
        var (next, voted) = forest.Prepared;
        var units = new int[members];
        TimeSpan ours = TimeSpan.MaxValue, plain = TimeSpan.MaxValue;
        // The best of several, turn by turn, for some seconds: the runtime compiles better what has run often.
        var started = TimeProvider.System.GetTimestamp();
        for (var turn = 0; turn < Runs || TimeProvider.System.GetElapsedTime(started) < Patience; turn++)
        {
            ours = Least(ours, Time(() => Resolve()));
            plain = Least(plain, Time(() => Walk(next, voted, units)));
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var routes = Resolve();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)members;
        var steps = routes.Followed / (double)members;
        var turnout = routes.Turnout;
        if (turnout.Counted + turnout.Lost.Sum() != roll.Count || routes.Units.Values.Sum() != turnout.Counted) throw new InvalidOperationException("somebody was counted twice, or not at all");
        Console.WriteLine($"{members,9} | {ours.TotalMilliseconds,13:0.00} | {plain.TotalMilliseconds,13:0.00} | {ours / plain,5:0.0} | {steps,14:0.000} | {bytes,14:0.0} | "
            + $"{turnout.Direct}, {turnout.Represented}, {string.Join(' ', Enum.GetValues<RouteEnd>().Skip(1).Select(end => $"{end} {turnout[end]}"))}");
        return (ours / plain, ours, steps);
    }

    /// <summary>The baseline: every member walks by himself to a ballot, a dead end, or his eighth edge.</summary>
    private static void Walk(int[] next, bool[] voted, int[] units)
    {
        Array.Clear(units);
        for (var member = 0; member < next.Length; member++)
        {
            var at = member;
            for (var step = 0; step < Routes.MostSteps && !voted[at] && next[at] >= 0; step++) at = next[at];
            if (voted[at]) units[at]++;
        }
    }

    private static TimeSpan Time(Action action)
    {
        var started = TimeProvider.System.GetTimestamp();
        action();
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
