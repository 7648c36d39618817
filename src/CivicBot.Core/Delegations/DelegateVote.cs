namespace CivicBot.Core;

/// <summary>Let another member vote for oneself where one does not vote, until a day; or let nobody, where a wider delegation would reach.</summary>
/// <param name="To">Null: nobody, so that one's vote is kept.</param>
/// <param name="Topic">On what; with <paramref name="Decision"/> null too, on everything.</param>
/// <param name="Until">Null: as long as the rules say.</param>
/// <param name="InPerson">Only if that member votes in person: the voice does not travel on.</param>
public sealed record DelegateVote(MemberId? To, string? Topic, bool NewTopic, DecisionId? Decision, DateTimeOffset? Until, bool InPerson) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!collective.IsFounded) return new Refusal.NothingFounded();
        if (collective.MemberOf(occasion.By) is null && !occasion.Standing.Present) return new Refusal.NotInTheRoom();
        var acting = Acting.In(collective, occasion);
        var state = acting.Joined is { } joined ? collective.Apply(joined) : collective;
        var me = state.Members[acting.Member];
        if (me.IsObserver) return new Refusal.ObserversCannot();
        if (To == acting.Member) return new Refusal.NotToYourself();
        if (To is { } to && !state.Members.ContainsKey(to)) return new Refusal.NoSuchMember();
        if (To is { } observing && state.Members[observing].IsObserver) return new Refusal.NotToAnObserver(observing);
        if (To is null && Topic is null && Decision is null) return new Refusal.NobodyNeedsAScope();
        var rule = state.Rules.Delegation;
        if (!rule.On) return new Refusal.DelegationIsOff();
        if (Decision is { } id && Unfit(state, id, occasion.At) is { } unfit) return unfit;
        var latest = occasion.At + DelegationRule.Longest;
        if (Until <= occasion.At) return new Refusal.ClosesInThePast(Until.Value);
        if (Until > latest) return new Refusal.UntilTooLate(latest);
        var (topic, named, unclear) = Topics.Find(state, Topic, NewTopic, acting.Member);
        if (unclear is not null) return unclear;
        var scope = Decision is { } one ? Scope.OfDecision(one) : topic is { } number ? Scope.OfTopic(number) : Scope.Everything;
        // What concerns one decision ends with it.
        var until = Decision is not null ? latest : Until ?? occasion.At + rule.Lasts;
        // Who said yes once need not say it again, as long as it holds.
        if (state.Delegations.Of(me.Number, scope) is { } stands && stands.Expires > occasion.At
            && To is { } same && stands.Delegate == state.Members[same].Number && stands.InPerson == InPerson)
        {
            var asks = state.Offers.ContainsKey((me.Number, scope));
            return stands.Expires == until && !asks ? Ruling.Unchanged : Ruling.Of(new DelegationRenewed(acting.Member, scope, until, occasion.At));
        }
        var taken = To is not { } delegated || OpenFor(state, state.Members[delegated].Number, scope);
        var made = new DelegationMade(acting.Member, scope, To, until, InPerson, taken, occasion.At);
        CollectiveEvent?[] events = [acting.Joined, named, made];
        return Ruling.Of([.. events.OfType<CollectiveEvent>()]);
    }

    private static Refusal? Unfit(Collective collective, DecisionId id, DateTimeOffset at) =>
        collective.Find(id) is not { } decision ? new Refusal.NoSuchDecision(id, collective.Decisions.Count)
        : !decision.IsRunning ? new Refusal.AlreadyClosed(id, decision.ClosesAt, at)
        : decision.Proposal is null || (decision.Phase is Phase.Voting && !decision.TakesDelegations) || decision.Proposal.Preset is Preset.Consent or Preset.Lazy ? new Refusal.EachForHimself(id)
        : null;

    private static bool OpenFor(Collective collective, int member, Scope scope) =>
        collective.OpenTo.Contains((member, scope)) || collective.OpenTo.Contains((member, Scope.Everything));
}

/// <summary>Say yes or no to voting for somebody. A no may come later too, and ends it.</summary>
public sealed record AnswerOffer(MemberId Delegator, bool Accept) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.MemberOf(occasion.By) is not { } me) return new Refusal.MembersOnly();
        if (!collective.Members.TryGetValue(Delegator, out var delegator)) return new Refusal.NoSuchMember();
        var mine = collective.Members[me].Number;
        var offers = collective.Offers.Where(offer => offer.Key.Delegator == delegator.Number && offer.Value.Delegate == mine && offer.Value.Expires > occasion.At)
            .Select(offer => offer.Key.Scope).Where(scope => IsOpen(collective, scope)).Order().ToList();
        if (offers.Count > 0) return Ruling.Of([.. offers.Select(scope => new OfferAnswered(me, Delegator, scope, Accept, occasion.At))]);
        var held = collective.Delegations.From(delegator.Number).Where(edge => edge.Value.Delegate == mine && edge.Value.Expires > occasion.At).Select(edge => edge.Key).Order().ToList();
        if (held.Count == 0) return new Refusal.NoSuchOffer(Delegator);
        return Accept ? Ruling.Unchanged : Ruling.Of([.. held.Select(scope => new DelegationEnded(Delegator, scope, me, occasion.At))]);
    }

    /// <summary>What was asked for one decision ends with it.</summary>
    private static bool IsOpen(Collective collective, Scope scope) => scope.Reach is not Reach.Decision || collective.Running.Contains(new DecisionId(scope.Number));
}

/// <summary>Take a delegation back; effective at once in everything that is open.</summary>
public sealed record Undelegate(Scope Scope) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.MemberOf(occasion.By) is not { } me) return new Refusal.MembersOnly();
        var number = collective.Members[me].Number;
        return collective.Delegations.Of(number, Scope) is not null || collective.Offers.ContainsKey((number, Scope))
            ? new DelegationEnded(me, Scope, me, occasion.At) : new Refusal.NoSuchDelegation();
    }
}

/// <summary>Take delegations without being asked each time, on a topic or on everything; or no longer.</summary>
public sealed record OpenToDelegations(string? Topic, bool NewTopic, bool Open) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.MemberOf(occasion.By) is not { } me) return new Refusal.MembersOnly();
        if (collective.Members[me].IsObserver) return new Refusal.ObserversCannot();
        var (topic, named, unclear) = Topics.Find(collective, Topic, NewTopic, me);
        if (unclear is not null) return unclear;
        var scope = topic is { } number ? Scope.OfTopic(number) : Scope.Everything;
        if (collective.OpenTo.Contains((collective.Members[me].Number, scope)) == Open) return Ruling.Unchanged;
        var opened = new OpenedToDelegations(me, scope, Open, occasion.At);
        return named is null ? opened : Ruling.Of(named, opened);
    }
}
