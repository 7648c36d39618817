namespace CivicBot.Core;

/// <summary>The text rests; then voting opens, as soon as there is a place among the open votes (SEMANTICS 3.2). The oldest goes first.</summary>
public static class OpenVotes
{
    internal static Due? Of(Collective collective, Decision decision)
    {
        var proposal = decision.Proposal!;
        if (Ahead(collective, decision) >= Free(collective, decision)) return null;
        // A place that came free later than the text had rested is the reason why it waited.
        return new Due(collective.FreedAt > decision.ClosesAt ? collective.FreedAt : decision.ClosesAt, moment => Opening.Events(collective, decision, proposal.Lasts.Voting, moment));
    }

    /// <summary>How many wait before it, and would open first.</summary>
    public static int Ahead(Collective collective, Decision decision) => collective.Running.Select(id => collective.Decisions[id])
        .Count(other => other.Phase is Phase.Frozen && (other.ClosesAt, other.Id.Number).CompareTo((decision.ClosesAt, decision.Id.Number)) < 0);

    /// <summary>The votes that take a place: binding ones under way, whatever their round; an urgent one may come on top of the others.</summary>
    public static int Taken(Collective collective) =>
        collective.Running.Select(id => collective.Decisions[id]).Count(other => other.IsBinding && (other.Phase is Phase.Voting or Phase.Tallying || other.Proposal!.Round > 0));

    private static int Free(Collective collective, Decision decision)
    {
        var places = decision.Proposal!.Terms.OpenVotes - Taken(collective);
        if (places > 0 || decision.Proposal.Preset is not Preset.Urgent) return places;
        var urgent = collective.Running.Select(id => collective.Decisions[id]).Any(other => other is { Phase: Phase.Voting, Proposal.Preset: Preset.Urgent });
        return urgent || Taken(collective) > decision.Proposal.Terms.OpenVotes ? 0 : Ahead(collective, decision) + 1;
    }
}
