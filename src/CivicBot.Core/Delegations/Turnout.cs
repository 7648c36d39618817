namespace CivicBot.Core;

/// <summary>Every member of a roll, counted once (SEMANTICS 2.10).</summary>
/// <param name="Direct">Voted themselves.</param>
/// <param name="Represented">Are counted with the ballot of another.</param>
/// <param name="Lost">Those without a ballot, by <see cref="RouteEnd"/>.</param>
/// <param name="Silent">Those of <see cref="RouteEnd.NoBallot"/> who had no delegation: they did not vote, and nothing was lost.</param>
public sealed record Turnout(long Direct, long Represented, Values<long> Lost, long Silent)
{
    public long this[RouteEnd why] => Lost[(int)why];

    /// <summary>How many members' voices count.</summary>
    public long Counted => Direct + Represented;
}
