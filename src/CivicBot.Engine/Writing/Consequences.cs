using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>What events bring with them outside the ledger: moments to come, cards to draw, the directory.</summary>
internal static class Consequences
{
    private static readonly TimeSpan RemindIfLonger = TimeSpan.FromHours(48);
    private static readonly TimeSpan RemindBefore = TimeSpan.FromHours(24);

    public static void Follow(Turn turn, IEnumerable<CollectiveEvent> events)
    {
        var sitting = turn.Sitting;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case RoomLinked { Place.Key: { } place } room:
                    sitting.List(ListedAs.Place, place);
                    // A room that moved has none of our messages: what is running is shown there again.
                    foreach (var running in sitting.State.Running) sitting.Show(running, room.Number);
                    break;
                case MemberJoined { Account.Key: { } account }:
                    sitting.List(ListedAs.Account, account);
                    break;
                case DecisionOpened opened:
                    Plan(sitting, opened.Id, opened.At, opened.Phases[^1].Ends);
                    foreach (var room in sitting.State.Rooms.Keys) sitting.Show(opened.Id, room);
                    break;
                case DecisionEdited edited:
                    Plan(sitting, edited.Id, sitting.At, edited.Phases[^1].Ends);
                    sitting.Changed.Add(edited.Id.Number);
                    break;
                case BallotCast cast:
                    sitting.Changed.Add(cast.Id.Number);
                    break;
                case BallotWithdrawn withdrawn:
                    sitting.Changed.Add(withdrawn.Id.Number);
                    break;
                case VotingClosed closed:
                    sitting.Plan(new Due($"close/{closed.Id}", null));
                    sitting.Plan(new Due($"remind/{closed.Id}", null));
                    sitting.Changed.Add(closed.Id.Number);
                    sitting.Closed.Add(closed.Id.Number);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Plan(Sitting sitting, DecisionId id, DateTimeOffset from, DateTimeOffset ends)
    {
        sitting.Plan(new Due($"close/{id}", ends));
        sitting.Plan(new Due($"remind/{id}", ends - from > RemindIfLonger ? ends - RemindBefore : null));
    }
}
