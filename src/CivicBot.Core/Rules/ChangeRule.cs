namespace CivicBot.Core;

/// <summary>
/// How the rules themselves are changed (SEMANTICS 3.1): always by a standard proposal, in a mode, with a quorum and a majority of their own. Its bounds are
/// narrower than those of other proposals, so that no collective can lock itself into rules that nobody can change any more.
/// </summary>
public sealed record ChangeRule(Preset Preset, Mode Mode, Quorum Quorum, Majority Majority);
