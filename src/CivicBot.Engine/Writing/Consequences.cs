using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>What events bring with them outside the ledger: moments to come, cards to draw, who is told, the directory.</summary>
internal static class Consequences
{
    public static void Follow(Turn turn, Collective before, IReadOnlyCollection<CollectiveEvent> events)
    {
        if (events.Count == 0) return;
        var sitting = turn.Sitting;
        foreach (var happened in events) Follow(sitting, happened);
        foreach (var id in before.Running.Union(before.Watched).Union(sitting.State.Running).Union(sitting.State.Watched)) Changed(sitting, before, id);
        // The line of those that wait for a place goes on.
        if (events.Any(happened => happened is PhaseEntered { Phase: Phase.Voting } or ResultStored or DecisionEnded))
        {
            foreach (var id in sitting.State.Running.Where(id => sitting.State.Decisions[id].Phase is Phase.Frozen)) sitting.Changed.Add(id.Number);
        }
    }

    /// <summary>A decision is drawn again if anything of it changed, and its moments are planned again if they moved.</summary>
    private static void Changed(Sitting sitting, Collective before, DecisionId id)
    {
        var (old, now) = (before.Find(id), sitting.State.Decisions[id]);
        if (ReferenceEquals(old, now)) return;
        sitting.Changed.Add(id.Number);
        var known = old is null ? [] : Moments.Of(before, old).ToDictionary(moment => moment.Key, moment => moment.At);
        foreach (var moment in Moments.Of(sitting.State, now))
        {
            if (known.GetValueOrDefault(moment.Key) != moment.At) sitting.Plan(moment);
        }
        if (now.Outcome is not null && old?.Outcome is null) sitting.Closed.Add(id.Number);
        if (!sitting.State.Running.Contains(id) && !sitting.State.Watched.Contains(id)) Attention.Forget(sitting, id);
    }

    private static void Follow(Sitting sitting, CollectiveEvent happened)
    {
        var state = sitting.State;
        switch (happened)
        {
            case RoomLinked { Place.Key: { } place } room:
                sitting.List(ListedAs.Place, place);
                // Whoever is there already sees who joins them.
                if (room.By is { } by && state.Rooms.Values.Count(linked => linked.Place == room.Place) == 1 && state.Rooms.Count > 1)
                {
                    foreach (var linked in state.Rooms.Values) sitting.Tell(linked, new Told.RoomJoined(room.Number, by));
                }
                // A room that moved has none of our messages: what is running is shown there again.
                foreach (var running in state.Running) sitting.Show(running, room.Number);
                break;
            case LinkAsked { Account: { } asking } asked:
                sitting.Tell(state.Members[asked.Member].Number, new Told.LinkAsked(asking, asked.Name));
                break;
            case AccountLinked { Account.Key: { } account }:
                sitting.List(ListedAs.Account, account);
                break;
            case MemberJoined { Account.Key: { } account }:
                sitting.List(ListedAs.Account, account);
                break;
            case DecisionOpened opened:
                Show(sitting, opened.Id);
                if (opened.Proposal is null) break;
                Weekly.Plan(sitting);
                foreach (var room in state.Rooms.Values) sitting.Tell(room, new Told.Discussion(opened.Id.Number));
                break;
            // Voting is what a room must not miss: its card comes anew.
            case PhaseEntered { Phase: Phase.Voting } opens when Attention.TakePush(sitting, state.Decisions[opens.Id]):
                Show(sitting, opens.Id);
                sitting.ShownAgain.Add(opens.Id.Number);
                break;
            case EarlyCloseSet { At: { } at } early when Attention.TakePush(sitting, state.Decisions[early.Id]):
                foreach (var room in state.Rooms.Values) sitting.Tell(room, new Told.EarlyClose(early.Id.Number, at));
                break;
            case RoutesFixed routes when state.Decisions[routes.Id] is { WindowBegins: not null, Phase: Phase.Voting } decision:
                var voices = Voices.Of(state, decision, routes.At);
                foreach (var member in decision.Roll!.Members.Where(member => decision.Ballots.Of(member) is null && voices.PathOf(member).Any())) sitting.Tell(member, new Told.RoutesFixed(routes.Id.Number));
                break;
            case DecisionEdited edited when state.Decisions[edited.Id] is { Proposal: { } proposal } decision:
                foreach (var (supporter, version) in proposal.Supporters)
                {
                    if (version < decision.Version && state.Roster[supporter] != decision.By) sitting.Tell(supporter, new Told.TextChanged(edited.Id.Number));
                }
                break;
            case LotDrawn { Part: { } part } lot:
                foreach (var member in lot.Order) sitting.Tell(member, new Told.DrawnAsJuror(new PartId(lot.Id, part)));
                break;
            case DelegationMade made:
                if (made is { Accepted: false, To: { } to }) sitting.Tell(state.Members[to].Number, new Told.DelegationAsked(made.By));
                // Before it ends, its giver is asked.
                Weekly.Plan(sitting);
                break;
            case OfferAnswered answered:
                sitting.Tell(state.Members[answered.Delegator].Number, new Told.DelegationAnswered(answered.By, answered.Accepted));
                break;
            case DelegationEnded ended when ended.By != ended.Delegator:
                sitting.Tell(state.Members[ended.Delegator].Number, new Told.DelegateGone(ended.By));
                break;
            case MemberLeft left:
                foreach (var delegator in state.Delegations.To(state.Members[left.Member].Number).Select(edge => edge.Delegator).Distinct()) sitting.Tell(delegator, new Told.DelegateGone(left.Member));
                break;
            default:
                break;
        }
    }

    private static void Show(Sitting sitting, DecisionId id)
    {
        foreach (var room in sitting.State.Rooms.Keys) sitting.Show(id, room);
    }
}

/// <summary>What is done once a week: the digest in the main room, and one message to whose delegations end.</summary>
internal static class Weekly
{
    public const string Key = "week";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public static void Plan(Sitting sitting)
    {
        var digest = sitting.State.Rules.Digest ?? new Digest(DayOfWeek.Monday, new TimeOnly(9, 0));
        sitting.Plan(new Due(Key, new Clock(sitting.State.TimeZone).Next(digest.Day, digest.At, sitting.At)));
    }

    public static void Happen(Sitting sitting)
    {
        var state = sitting.State;
        if (state.Rules.Digest is not null && state.Rooms.Values.FirstOrDefault(room => room.Room is not null) is { } main) sitting.Tell(main, new Told.Digest(sitting.At - Week));
        var ending = state.Roster.Select((_, member) => member).Where(member => state.Delegations.From(member)
            .Any(edge => edge.Key.Reach is not Reach.Decision && edge.Value.Expires > sitting.At && edge.Value.Expires <= sitting.At + Soon && edge.Value.Expires > sitting.At + Soon - Week));
        foreach (var member in ending) sitting.Tell(member, new Told.DelegationsEnd());
        if (!state.Running.IsEmpty || !state.Watched.IsEmpty || state.Delegations.Accepted > 0) Plan(sitting);
    }
}
