namespace CivicBot.Core;

/// <summary>Something that happened, with the change it makes. It trusts history and never checks.</summary>
public abstract record CollectiveEvent
{
    public Collective Apply(Collective before) => Change(before);

    private protected abstract Collective Change(Collective before);
}
