namespace CivicBot.Core;

/// <summary>Voting opens: the roll is fixed, times are set, and what is on the ballot stands.</summary>
internal static class Opening
{
    /// <summary>How many members one entry of the ledger holds.</summary>
    private const int InOnePart = 1_800;

    /// <summary>Who may vote, from this moment on.</summary>
    public static IEnumerable<RollFixed> Roll(Collective collective, DecisionId id, LevelRule level, TimeSpan idle, DateTimeOffset at)
    {
        var members = Eligibility.Roll(collective, level, idle, at).Select(member => member.Id).ToList();
        var parts = Math.Max(1, (members.Count + InOnePart - 1) / InOnePart);
        return Enumerable.Range(1, parts).Select(part => new RollFixed(id, part, parts, members.Skip((part - 1) * InOnePart).Take(InOnePart).ToValues()));
    }

    public static IEnumerable<CollectiveEvent> Events(Collective collective, Decision decision, TimeSpan lasts, DateTimeOffset at)
    {
        var proposal = decision.Proposal!;
        foreach (var part in Roll(collective, decision.Id, proposal.Terms.Level, proposal.Terms.Idle, at)) yield return part;
        foreach (var late in proposal.Parts.Values.OfType<Rival>().Where(rival => rival.State is PartState.Open && rival.Supporters.Count < proposal.Needed))
        {
            yield return new PartSettled(new PartId(decision.Id, late.Number), PartState.Superseded, null, at);
        }
        foreach (var asked in Rounds.AskedAnew(decision, at)) yield return asked;
        var rivals = proposal.Rivals.ToList();
        if (proposal.Preset is Preset.Consent) yield return new PhaseEntered(decision.Id, Phase.Voting, at, at + lasts, Method.Consent, 1, []);
        else if (rivals.Count == 0) yield return new PhaseEntered(decision.Id, Phase.Voting, at, at + lasts, Method.YesNo, 0, []);
        else yield return new PhaseEntered(decision.Id, Phase.Voting, at, at + lasts, proposal.Terms.RivalsMethod, 0, [0, .. rivals.Select(rival => rival.Number)]);
    }
}
