using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The refusals that concern members and what they entrust to each other.</summary>
internal static class DelegationRefusalTexts
{
    /// <returns>Null where it is none of these.</returns>
    public static Document? Of(Refusal refusal, CollectiveView view, Asked asked)
    {
        var language = asked.Language;
        return refusal switch
        {
            Refusal.NoSuchMember => Said("no-such-member"),
            Refusal.NotForYourself => Said("not-for-yourself", ("me", view.Me is { } me ? MemberWords.Typed(me, view) : "@ana")),
            Refusal.DelegationIsOff => Said("delegation-is-off"),
            Refusal.NotToYourself => Said("not-to-yourself"),
            Refusal.NotToAnObserver no => Said("not-to-an-observer", ("name", Name(no.Member))),
            Refusal.NobodyNeedsAScope => Said("nobody-needs-a-scope"),
            Refusal.EachForHimself no when view.Find(no.Id.Number) is { } decision =>
                Document.Of(SdkTexts.All.Line(language, "refusal.each-for-himself", decision)),
            Refusal.EachForHimself no => Said("look-it-up", ("number", no.Id.Number)),
            Refusal.UntilTooLate no => Said("until-too-late", ("latest", view.Clock.Moment(no.Latest, language, view.Now))),
            Refusal.NoSuchDelegation => Said("no-such-delegation"),
            Refusal.NoSuchOffer no => Said("no-such-offer", ("name", Name(no.Delegator))),
            _ => null,
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, arguments));

        Inline Name(MemberId member) => MemberWords.Said(view.Find(member)?.Name, language);
    }
}
