using System.Text.Json;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Ledger;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>One batch in the making: what the interactions in it cause, on a state of its own, until it is committed or dropped.</summary>
internal sealed class Sitting(CollectiveId collective, Fold fold, Kept kept, DateTimeOffset at)
{
    private readonly List<Entry> entries = [];
    private readonly List<Opening> openings = [];
    private readonly List<(long N, int I)> wiped = [];
    private readonly List<string> seen = [];
    private readonly Dictionary<string, Owed> outbox = [];
    private readonly List<ActionToken> tokens = [];
    private readonly List<Setting> settings = [];
    private readonly Dictionary<(string Account, string Room), Draft> drafts = [];
    private readonly Dictionary<string, Due> due = [];
    private readonly List<Listed> listed = [];
    private readonly long expected = fold.Log.Size;
    private Head? head;

    public Fold Fold { get; private set; } = fold;

    public Kept Kept { get; private set; } = kept;

    public Collective State => Fold.State;

    public bool IsLobby => collective == CollectiveId.Lobby;

    public DateTimeOffset At => at;

    /// <summary>The decisions whose cards must be drawn again.</summary>
    public SortedSet<int> Changed { get; } = [];

    /// <summary>The decisions that were closed, and whose result is owed.</summary>
    public SortedSet<int> Closed { get; } = [];

    /// <summary>The cards that are to be posted, by decision and room.</summary>
    public SortedSet<(int Decision, int Room)> Shown { get; } = [];

    /// <summary>Of these, the decisions that had a card before.</summary>
    public SortedSet<int> ShownAgain { get; } = [];

    /// <summary>The members, by number, who are told something without having asked.</summary>
    public List<(int Member, Told Told)> ToldMembers { get; } = [];

    /// <summary>The rooms that are told something.</summary>
    public List<(LinkedRoom Room, Told Told)> ToldRooms { get; } = [];

    public void Tell(int member, Told told) => ToldMembers.Add((member, told));

    public void Tell(LinkedRoom room, Told told) => ToldRooms.Add((room, told));

    public void Show(DecisionId id, int room) => Shown.Add((id.Number, room));

    /// <summary>Events become entries, and the state moves on.</summary>
    /// <returns>The short code of the one that records what was asked.</returns>
    public string? Record(Ruling ruling, Lazy<EventWriter> writer, IDraw draw)
    {
        string? code = null;
        foreach (var happened in ruling.Events)
        {
            var (entry, opened) = writer.Value.Write(happened, Fold, at, draw);
            if (happened is ResultStored stored)
            {
                foreach (var n in Fold.LeftBehind(stored.Id)) wiped.Add((n, 0));
            }
            entries.Add(entry);
            openings.AddRange(opened);
            Fold = Fold.Add(happened, entry, at);
            if (ReferenceEquals(happened, ruling.Recorded)) code = Code.Of(entry.Leaf);
        }
        return code;
    }

    public void See(string eventKey) => seen.Add(eventKey);

    public void Owe(string slot, string platform, Purpose purpose, Destination to, Document document, string language, int? decision = null, int? room = null,
        bool posts = false)
    {
        // A row that is replaced before it was written goes to the end, where the newer one belongs.
        outbox.Remove(slot);
        outbox.Add(slot, new Owed(slot, platform, purpose, JsonSerializer.Serialize(new OwedBody(to, document, language)), decision, room, posts));
    }

    public bool Owes(string slot) => outbox.ContainsKey(slot);

    public void Keep(ActionToken token)
    {
        tokens.Add(token);
        Kept = Kept.With(token);
    }

    public void Keep(Setting setting)
    {
        settings.Add(setting);
        Kept = Kept.With(setting);
    }

    public void Keep(Draft draft)
    {
        drafts[(draft.Account, draft.Room)] = draft;
        Kept = Kept.With(draft);
    }

    public void Plan(Due moment) => due[moment.Key] = moment;

    public void List(ListedAs what, string key) => listed.Add(new Listed(what, key));

    /// <summary>The checkpoint after the last entry; null if there is none. It is shown to nobody before the batch is on disk.</summary>
    /// <param name="signer">Asked for only if there is something to sign: a key is made for a ledger that begins.</param>
    public Head? Sign(Func<ISigner> signer) => head ??= entries.Count == 0 ? null : Signed(signer());

    public Batch Close(Func<ISigner> signer) => new(collective, expected)
    {
        At = at,
        Entries = entries,
        Head = Sign(signer),
        Openings = [.. openings.Where(opening => !wiped.Contains((opening.N, opening.I)))],
        Wiped = wiped,
        Seen = seen,
        Outbox = [.. outbox.Values],
        Due = [.. due.Values],
        Tokens = tokens,
        Settings = settings,
        Drafts = [.. drafts.Values],
        Directory = listed,
    };

    private Head Signed(ISigner signer)
    {
        var checkpoint = new Checkpoint(signer.Key.Name, Fold.Log.Size, Fold.Log.Frontier.Root);
        return new Head(checkpoint.Size, checkpoint.Root, checkpoint.Sign(signer));
    }
}

/// <summary>A delivery as it lies in the outbox.</summary>
internal sealed record OwedBody(Destination To, Document Document, string Language);
