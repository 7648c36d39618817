namespace CivicBot.Core;

/// <summary>Something that happened, with the change it makes. It trusts history and never checks.</summary>
public abstract record CollectiveEvent
{
    public Collective Apply(Collective before) => Act is var (member, at) ? Change(before).Acted(member, at) : Change(before);

    /// <summary>Whose act it was, and when; null where nobody acted.</summary>
    private protected virtual (MemberId Member, DateTimeOffset At)? Act => null;

    private protected abstract Collective Change(Collective before);
}
