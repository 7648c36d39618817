namespace CivicBot.Core;

/// <summary>Counted ballots: how many for each option, in the options' order (where options are ranked: how many put it first), and how many members voted.</summary>
public sealed record Tally(Values<long> Counts, long Voters)
{
    /// <summary>Where options are ranked: each against each.</summary>
    public Pairwise? Pairwise { get; init; }

    /// <summary>Where options are ranked: all of them by the method, the best first, those that are level together.</summary>
    public Values<Values<int>> Ranking { get; init; }

    /// <summary>Count the ballots that stand, by the decision's method.</summary>
    public static Tally Of(Decision decision) => decision.Method switch
    {
        Method.Single => SingleChoice.Count(decision.Ballots.Alike, decision.Options.Count),
        Method.Approval => Approval.Count(decision.Ballots.Alike, decision.Options.Count),
        Method.YesNo => YesNo.Count(decision.Ballots.Alike),
        Method.Schulze => Schulze.Count(decision.Ballots.Alike, decision.Options.Count),
        Method.Consent => ConsentRound.Count(decision.Ballots.Alike),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
