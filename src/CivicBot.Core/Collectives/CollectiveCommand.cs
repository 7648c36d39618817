namespace CivicBot.Core;

/// <summary>Something an account asks of a collective, with the rule that answers it.</summary>
public abstract record CollectiveCommand
{
    /// <summary>
    /// What comes of it at the time of the occasion. Time passes first: whatever fell due at or before that moment happens,
    /// in order of due time, whether or not the command itself is accepted. What the command itself made due happens after it.
    /// </summary>
    public Ruling Decide(Collective collective, Occasion occasion)
    {
        var elapsed = Elapse.Until(occasion.At, collective);
        var present = collective.Apply(elapsed);
        var ruling = Rule(present, occasion);
        return (ruling.Events.IsEmpty ? ruling : ruling.Before(Elapse.Until(occasion.At, present.Apply(ruling.Events)))).After(elapsed);
    }

    private protected abstract Ruling Rule(Collective collective, Occasion occasion);
}

/// <summary>Nothing is asked but that time passes: deadlines that have come are carried out.</summary>
public sealed record LetTimePass : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion) => Ruling.Unchanged;
}
