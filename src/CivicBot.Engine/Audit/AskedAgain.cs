using System.Collections.Immutable;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>
/// Whoever acted is taken to ask for the same once more, of the ledger as it stood then: the rules that decided it decide again, and no rule is written twice.
/// What only the platform knows (who was in the room, who saw it) is taken to be in order.
/// </summary>
internal static class AskedAgain
{
    private static readonly AccountId Whoever = new("audit:");

    /// <summary>The event and what followed from it at once; null where nobody asks for such an event, or too much of it has been erased.</summary>
    public static Ruling? Of(CollectiveEvent happened, Collective state, DateTimeOffset at)
    {
        if (Asked(happened, state) is not (var by, { } command)) return null;
        if (by is not { } member) return command.Decide(state, Occasion.OfTheClock(at));
        var asker = state with { Accounts = state.Accounts.SetItem(Whoever, member) };
        var room = Room(happened, state);
        if (room is null && happened is DecisionOpened) return null;
        return command.Decide(asker, new Occasion(Whoever, room, new Standing("", default, "", Present: true, Admin: true, SeenByOthers: false), at, member));
    }

    /// <summary>Whether it says the same, as far as both can still be read: texts that time brings with it may have been erased.</summary>
    public static bool Alike(CollectiveEvent expected, CollectiveEvent happened) => (expected, happened) switch
    {
        // What is in a result is counted again apart.
        (ResultStored one, ResultStored other) => one.Id == other.Id,
        (DecisionEdited one, DecisionEdited other) => one with { Title = other.Title is null ? null : one.Title, Body = other.Body is null ? null : one.Body } == other,
        (AmendmentRebased one, AmendmentRebased other) => one with { Text = other.Text is null ? null : one.Text } == other,
        _ => expected.Equals(happened),
    };

    private static RoomId? Room(CollectiveEvent happened, Collective state) =>
        happened is DecisionOpened opened ? state.Rooms.GetValueOrDefault(opened.Room)?.Room : state.Rooms.Values.FirstOrDefault()?.Room;

    private static (MemberId? By, CollectiveCommand? Command) Asked(CollectiveEvent happened, Collective state) => happened switch
    {
        DecisionOpened { Title: not null } opened => (opened.By, Opened(opened, state)),
        DecisionEdited { Title: { } title } edited => (edited.By, state.Decisions[edited.Id].IsBinding
            ? edited.Body is { } body ? new EditText(edited.Id, title, body, Named(edited.Topic, state)) : null
            : edited.Options.Contains(null) ? null : new EditDecision(edited.Id, title, edited.Options.Count == 0 ? null : edited.Options.Select(option => option!).ToValues(), edited.Phases[^1].Ends)),
        // An objection is asked for with its reasons, which come next.
        BallotCast { Ballot: { } ballot and not Ballot.Consent { Answer: ConsentAnswer.Object } } cast => (cast.Voter, new CastBallot(cast.Id, ballot)),
        BallotWithdrawn withdrawn => (withdrawn.Voter, new WithdrawBallot(withdrawn.Id)),
        VotingClosed { By: { } by } closed => (by, new CloseVoting(closed.Id)),
        DecisionEnded { By: { } by } ended => (by, new Abandon(ended.Id)),
        LotDrawn lot => (null, new Draw(lot.Id, lot.Part, lot.Beacon, lot.Seed)),
        Supported on => (on.Member, new Support(on.Part.Decision, on.Part.Number)),
        Unsupported off => (off.Member, new Unsupport(off.Part.Decision, off.Part.Number)),
        SuggestionMade { Text: { } text } made => (made.By, new Suggest(made.Part.Decision, made.Degree, text)),
        AmendmentMade { Text: { } text } made => (made.By, new Amend(made.Part.Decision, text)),
        RivalEntered { Title: { } title } rival => (rival.By, new EnterRival(rival.Part.Decision, rival.FromPart, title, rival.Body)),
        PartSettled { By: { } by } settled => (by, Settled(settled, state.Decisions[settled.Part.Decision].Proposal?.Parts.GetValueOrDefault(settled.Part.Number))),
        PartVoteBegan began => (began.By, new AskVote(began.Part)),
        PartBallotCast { Position: { } position } cast => (cast.Voter, new VoteOnPart(cast.Part, position)),
        CaseMade { Text: { } text } made => (made.By, new MakeCase(made.Id, made.Side, text)),
        ObjectionMade { Aim: { } aim, Lift: { } lift } made => (made.By, new RaiseObjection(made.Part.Decision, aim, lift)),
        Contested contested => (contested.By, new Contest(contested.Part)),
        Judged { Verdict: { } verdict } judged => (judged.By, new Judge(judged.Part, verdict)),
        OutcomeStated stated => (stated.By, new StateOutcome(stated.Id, stated.Statement, stated.Owner, stated.Due, stated.Review, stated.Progress)),
        FollowedUp followed => (followed.By, new AnswerFollowUp(followed.Id, followed.Answer)),
        DelegationMade made => (made.By, Delegated(made.To, made.Scope, made.Until, made.InPerson, state)),
        DelegationRenewed renewed => (renewed.By, state.Delegations.Of(state.Members[renewed.By].Number, renewed.Scope) is { KeepsMyVote: false } edge
            ? Delegated(state.Roster[edge.Delegate], renewed.Scope, renewed.Until, edge.InPerson, state) : null),
        OfferAnswered answered => (answered.By, new AnswerOffer(answered.Delegator, answered.Accepted)),
        DelegationEnded ended => (ended.By, ended.By == ended.Delegator ? new Undelegate(ended.Scope) : new AnswerOffer(ended.Delegator, Accept: false)),
        OpenedToDelegations opened => (opened.Member, opened.Scope.Reach is Reach.Topic && Named(opened.Scope.Number, state) is null ? null
            : new OpenToDelegations(Named(opened.Scope.Reach is Reach.Topic ? opened.Scope.Number : null, state), NewTopic: false, opened.Open)),
        AccountLinked { Account: { } account } linked => (linked.By, new AnswerLink(account)),
        AccountUnlinked { Account: { } account } unlinked => (unlinked.Member, new Unlink(account)),
        RoleTaken role => (role.Member, new JoinCollective(role.Observer)),
        Vouched vouched => (vouched.By, new Vouch(vouched.For)),
        MemberLeft left => (left.Member, new LeaveRooms()),
        AdminActed { What: "found", By: { } by } acted => (by, new Found(acted.Name, acted.Language, acted.TimeZone)),
        _ => (null, null),
    };

    private static CollectiveCommand? Opened(DecisionOpened opened, Collective state) => opened.Proposal switch
    {
        null when opened.Options.Contains(null) => null,
        null => new OpenDecision(opened.Kind, opened.Title!, opened.Options.Select(option => option!).ToValues(), opened.Method, opened.Mode, opened.Phases[^1].Ends, opened.Rule.Change, opened.Rule.Max),
        { Changes: { } change } => new ProposeRule(change.Key, change.To, opened.Body),
        { Topic: { } topic } when Named(topic, state) is null => null,
        var proposal => new Propose(opened.Title!, opened.Body, proposal.Preset, Named(proposal.Topic, state), Mode: opened.Mode, Review: proposal.Review),
    };

    private static CollectiveCommand? Settled(PartSettled settled, ProposalPart? part) => part switch
    {
        // Whoever objected consents after all; what else that takes was in the ballot.
        Objection => null,
        _ when settled.State is PartState.Withdrawn => new Abandon(settled.Part.Decision, settled.Part.Number),
        Suggestion => new MarkSuggestion(settled.Part, settled.State is PartState.Accepted),
        _ => new SettleAmendment(settled.Part, settled.State is PartState.Accepted),
    };

    private static DelegateVote? Delegated(MemberId? to, Scope scope, DateTimeOffset until, bool inPerson, Collective state) => scope.Reach switch
    {
        Reach.Decision => new DelegateVote(to, null, false, new DecisionId(scope.Number), null, inPerson),
        Reach.Topic => Named(scope.Number, state) is { } topic ? new DelegateVote(to, topic, false, null, until, inPerson) : null,
        _ => new DelegateVote(to, null, false, null, until, inPerson),
    };

    private static string? Named(int? topic, Collective state) => topic is { } number ? state.Topics.GetValueOrDefault(number) : null;
}
