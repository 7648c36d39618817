namespace CivicBot.Core;

/// <summary>Where the voices of a decision's roll are: its routes, by its rule.</summary>
public static class Voices
{
    /// <param name="at">The close, or the moment of asking.</param>
    public static Routes Of(Collective collective, Decision decision, DateTimeOffset at)
    {
        var roll = decision.Roll!;
        var now = decision.AtClose ?? new RoutesAt(at, collective.Delegations, decision.Ballots);
        return Routes.Resolve(roll, decision.Id, decision.Proposal!.Topic, decision.TakesDelegations ? now : now with { Edges = Delegations.Empty }, decision.Fixed,
            decision.WindowBegins is not null, decision.Proposal.Terms.Delegation.Cap(roll.Count));
    }
}
