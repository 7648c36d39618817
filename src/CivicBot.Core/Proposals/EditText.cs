namespace CivicBot.Core;

/// <summary>Give a proposal a new text, by its author: a new version, which supporters are asked to reconfirm.</summary>
/// <param name="Title">Null: as it was.</param>
public sealed record EditText(DecisionId Id, string? Title, string Body, string? Topic = null, bool NewTopic = false) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (collective.MemberOf(occasion.By) is not { } member || member != decision.By) return new Refusal.NotTheOpener(Id);
        var proposal = decision.Proposal!;
        if (proposal.Changes is not null) return new Refusal.RuleTextIsFixed(Id);
        if (proposal.Preset is Preset.Urgent) return new Refusal.TextIsFixed(Id);
        if (Title is not null && TypedText.Refuse(Title, TypedText.TitleLength) is { } untitled) return untitled;
        if (TypedText.Refuse(Body, Propose.BodyLength) is { } unread) return unread;
        var (topic, named, unclear) = Topics.Find(collective, Topic, NewTopic, member);
        if (unclear is not null) return unclear;
        var (title, body) = (Title is null ? decision.Title : TypedText.Normalize(Title), TypedText.Normalize(Body));
        topic ??= proposal.Topic;
        if ((title, body, topic) == (decision.Title, decision.Body, proposal.Topic)) return Ruling.Unchanged;
        var edited = Versions.Of(decision, member, title, body, topic, occasion.At);
        return (named is null ? Ruling.Of(edited) : Ruling.Of(named, edited)).Before([.. Versions.Follow(collective, decision, body, occasion.At)]);
    }
}

/// <summary>What a new version of a text brings with it.</summary>
internal static class Versions
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(48);
    private const int MostMoves = 2;

    public static DecisionEdited Of(Decision decision, MemberId by, string? title, string? body, int? topic, DateTimeOffset at) =>
        new(decision.Id, by, title, body, [], decision.Phases) { Topic = topic, At = at };

    /// <summary>Its author stands by it; other amendments go on from it or collide; the discussion leaves time to read it.</summary>
    public static IEnumerable<CollectiveEvent> Follow(Collective collective, Decision decision, string? text, DateTimeOffset at, int? accepted = null)
    {
        var proposal = decision.Proposal!;
        if (proposal.Supporters.ContainsKey(collective.Members[decision.By].Number))
        {
            yield return new Supported(new PartId(decision.Id, 0), decision.By, decision.Version + 1, at);
        }
        foreach (var other in Amending.Rebase(decision, text, at, accepted)) yield return other;
        if (decision.Phase is not Phase.Discussion) yield break;
        if (proposal.Preset is Preset.Consent && proposal.Round > 0) yield return new PhaseMoved(decision.Id, Rounds.NextAfter(decision, at), MoveReason.NewVersion);
        else if (proposal.Preset is not Preset.Consent && decision.ClosesAt - at < Late && proposal.Moves < MostMoves) yield return new PhaseMoved(decision.Id, at + Late, MoveReason.LateVersion);
    }
}
