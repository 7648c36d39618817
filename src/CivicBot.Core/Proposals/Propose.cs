using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>Propose something that binds the collective. It begins by looking for support; whoever proposes is its first supporter.</summary>
/// <param name="Body">The text that would hold; null where the title says all.</param>
/// <param name="Topic">The word by which delegated voices reach it.</param>
/// <param name="NewTopic">A topic that is not known yet may be made of it.</param>
/// <param name="Mode">Null: as the rules say. What goes the way of consent is open.</param>
/// <param name="Review">When it is to be looked at again after adoption; null: as its preset says.</param>
public sealed record Propose(string Title, string? Body, Preset Preset = Preset.Standard, string? Topic = null, bool NewTopic = false, Mode? Mode = null,
    TimeSpan? Review = null, string? Language = null) : CollectiveCommand
{
    /// <summary>A text that long still fits a ledger's entry and two messages.</summary>
    public const int BodyLength = 3_000;

    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!occasion.Standing.Present || occasion.In is not { } room) return new Refusal.NotInTheRoom();
        if (TypedText.Refuse(Title, TypedText.TitleLength) is { } untitled) return untitled;
        if (Body is not null && TypedText.Refuse(Body, BodyLength) is { } unread) return unread;
        if (Mode is Core.Mode.Secret) return new Refusal.SecretComesLater();
        if (Review is { } review && (review < TimeSpan.FromDays(1) || review > TimeSpan.FromDays(3_660))) return new Refusal.UnfitReview();
        return Proposing.Begin(collective, occasion, room, Language, (state, member) =>
            Topics.Find(state, Topic, NewTopic, member) is var (topic, named, unclear) && unclear is not null ? unclear
            : Proposing.Of(state, occasion, new Proposing.Draft(TypedText.Normalize(Title), Body is null ? null : TypedText.Normalize(Body), Preset, topic, Mode, Review, null), member, named));
    }
}

/// <summary>Propose that one of the collective's rules be another.</summary>
/// <param name="To">The new value, in the words of the ledger: bounds have been checked, and are checked again.</param>
public sealed record ProposeRule(string Key, string To, string? Why, string? Language = null) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!occasion.Standing.Present || occasion.In is not { } room) return new Refusal.NotInTheRoom();
        if (Why is not null && TypedText.Refuse(Why, Propose.BodyLength) is { } unread) return unread;
        if (Rules.Read(Key, To) is not RuleRead.Value read) return new Refusal.UnfitRule(Key, To);
        return Proposing.Begin(collective, occasion, room, Language, (state, member) =>
        {
            var from = state.Rules.Of(read.Key);
            if (from == read.Canonical) return new Refusal.RuleIsSo(read.Key, from);
            var change = state.Rules.Change;
            return Proposing.Of(state, occasion, new Proposing.Draft($"{read.Key}: {from} → {read.Canonical}", Why is null ? null : TypedText.Normalize(Why), change.Preset, null,
                change.Mode, null, new RuleChange(read.Key, from, read.Canonical)), member, null);
        });
    }
}

/// <summary>Propose once more what was rejected or found too few, seven days after.</summary>
public sealed record ProposeAgain(DecisionId Id) : DecisionCommand(Id)
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (!occasion.Standing.Present || occasion.In is not { } room) return new Refusal.NotInTheRoom();
        if (decision.Proposal is not { } proposal) return new Refusal.NotAProposal(Id);
        if (decision.Outcome is null or Outcome.Adopted) return new Refusal.NothingToRepeat(Id);
        if (decision.Title is not { } title) return new Refusal.NothingToRepeat(Id);
        if (occasion.At < decision.ClosesAt + Rest) return new Refusal.TooSoonAgain(Id, decision.ClosesAt + Rest);
        if (proposal.Changes is { } change)
        {
            var again = new ProposeRule(change.Key, change.To, decision.Body);
            return again.Decide(collective, occasion);
        }
        return Proposing.Begin(collective, occasion, room, null, (state, member) =>
            Proposing.Of(state, occasion, new Proposing.Draft(title, decision.Body, proposal.Preset, proposal.Topic, decision.Mode, proposal.Review, null), member, null));
    }
}

/// <summary>What all ways to propose have in common.</summary>
internal static class Proposing
{
    private static readonly TimeSpan ReviewByDefault = TimeSpan.FromDays(90);
    private static readonly TimeSpan ReviewOfConsent = TimeSpan.FromDays(180);
    private static readonly TimeSpan ReviewOfUrgent = TimeSpan.FromDays(30);

    public sealed record Draft(string Title, string? Body, Preset Preset, int? Topic, Mode? Mode, TimeSpan? Review, RuleChange? Changes);

    public static Ruling Begin(Collective collective, Occasion occasion, RoomId room, string? language, Func<Collective, MemberId, Ruling> then) =>
        Proposals.RefuseObserver(collective, occasion) is { } observer ? observer
        : Founding.Around(collective, occasion, room, language, collective.Rules.ProposalsBy, then);

    public static Ruling Of(Collective collective, Occasion occasion, Draft draft, MemberId member, TopicNamed? named)
    {
        var rules = collective.Rules;
        var open = collective.Running.Select(id => collective.Decisions[id]).Count(other => other.IsBinding && other.By == member);
        if (open >= rules.ProposalsOpen) return new Refusal.TooManyProposals(open);
        // A change of rule goes the way that the rule for changes says.
        var terms = draft.Changes is null ? rules : rules.ForChange();
        var needed = terms.Support.Needed(Math.Max(1, collective.Active(occasion.At)), draft.Preset);
        var id = collective.NextDecision;
        var review = draft.Review ?? (draft.Preset switch { Preset.Urgent => ReviewOfUrgent, Preset.Consent => ReviewOfConsent, _ => ReviewByDefault });
        var opened = new DecisionOpened(id, "proposal", member, collective.NumberOf(occasion.In!.Value)!.Value, draft.Title, draft.Body, [], Method.YesNo,
            draft.Preset is Preset.Consent or Preset.Lazy ? Mode.Open : draft.Mode ?? terms.Mode, terms.Level.Level,
            [new PhasePlan(Phase.Support, occasion.At + terms.Durations.For(draft.Preset).Support)], new DecisionRule(Change: true, EarlyClose: false), occasion.At)
        {
            Proposal = new Proposal(draft.Preset, terms, needed) { Topic = draft.Topic, Changes = draft.Changes, Review = review, TextSince = occasion.At },
        };
        var supported = new Supported(new PartId(id, 0), member, 1, occasion.At);
        ImmutableArray<CollectiveEvent> events = named is null ? [opened, supported] : [named, opened, supported];
        var after = collective.Apply(events).Decisions[id];
        return Ruling.Of([.. events]).Before(after.Proposal!.Standing(1) >= needed ? [.. SupportDue.Reached(after, occasion.At)] : []);
    }
}
