namespace CivicBot.Core;

/// <summary>How many members must vote themselves, whomever they represent (SEMANTICS 2.8): that many, or all if they are fewer.</summary>
public sealed record MinDirect(int Least)
{
    public int Needed(int roll) => Math.Min(Least, roll);
}
