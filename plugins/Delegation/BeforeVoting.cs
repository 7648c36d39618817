using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>Before anybody can vote: whether I shall be able to, what to do if not, and to whom my voice would go.</summary>
internal static class BeforeVoting
{
    public static IEnumerable<Part> Of(DecisionView decision, CollectiveView view, string language)
    {
        var proposal = decision.Proposal!;
        yield return new Part.Text(Lines.Sentences(Line("before"), Standing()));
        if (proposal.Preset is Preset.Consent or Preset.Lazy || !proposal.Terms.Delegation.On)
        {
            yield return new Part.Text(Line("before.alone"));
            yield break;
        }
        if (view.Me is not { IsObserver: false }) yield break;
        // Narrowest first: that is the one it would follow.
        var mine = view.MyDelegations.Where(one => !one.Waits && one.Reaches(decision)).OrderByDescending(one => one.Scope.Reach).FirstOrDefault();
        yield return new Part.Text(mine switch
        {
            null => Line("before.nobody"),
            { To: { } to } => Line("before.somebody", ("name", MemberWords.Said(to, language)), ("scope", DelegationWords.Scope(mine, view, language)), ("undo", new Inline.Command(DelegationWords.Undo(mine, language)))),
            _ => Line("before.kept", ("scope", DelegationWords.Scope(mine, view, language)), ("undo", new Inline.Command(DelegationWords.Undo(mine, language)))),
        });

        Line Standing() => view.Me is not { } me ? StandingWords.NoMember(language)
            : decision.WhyNot is { } why ? StandingWords.Missing(why, proposal.Terms.Level, me, view, language)
            : Line("before.listed", ("n", decision.RollNow));

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => DelegationTexts.All.Line(language, key, decision, arguments);
    }
}
