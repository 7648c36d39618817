using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>What an event is to its answer.</summary>
/// <param name="Type">Message, reaction or redaction.</param>
/// <param name="Root">The thread it stands in; for a reaction the message that it is on.</param>
internal sealed record Occurrence(string Type, string? Root);

/// <summary>The latest events and our own latest messages, so that answering them needs no question to the server.</summary>
internal sealed class Occurrences
{
    private const int Most = 4_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Occurrence> _events = [];
    private readonly Dictionary<string, string> _ours = [];

    public static Occurrence Of(MatrixEvent happened) => happened.Type switch
    {
        "m.room.message" => new Occurrence(happened.Type, happened.RelationType == "m.thread" ? happened.RelatesTo : null),
        "m.reaction" => new Occurrence(happened.Type, happened.RelatesTo),
        _ => new Occurrence(happened.Type, null),
    };

    public void Note(MatrixEvent happened) => Note(happened.Id, Of(happened));

    public void Note(string id, Occurrence occurrence)
    {
        lock (_lock)
        {
            if (_events.Count >= Most) _events.Clear();
            _events[id] = occurrence;
        }
    }

    /// <summary>A message of ours that the room shows: it need not be sent again, even when the server has forgotten its transaction.</summary>
    public void NoteOurs(MatrixEvent happened)
    {
        if (happened.RelationType == "m.replace" || happened.Json.Text("content", MessageContent.Outbox) is not { } outbox) return;
        lock (_lock)
        {
            if (_ours.Count >= Most) _ours.Clear();
            _ours[outbox] = happened.Id;
        }
    }

    public Occurrence? Find(string id)
    {
        lock (_lock) return _events.GetValueOrDefault(id);
    }

    public string? Ours(string outbox)
    {
        lock (_lock) return _ours.GetValueOrDefault(outbox);
    }
}
