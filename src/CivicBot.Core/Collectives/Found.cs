using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// Name a collective and set its language and time zone. The first time it founds one; its founder or a room admin may repeat it until
/// the first proposal opens. Nothing else can be set this way: rules change by proposal only.
/// </summary>
public sealed record Found(string? Name, string? Language, string? TimeZone) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!occasion.Standing.Present || (occasion.In is null && !collective.IsFounded)) return new Refusal.NotInTheRoom();
        if (Name is not null && TypedText.Refuse(Name, TypedText.NameLength) is { } unreadable) return unreadable;
        var name = Name is null ? null : TypedText.Normalize(Name);
        if (!collective.IsFounded) return Ruling.Of([.. Founding.Events(occasion, name, Language, TimeZone)]);
        if ((collective.Founder is null || collective.Founder != collective.MemberOf(occasion.By)) && !occasion.Standing.Admin) return new Refusal.NotTheFounder(collective.Name);
        if (collective.Decisions.Values.Any(decision => decision.Kind != "poll")) return new Refusal.RulesChangeByProposal();
        return new AdminActed(collective.MemberOf(occasion.By), "found", name, Language, TimeZone);
    }
}

/// <summary>The first events of a collective, whatever it was that founded it.</summary>
internal static class Founding
{
    /// <summary>
    /// What opens something: whoever does it becomes a member by it, the room belongs to the collective, and where nothing was founded yet it is.
    /// </summary>
    /// <param name="by">Who may, where something was founded.</param>
    /// <param name="then">What is opened, by that member on the state so far.</param>
    public static Ruling Around(Collective collective, Occasion occasion, RoomId room, string? language, Who by, Func<Collective, MemberId, Ruling> then)
    {
        if (collective.IsFounded && by is Who.Member && collective.MemberOf(occasion.By) is null) return new Refusal.MembersOnly();
        ImmutableArray<CollectiveEvent> first = collective.IsFounded ? [] : Events(occasion, name: null, language, timeZone: null);
        var (member, joined) = Acting.In(collective.Apply(first), occasion);
        if (joined is not null) first = first.Add(joined);
        var state = collective.Apply(first);
        if (state.NumberOf(room) is null)
        {
            first = first.Add(new RoomLinked(state.Rooms.Count + 1, room, occasion.Standing.Place, occasion.Standing.PlaceName, member));
            state = state.Apply(first[^1]);
        }
        var ruling = then(state, member);
        return ruling.Refusal is null ? ruling.After(first) : ruling;
    }

    public static ImmutableArray<CollectiveEvent> Events(Occasion occasion, string? name, string? language, string? timeZone)
    {
        var standing = occasion.Standing;
        return
        [
            new CollectiveFounded(name ?? standing.PlaceName, language ?? occasion.Defaults.Language, timeZone ?? occasion.Defaults.TimeZone, Rules.Default),
            new RoomLinked(1, occasion.In, standing.Place, standing.PlaceName, occasion.IfNew),
            new MemberJoined(occasion.IfNew, occasion.By, standing.Name, occasion.At),
        ];
    }
}

/// <summary>A collective began, with the default rules in full.</summary>
public sealed record CollectiveFounded(string? Name, string Language, string TimeZone, Rules Rules) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before with { IsFounded = true, Name = Name, Language = Language, TimeZone = TimeZone, Rules = Rules };
}

/// <summary>Somebody used a right that others do not have; public like everything else. <paramref name="What"/> is the ledger's word for the act.</summary>
public sealed record AdminActed(MemberId? By, string What, string? Name, string? Language, string? TimeZone) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before with
    {
        Name = Name ?? before.Name,
        Language = Language ?? before.Language,
        TimeZone = TimeZone ?? before.TimeZone,
    };
}
