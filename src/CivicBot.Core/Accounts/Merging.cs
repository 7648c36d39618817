using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// Two members turn out to be one person (SEMANTICS 1). In what is running the later ballot stands, a roll that had both has one of them, the delegation accepted last stays
/// in each scope, of two supports or answers one remains. What is closed stays as it was.
/// </summary>
internal sealed class Merging
{
    private readonly Member stays;
    private readonly Member goes;

    private Merging(Collective collective, MemberId stays, MemberId goes) => (this.stays, this.goes) = (collective.Members[stays], collective.Members[goes]);

    public static Collective Of(Collective before, MemberId stays, MemberId goes) => new Merging(before, stays, goes).Of(before);

    /// <summary>Why the two cannot become one yet: their voices are already on their way, or both judge the same objection.</summary>
    public static Refusal? Waits(Collective collective, MemberId stays, MemberId goes)
    {
        var (one, other) = (collective.Members[stays].Number, collective.Members[goes].Number);
        foreach (var decision in collective.Running.Select(id => collective.Decisions[id]).Where(decision => decision.Phase is not Phase.Tallying))
        {
            if (decision.Roll is { } roll && roll.Contains(other) && (decision.Fixed is not null || (decision.Mode is Mode.Secret && roll.Contains(one)))) return new Refusal.LinkLater(decision.Id, decision.ClosesAt);
            if (decision.Proposal is not { } proposal) continue;
            if (proposal.Awaits.Any(draw => draw.Part is not null && draw.From.Contains(one) && draw.From.Contains(other))
                || proposal.Parts.Values.OfType<Objection>().Any(part => part is { State: PartState.Open, Jury: { } jury } && jury.Members.Contains(one) && jury.Members.Contains(other)))
            {
                return new Refusal.LinkLater(decision.Id, decision.ClosesAt);
            }
        }
        return null;
    }

    private Collective Of(Collective before)
    {
        var members = before.Members
            .SetItem(stays.Id, stays with
            {
                Accounts = stays.Accounts.AddRange(goes.Accounts),
                LastActed = stays.LastActed > goes.LastActed ? stays.LastActed : goes.LastActed,
                LeftAt = stays.LeftAt is null || goes.LeftAt is null ? null : stays.LeftAt > goes.LeftAt ? stays.LeftAt : goes.LeftAt,
                IsListed = stays.IsListed || goes.IsListed,
                WasMet = stays.WasMet || goes.WasMet,
                Vouchers = stays.Vouchers.Concat(goes.Vouchers).ToValues(),
            })
            .SetItem(goes.Id, goes with { Accounts = [], Into = stays.Id });
        foreach (var member in members.Values.Where(member => member.Vouchers.Contains(goes.Number) || member.Id == stays.Id))
        {
            members = members.SetItem(member.Id, member with { Vouchers = member.Vouchers.Select(Of).Distinct().Where(voucher => voucher != member.Number).ToValues() });
        }
        return before with
        {
            Members = members,
            Accounts = before.Accounts.SetItems(goes.Accounts.Select(account => KeyValuePair.Create(account, stays.Id))),
            Founder = before.Founder is { } founder ? Of(founder) : null,
            Delegations = before.Delegations.Merged(stays.Number, goes.Number),
            Offers = Of(before.Offers),
            OpenTo = [.. before.OpenTo.Select(open => (Of(open.Delegate), open.Scope))],
            Decisions = before.Decisions.SetItems(before.Running.Union(before.Watched).Select(id => before.Decisions[id]).Where(decision => decision.Phase is not Phase.Tallying)
                .Select(decision => KeyValuePair.Create(decision.Id, Of(decision)))),
        };
    }

    private int Of(int member) => member == goes.Number ? stays.Number : member;

    private MemberId Of(MemberId member) => member == goes.Id ? stays.Id : member;

    private ImmutableDictionary<(int Delegator, Scope Scope), Offer> Of(ImmutableDictionary<(int Delegator, Scope Scope), Offer> offers) => offers
        .Select(offer => (Key: (Of(offer.Key.Delegator), offer.Key.Scope), Value: offer.Value with { Delegate = offer.Value.Delegate == Edge.Nobody ? Edge.Nobody : Of(offer.Value.Delegate) }))
        .Where(offer => offer.Key.Item1 != offer.Value.Delegate)
        .GroupBy(offer => offer.Key, (key, both) => KeyValuePair.Create(key, both.MaxBy(offer => offer.Value.At).Value))
        .ToImmutableDictionary();

    private Decision Of(Decision decision)
    {
        var changed = decision with { By = Of(decision.By), Proposal = decision.Proposal is { } proposal ? Of(proposal) : null };
        if (decision.Phase is not Phase.Closed) changed = changed with { Roll = decision.Roll?.Merged(stays.Number, goes.Number), Ballots = decision.Ballots.Merged(stays.Number, goes.Number) };
        // What this person had no part in stays the very same.
        return changed == decision ? decision : changed;
    }

    private Proposal Of(Proposal proposal)
    {
        var changed = proposal with
        {
            Supporters = Of(proposal.Supporters, Math.Max),
            Parts = proposal.Parts.Values.Any(Concerns) ? proposal.Parts.ToImmutableSortedDictionary(part => part.Key, part => Of(part.Value)) : proposal.Parts,
            For = proposal.For is { } pro ? pro with { By = Of(pro.By) } : null,
            Against = proposal.Against is { } contra ? contra with { By = Of(contra.By) } : null,
            Awaits = proposal.Awaits.Select(draw => draw.Part is null ? draw : draw with { From = draw.From.Select(Of).Distinct().Order().ToValues() }).ToValues(),
            Aftermath = proposal.Aftermath is { } aftermath
                ? aftermath with { Owner = aftermath.Owner is { } owner ? Of(owner) : null, Answers = Of(aftermath.Answers, (own, _) => own) }
                : null,
        };
        return changed == proposal ? proposal : changed;
    }

    private bool Concerns(ProposalPart part) => part.By == goes.Id || part switch
    {
        Amendment { Vote: { } vote } => vote.Voters.Contains(goes.Number),
        Rival rival => rival.Supporters.Contains(goes.Number),
        Objection objection => objection.Contesters.Contains(goes.Number) || objection.Jury?.Members.Contains(goes.Number) == true,
        _ => false,
    };

    private ProposalPart Of(ProposalPart part) => part switch
    {
        Amendment { Vote: { } vote } amendment => amendment with
        {
            By = Of(part.By),
            Vote = vote with { Voters = vote.Voters.Select(Of).Distinct().Order().ToValues(), Ballots = Of(vote.Ballots, (own, _) => own) },
        },
        Rival rival => rival with { By = Of(part.By), Supporters = [.. rival.Supporters.Select(Of)] },
        Objection objection => objection with
        {
            By = Of(part.By),
            Contesters = [.. objection.Contesters.Select(Of)],
            Jury = objection.Jury is { } jury ? jury with { Members = jury.Members.Select(Of).ToValues(), Verdicts = Of(jury.Verdicts, (own, _) => own) } : null,
        },
        _ => part with { By = Of(part.By) },
    };

    /// <summary>By member: what both said is taken together.</summary>
    private ImmutableSortedDictionary<int, T> Of<T>(ImmutableSortedDictionary<int, T> said, Func<T, T, T> both)
    {
        if (!said.TryGetValue(goes.Number, out var theirs)) return said;
        return said.Remove(goes.Number).SetItem(stays.Number, said.TryGetValue(stays.Number, out var own) ? both(own, theirs) : theirs);
    }
}
