namespace CivicBot.Core;

/// <summary>Counted ballots: how many for each option, in the options' order (where options are ranked: how many put it first), and how many members voted.</summary>
public sealed record Tally(Values<long> Counts, long Voters)
{
    /// <summary>Where options are ranked: each against each.</summary>
    public Pairwise? Pairwise { get; init; }

    /// <summary>Where options are ranked: all of them by the method, the best first, those that are level together.</summary>
    public Values<Values<int>> Ranking { get; init; }

    /// <summary>Count the ballots that stand, by the decision's method.</summary>
    public static Tally Of(Decision decision) => Of(decision, decision.Ballots.Alike);

    /// <summary>The same for ballots with the weight that delegations give them.</summary>
    public static Tally Of(Decision decision, IReadOnlyCollection<KeyValuePair<Ballot, long>> ballots) => decision.Method switch
    {
        Method.Single => SingleChoice.Count(ballots, decision.Options.Count),
        Method.Approval => Approval.Count(ballots, decision.Options.Count),
        Method.YesNo => YesNo.Count(ballots),
        Method.Schulze => Schulze.Count(ballots, decision.Options.Count),
        Method.Consent => ConsentRound.Count(ballots),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
