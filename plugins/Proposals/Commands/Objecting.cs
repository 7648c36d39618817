using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Object, with the aim that would be harmed and what would lift it: <c>/object 7 "Safety in the yard" "Park it outside"</c>.</summary>
internal static class ObjectCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("object", Given.Proposal,
            ProposalsTexts.All.Parameter("aim", ParameterKind.Text) with { Required = true, Positional = true },
            ProposalsTexts.All.Parameter("lift", ParameterKind.Text) with { Required = true, Positional = true }),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
        new Answer.Submit(new RaiseObjection(id, asked.Text("aim"), asked.Text("lift")), accepted =>
        {
            var (after, part) = (accepted.View.Find(id.Number)!, Given.Number(Given.Made<ObjectionMade>(accepted, made => made.Part)));
            return accepted.Events.OfType<PresetChanged>().Any()
                ? Given.Lines(Given.Said(asked, after, "object", ("part", part)), Given.Said(asked, after, "object.lazy", ("ends", Given.Moment(after, after.ClosesAt, asked.Language))))
                : Given.Lines(Given.Said(asked, after, "object", ("part", part)), Given.Said(asked, after, "object.back", ("until", after.Clock.Until(after.ClosesAt, asked.At, asked.Language))));
        }));
}

/// <summary>Say that an objection is no more than a preference: <c>/contest 7.3</c>.</summary>
internal static class ContestCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("contest", Given.Part), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "part", part =>
        new Answer.Submit(new Contest(part), accepted =>
        {
            var key = accepted.Events.OfType<DrawAwaited>().Any() ? "contest.drawn"
                : accepted.Events.OfType<PartSettled>().Any(settled => settled.Part == part) ? "contest.stands"
                : accepted.Events.OfType<Contested>().Any() ? "contest" : "contest.still";
            return Given.Lines(Given.Said(asked, accepted.View.Find(part.Decision.Number)!, key, ("part", Given.Number(part))));
        }));
}

/// <summary>Judge an objection, as a peer who was drawn: <c>/judge 7.3 preference</c>.</summary>
internal static class JudgeCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("judge", Given.Part,
            ProposalsTexts.All.Parameter("verdict", ParameterKind.OneOf,
                ProposalsTexts.All.Alternative("verdict.objection", nameof(Verdict.Objection)), ProposalsTexts.All.Alternative("verdict.preference", nameof(Verdict.Preference)))
                with { Required = true, Positional = true }),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "part", part =>
    {
        var verdict = asked.Text("verdict") == nameof(Verdict.Preference) ? Verdict.Preference : Verdict.Objection;
        return new Answer.Submit(new Judge(part, verdict), accepted =>
        {
            var after = accepted.View.Find(part.Decision.Number)!;
            var jury = after.Proposal!.Find(part.Number)!;
            return Given.Lines(Given.Said(asked, after, verdict is Verdict.Preference ? "judge.preference" : "judge.objection", ("part", Given.Number(part))),
                jury.Part.State is PartState.Open ? Given.Said(asked, after, "judge.waits", ("until", after.Clock.Until(jury.Asked!.Ends, asked.At, asked.Language)))
                : Given.Said(asked, after, "judge.over"));
        });
    });
}
