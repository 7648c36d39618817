using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix;

/// <summary>A message of ours with choices.</summary>
/// <param name="Choices">How many there are.</param>
/// <param name="Public">A reaction may be taken for a choice.</param>
/// <param name="Type">Its <c>msgtype</c>, which an edit keeps.</param>
/// <param name="Kept">How many reactions on it were handed in.</param>
/// <param name="Gone">Somebody deleted it.</param>
internal sealed record Card(string Message, string Room, int Choices, bool Public, string Type, int Kept = 0, bool Gone = false);

/// <summary>The messages on which reactions mean something, and the reactions that were handed in.</summary>
internal sealed class Cards(IKeyValues memory) : IDisposable
{
    private const int PageSize = 50;
    private const int MostPerRoom = 40;
    private readonly SemaphoreSlim _writing = new(1);

    public async Task<Card?> FindAsync(string message, CancellationToken cancellation) =>
        await memory.ReadAsync(Keys.Card(message), cancellation) is { } kept && (string?)kept["room"] is { } room
            ? new Card(message, room, (int?)kept["choices"] ?? 0, (bool?)kept["public"] ?? false, (string?)kept["type"] ?? "m.notice", (int?)kept["kept"] ?? 0, (bool?)kept["gone"] ?? false)
            : null;

    /// <summary>Those of a room that take reactions.</summary>
    public async Task<IReadOnlyList<string>> InAsync(string room, CancellationToken cancellation) => List(await memory.GetAsync(Keys.Cards(room), cancellation));

    /// <summary>A card as it stands now; with no choices left it takes no more reactions.</summary>
    public Task KeepAsync(Card card, CancellationToken cancellation) => WritingAsync(
        async () =>
        {
            var before = await FindAsync(card.Message, cancellation);
            await WriteAsync(card with { Kept = before?.Kept ?? 0 }, cancellation);
            var there = await InAsync(card.Room, cancellation);
            var takes = card is { Public: true, Choices: > 0 };
            if (there.Contains(card.Message) == takes) return;
            IEnumerable<string> now = takes ? there.Append(card.Message).TakeLast(MostPerRoom) : there.Where(one => one != card.Message);
            await memory.WriteAsync(Keys.Cards(card.Room), new JsonArray([.. now.Select(one => (JsonNode)one)]), cancellation);
        },
        cancellation);

    /// <summary>Somebody deleted it: it takes no reactions any more, and cannot be edited.</summary>
    public Task LoseAsync(Card card, CancellationToken cancellation) => KeepAsync(card with { Choices = 0, Gone = true }, cancellation);

    public Task<JsonObject?> ReactionAsync(string reaction, CancellationToken cancellation) => memory.ReadAsync(Keys.Reaction(reaction), cancellation);

    public Task KeepReactionAsync(string card, string reaction, int number, string user, CancellationToken cancellation) => WritingAsync(
        async () =>
        {
            if (await FindAsync(card, cancellation) is not { } found) return;
            if (await memory.GetAsync(Keys.Reaction(reaction), cancellation) is not null) return;
            var page = Keys.Reactions(card, found.Kept / PageSize);
            var ids = List(await memory.GetAsync(page, cancellation));
            await memory.WriteAsync(page, new JsonArray([.. ids.Append(reaction).Select(one => (JsonNode)one)]), cancellation);
            await WriteAsync(found with { Kept = found.Kept + 1 }, cancellation);
            await memory.WriteAsync(Keys.Reaction(reaction), new JsonObject { ["card"] = card, ["n"] = number, ["by"] = user }, cancellation);
        },
        cancellation);

    /// <summary>It is gone, by whoever's hand, and that was dealt with.</summary>
    public Task ForgetReactionAsync(string reaction, CancellationToken cancellation) => memory.SetAsync(Keys.Reaction(reaction), null, cancellation);

    public async IAsyncEnumerable<string> ReactionsAsync(Card card, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var page = 0; page * PageSize < card.Kept; page++)
        {
            foreach (var id in List(await memory.GetAsync(Keys.Reactions(card.Message, page), cancellation))) yield return id;
        }
    }

    public void Dispose() => _writing.Dispose();

    private Task WriteAsync(Card card, CancellationToken cancellation) => memory.WriteAsync(
        Keys.Card(card.Message),
        new JsonObject { ["room"] = card.Room, ["choices"] = card.Choices, ["public"] = card.Public, ["type"] = card.Type, ["kept"] = card.Kept, ["gone"] = card.Gone },
        cancellation);

    private static IReadOnlyList<string> List(string? json) =>
        json is not null && JsonNode.Parse(json) is JsonArray list ? [.. list.Select(one => (string?)one).OfType<string>()] : [];

    private async Task WritingAsync(Func<Task> write, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await write();
        }
        finally
        {
            _writing.Release();
        }
    }
}
