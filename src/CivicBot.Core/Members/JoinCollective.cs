namespace CivicBot.Core;

/// <summary>Become a member by saying so, or an observer, who reads and discusses and is on no roll.</summary>
public sealed record JoinCollective(bool AsObserver) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!collective.IsFounded) return new Refusal.NothingFounded();
        var acting = Acting.In(collective, occasion);
        if (acting.Joined is null)
        {
            // Whoever left, or was idle for so long that no roll would list him, says by it that he is there.
            var member = collective.Members[acting.Member];
            var there = member.LeftAt is null && member.LastActed >= occasion.At - collective.Rules.Idle;
            return there && member.IsObserver == AsObserver ? Ruling.Unchanged : new RoleTaken(acting.Member, AsObserver, occasion.At);
        }
        if (!occasion.Standing.Present) return new Refusal.NotInTheRoom();
        return AsObserver ? acting.And(new RoleTaken(acting.Member, AsObserver, occasion.At)) : acting.Joined;
    }
}

/// <summary>Vouch for another member: I know this person, and this is the only account of his here that votes.</summary>
public sealed record Vouch(MemberId For) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!collective.IsFounded) return new Refusal.NothingFounded();
        if (!collective.Members.TryGetValue(For, out var member)) return new Refusal.NoSuchMember();
        if (collective.MemberOf(occasion.By) is not { } by) return new Refusal.MembersOnly();
        if (by == For) return new Refusal.NotForYourself();
        return member.Vouchers.Contains(collective.Members[by].Number) ? Ruling.Unchanged : new Vouched(by, For, occasion.At);
    }
}

/// <summary>The platform says that an account has left the collective's rooms.</summary>
public sealed record LeaveRooms : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion) =>
        collective.MemberOf(occasion.By) is { } member && collective.Members[member].LeftAt is null ? new MemberLeft(member, occasion.At) : Ruling.Unchanged;
}

/// <summary>A member observes from now on, or votes again.</summary>
public sealed record RoleTaken(MemberId Member, bool Observer, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before) =>
        before with { Members = before.Members.SetItem(Member, before.Members[Member] with { IsObserver = Observer }) };
}

/// <summary>A member vouches for another.</summary>
public sealed record Vouched(MemberId By, MemberId For, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before)
    {
        var member = before.Members[For];
        return before with { Members = before.Members.SetItem(For, member with { Vouchers = [.. member.Vouchers, before.Members[By].Number] }) };
    }
}

/// <summary>A member has left the rooms. Running decisions keep the ballots and delegations that stand; later rolls are without this member.</summary>
public sealed record MemberLeft(MemberId Member, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before with { Members = before.Members.SetItem(Member, before.Members[Member] with { LeftAt = At }) };
}
