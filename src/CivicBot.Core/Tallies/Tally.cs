namespace CivicBot.Core;

/// <summary>Counted ballots: how many for each option, in the options' order, and how many members voted.</summary>
public sealed record Tally(Values<long> Counts, long Voters)
{
    /// <summary>Count the ballots that stand, by the decision's method.</summary>
    public static Tally Of(Decision decision) => decision.Method switch
    {
        Method.Single => SingleChoice.Count(decision.Ballots.Alike, decision.Options.Count),
        Method.Approval => Approval.Count(decision.Ballots.Alike, decision.Options.Count),
        Method.YesNo => YesNo.Count(decision.Ballots.Alike),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
