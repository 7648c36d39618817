namespace CivicBot.Core;

/// <summary>A command about one decision.</summary>
public abstract record DecisionCommand(DecisionId Id) : CollectiveCommand
{
    private protected sealed override Ruling Rule(Collective collective, Occasion occasion) =>
        !collective.IsFounded ? new Refusal.NothingFounded()
        : collective.Find(Id) is not { } decision ? new Refusal.NoSuchDecision(Id, collective.Decisions.Count)
        : Rule(collective, decision, occasion);

    private protected abstract Ruling Rule(Collective collective, Decision decision, Occasion occasion);
}
