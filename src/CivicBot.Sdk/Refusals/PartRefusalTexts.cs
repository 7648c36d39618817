using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The refusals that concern a part of a proposal: a suggestion, an amendment, a rival, an objection.</summary>
internal static class PartRefusalTexts
{
    public static PartId? PartOf(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchPart no => no.Part,
        Refusal.NotYourPart no => no.Part,
        Refusal.AlreadySettled no => no.Part,
        Refusal.AmendmentCollides no => no.Part,
        Refusal.SupportersDecide no => no.Part,
        Refusal.SupportersOnly no => no.Part,
        Refusal.AuthorHasTime no => no.Part,
        Refusal.AuthorDecidesFirst no => no.Part,
        Refusal.NotDrawn no => no.Part,
        _ => null,
    };

    public static Document Of(Refusal refusal, DecisionView decision, Asked asked)
    {
        var language = asked.Language;
        var part = PartOf(refusal)!.Value;
        var found = decision.Proposal?.Find(part.Number);
        return refusal switch
        {
            Refusal.NoSuchPart => NoSuchPart(),
            Refusal.NotYourPart when found is { IsMine: true, Part: Objection } => Said("not-your-part.mine"),
            Refusal.NotYourPart => Said("not-your-part", ("by", MemberWords.Said(found?.By, language))),
            Refusal.AlreadySettled no => Said("already-settled." + Settled(no.State)),
            Refusal.AmendmentCollides => Said("amendment-collides"),
            Refusal.SupportersDecide no => Said("supporters-decide", ("ends", Moment(no.Ends))),
            Refusal.SupportersOnly => Said("supporters-only"),
            Refusal.AuthorHasTime no => Said("author-has-time", ("until", Moment(no.Until))),
            Refusal.AuthorDecidesFirst no => Said("author-decides-first", ("until", Moment(no.Until))),
            Refusal.NotDrawn => Said("not-drawn"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, decision, [.. arguments, ("part", new Inline.Words(part.ToString()))]));

        Inline Moment(DateTimeOffset at) => decision.Clock.Moment(at, language, decision.Now);

        Document NoSuchPart()
        {
            var parts = decision.Proposal?.Parts.Select(one => new Line(new Inline.Words(one.Id.ToString()))).ToList() ?? [];
            var key = part.Number == 0 ? "no-such-part.whole" : found is null ? "no-such-part" : "no-such-part.other";
            return parts.Count == 0 ? Said("no-such-part.none") : Said(key, ("parts", Lines.And(language, parts)));
        }
    }

    private static string Settled(PartState state) => state switch
    {
        // It is open, and yet nothing of the kind can be done with it any more: its vote has ended, or it was contested.
        PartState.Open => "open",
        PartState.Accepted => "accepted",
        PartState.Rejected => "rejected",
        PartState.Withdrawn => "withdrawn",
        PartState.Superseded => "superseded",
        PartState.Conflicting => "conflicting",
        PartState.Concern => "concern",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
