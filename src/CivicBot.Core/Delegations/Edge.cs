using System.Runtime.InteropServices;

namespace CivicBot.Core;

/// <summary>An accepted delegation; a member has at most one for a scope. A value, so that a million of them lie side by side and are read in a row.</summary>
/// <param name="Delegate">The number of the member whose ballot counts for the delegator too, or <see cref="Nobody"/>.</param>
/// <param name="Accepted">Its place in the order of acceptance in the collective, from 1: it tells edges apart, and orders the holds. 0 is no edge.</param>
/// <param name="Expires">From this moment on it is none.</param>
/// <param name="InPerson">It holds only where the delegate votes himself: he cannot pass it on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Edge(int Delegate, long Accepted, DateTimeOffset Expires, bool InPerson)
{
    /// <summary>Delegating to nobody keeps one's vote: it cuts a delegation of a wider scope.</summary>
    public const int Nobody = -1;

    public bool KeepsMyVote => Delegate == Nobody;
}
