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
