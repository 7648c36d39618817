namespace CivicBot.Core;

/// <summary>A delegation that waits for the delegate's yes.</summary>
public sealed record Offer(int Delegate, DateTimeOffset Expires, bool InPerson, DateTimeOffset At);

/// <summary>A member entrusts his voice to another, or keeps it from a wider delegation.</summary>
/// <param name="Accepted">It holds at once: the delegate takes such delegations without being asked, or nobody has to.</param>
public sealed record DelegationMade(MemberId By, Scope Scope, MemberId? To, DateTimeOffset Until, bool InPerson, bool Accepted, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before)
    {
        var me = before.Members[By].Number;
        var to = To is { } delegated ? before.Members[delegated].Number : Edge.Nobody;
        return Accepted
            ? before with { Delegations = before.Delegations.With(me, Scope, to, Until, InPerson), Offers = before.Offers.Remove((me, Scope)) }
            : before with { Offers = before.Offers.SetItem((me, Scope), new Offer(to, Until, InPerson, At)) };
    }
}

/// <summary>A delegation stands longer, and is the same as before. Whoever was asked in its place no longer is.</summary>
public sealed record DelegationRenewed(MemberId By, Scope Scope, DateTimeOffset Until, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before)
    {
        var me = before.Members[By].Number;
        return before with { Delegations = before.Delegations.Renewed(me, Scope, Until), Offers = before.Offers.Remove((me, Scope)) };
    }
}

/// <summary>A delegate said yes or no.</summary>
public sealed record OfferAnswered(MemberId By, MemberId Delegator, Scope Scope, bool Accepted, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before)
    {
        var delegator = before.Members[Delegator].Number;
        var offer = before.Offers[(delegator, Scope)];
        return before with
        {
            Offers = before.Offers.Remove((delegator, Scope)),
            Delegations = Accepted ? before.Delegations.With(delegator, Scope, offer.Delegate, offer.Expires, offer.InPerson) : before.Delegations,
        };
    }
}

/// <summary>A delegation came to an end: taken back by whoever gave it, or given back by the delegate.</summary>
public sealed record DelegationEnded(MemberId Delegator, Scope Scope, MemberId By, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before)
    {
        var delegator = before.Members[Delegator].Number;
        return before with { Delegations = before.Delegations.Without(delegator, Scope), Offers = before.Offers.Remove((delegator, Scope)) };
    }
}

/// <summary>A member takes delegations without being asked, or no longer.</summary>
public sealed record OpenedToDelegations(MemberId Member, Scope Scope, bool Open, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before)
    {
        var key = (before.Members[Member].Number, Scope);
        return before with { OpenTo = Open ? before.OpenTo.Add(key) : before.OpenTo.Remove(key) };
    }
}
