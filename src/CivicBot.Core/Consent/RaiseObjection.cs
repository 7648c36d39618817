using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>Object to a proposal in its consent round: with the aim that it would harm, and what would lift the objection.</summary>
public sealed record RaiseObjection(DecisionId Id, string Aim, string Lift) : DecisionCommand(Id)
{
    public const int Length = 600;

    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal is not { } proposal) return new Refusal.NotAProposal(Id);
        if (TypedText.Refuse(Aim, Length) is { } aimless) return aimless;
        if (TypedText.Refuse(Lift, Length) is { } hopeless) return hopeless;
        // Where silence is consent, one objection asks everyone.
        if (decision is { Phase: Phase.Support, Proposal.Preset: Preset.Lazy }) return Asked(collective, decision, occasion);
        if (decision is not { Phase: Phase.Voting, Method: Method.Consent } || occasion.At >= decision.ClosesAt) return new Refusal.NoRoundNow(Id);
        if (collective.MemberOf(occasion.By) is not { } member || !decision.Roll!.Contains(collective.Members[member].Number))
        {
            return new Refusal.NotOnTheRoll(Id, decision.PhaseBegan, decision.Roll!.Count);
        }
        var made = Made(decision, member, proposal.Round, occasion.At);
        var ballot = new BallotCast(Id, member, new Ballot.Consent(ConsentAnswer.Object, null), occasion.At);
        return Ruling.Of([.. Rounds.Withdrawn(decision, member, occasion.At), ballot, made]);
    }

    private Ruling Asked(Collective collective, Decision decision, Occasion occasion)
    {
        if (!occasion.Standing.Present) return new Refusal.NotInTheRoom();
        if (Proposals.RefuseObserver(collective, occasion) is { } observer) return observer;
        var acting = Acting.In(collective, occasion);
        return acting.And(Made(decision, acting.Member, 0, occasion.At)).Before(
            [new PresetChanged(Id, Preset.Consent), new PhaseEntered(Id, Phase.Discussion, occasion.At, occasion.At + decision.Proposal!.Terms.Durations.For(Preset.Consent).Discussion, Method.YesNo, 0, [])]);
    }

    private ObjectionMade Made(Decision decision, MemberId member, int round, DateTimeOffset at) =>
        new(new PartId(Id, decision.Proposal!.NextPart), member, round, TypedText.Normalize(Aim), TypedText.Normalize(Lift), at);
}

/// <summary>Say that an objection is no more than a preference: once for each, by whoever proposed, or by two members of the roll. Peers decide.</summary>
public sealed record Contest(PartId Part) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal?.Parts.GetValueOrDefault(Part.Number) is not Objection objection) return new Refusal.NoSuchPart(Part);
        if (decision is not { Phase: Phase.Voting, Method: Method.Consent } || occasion.At >= decision.ClosesAt) return new Refusal.NoRoundNow(Id);
        if (objection.State is not PartState.Open || objection.WasContested) return new Refusal.AlreadySettled(Part, objection.State);
        if (collective.MemberOf(occasion.By) is not { } member || collective.Members[member] is var known && member != decision.By && !decision.Roll!.Contains(known.Number))
        {
            return new Refusal.NotOnTheRoll(Id, decision.PhaseBegan, decision.Roll!.Count);
        }
        if (objection.By == member) return new Refusal.NotYourPart(Part);
        if (objection.Contesters.Contains(known.Number)) return Ruling.Unchanged;
        var called = member == decision.By || objection.Contesters.Count > 0;
        var contested = new Contested(Part, member, called, occasion.At);
        if (!called) return contested;
        return Ruling.Of(contested).Before(Jurors.From(collective.Apply(contested), decision, Part.Number, occasion.At).Count < Jury.Size
            // Too few to judge among: it stands.
            ? [new PartSettled(Part, PartState.Accepted, null, occasion.At)]
            : [new DrawAwaited(Id, Part.Number, [], occasion.At)]);
    }
}

/// <summary>The peers among whom a jury is drawn: on the roll, active, and with no side taken.</summary>
internal static class Jurors
{
    private static readonly TimeSpan Recently = TimeSpan.FromDays(90);

    public static Values<int> From(Collective collective, Decision decision, int part, DateTimeOffset at)
    {
        var sided = Rounds.OpenObjections(decision.Proposal!).Select(objection => objection.By).Append(decision.Proposal!.Parts[part].By).Append(decision.By).ToHashSet();
        return decision.Roll!.Members.Where(number => collective[number] is var peer && !sided.Contains(peer.Id) && peer.LastActed >= at - Recently).ToValues();
    }
}

/// <summary>Say, as a drawn peer, whether an objection is one. It is shown to nobody before the others have answered too.</summary>
public sealed record Judge(PartId Part, Verdict Verdict) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal?.Parts.GetValueOrDefault(Part.Number) is not Objection objection) return new Refusal.NoSuchPart(Part);
        if (collective.MemberOf(occasion.By) is not { } member || objection.Jury is not { } jury || !jury.Members.Contains(collective.Members[member].Number)) return new Refusal.NotDrawn(Part);
        if (objection.State is not PartState.Open || occasion.At >= jury.Ends) return new Refusal.AlreadySettled(Part, objection.State);
        if (occasion.Standing.SeenByOthers) return new Refusal.OthersSawIt(Id);
        var number = collective.Members[member].Number;
        if (jury.Verdicts.TryGetValue(number, out var before) && before == Verdict) return Ruling.Unchanged;
        var judged = new Judged(Part, member, Verdict, occasion.At);
        var after = objection with { Jury = jury with { Verdicts = jury.Verdicts.SetItem(number, Verdict) } };
        return after.Jury.Verdicts.Count == jury.Members.Count ? Ruling.Of(judged).Before([Rounds.Verdict(decision, after, occasion.At)]) : judged;
    }
}

/// <summary>Somebody objects.</summary>
/// <param name="Round">0 where silence would have been consent.</param>
public sealed record ObjectionMade(PartId Part, MemberId By, int Round, string? Aim, string? Lift, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) =>
        before.With(Part.Decision, proposal => proposal.With(new Objection(Part.Number, By, At, Round, Aim, Lift)));
}

/// <summary>Somebody contests an objection.</summary>
/// <param name="Called">It is enough for peers to be drawn.</param>
public sealed record Contested(PartId Part, MemberId By, bool Called, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Part.Decision, proposal => proposal.With<Objection>(Part.Number, objection =>
        objection with { Contesters = objection.Contesters.Add(before.Members[By].Number), WasContested = Called }));
}

/// <summary>A drawn peer has judged.</summary>
/// <param name="Verdict">Null once its opening has been erased.</param>
public sealed record Judged(PartId Part, MemberId By, Verdict? Verdict, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => Verdict is not { } verdict ? before : before.With(Part.Decision, proposal =>
        proposal.With<Objection>(Part.Number, objection => objection with { Jury = objection.Jury! with { Verdicts = objection.Jury.Verdicts.SetItem(before.Members[By].Number, verdict) } }));
}

/// <summary>A proposal goes another way from now on.</summary>
public sealed record PresetChanged(DecisionId Id, Preset Preset) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before.With(Id, proposal => proposal with { Preset = Preset });
}
