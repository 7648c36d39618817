namespace CivicBot.Core;

/// <summary>Another room joins the collective: asked for where somebody has admin rights in a room of it, done where the same person has them too (SEMANTICS 1).</summary>
/// <param name="Asked">The account that asked for it in a room of the collective.</param>
public sealed record LinkRoom(AccountId Asked) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!collective.IsFounded) return new Refusal.NothingFounded();
        if (occasion.In is not { } room) return new Refusal.NotInTheRoom();
        var place = occasion.Standing.Place;
        if (collective.Rooms.Values.Any(linked => linked.Place == place)) return new Refusal.RoomIsLinked();
        if (!occasion.Standing.Admin) return new Refusal.RoomAdminsOnly();
        if (collective.MemberOf(Asked) is not { } member || collective.MemberOf(occasion.By) != member) return new Refusal.NotTheSamePerson();
        if (collective.Decisions.Values.Any(decision => decision is { IsBinding: true, Outcome: not null })) return new Refusal.RoomsJoinByProposal();
        return new RoomLinked(collective.Rooms.Count + 1, room, place, occasion.Standing.PlaceName, member);
    }
}

/// <summary>A room admin takes his room out of the collective.</summary>
public sealed record UnlinkRoom : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!collective.IsFounded) return new Refusal.NothingFounded();
        if (collective.Rooms.Values.LastOrDefault(linked => linked.Place == occasion.Standing.Place) is not { } room || occasion.In is null) return new Refusal.NotInTheRoom();
        if (!occasion.Standing.Admin) return new Refusal.RoomAdminsOnly();
        return collective.Rooms.Values.Any(linked => linked.Room is not null && linked.Place != room.Place)
            ? Ruling.Of([.. collective.Rooms.Values.Where(linked => linked.Place == room.Place).Select(linked => new RoomUnlinked(linked.Number, collective.MemberOf(occasion.By)))])
            : new Refusal.LastRoom();
    }
}

/// <summary>A room is no longer the collective's. Its number stays its own.</summary>
public sealed record RoomUnlinked(int Number, MemberId? By) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before with { Rooms = before.Rooms.SetItem(Number, new LinkedRoom(Number, null, null, null)) };
}
