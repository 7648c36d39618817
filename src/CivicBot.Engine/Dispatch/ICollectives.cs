using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Engine;

/// <summary>All the dispatcher knows of a collective. Today a dictionary of writers; a call to another node later.</summary>
public interface ICollectives
{
    Task<Handled> HandleAsync(CollectiveId collective, Interaction interaction, CancellationToken cancellation);

    /// <summary>A question of ours is open there: the account's next line answers it.</summary>
    Task<bool> ExpectsAnswerAsync(CollectiveId collective, string account, string room, CancellationToken cancellation);

    Task<Form?> FormAsync(CollectiveId collective, Interaction interaction, CancellationToken cancellation);

    Task<IReadOnlyList<Completion>> CompleteAsync(CollectiveId collective, Unfinished unfinished, CancellationToken cancellation);
}

/// <summary>The collectives of this process, each loaded when it is first needed.</summary>
public sealed class LocalCollectives(WriterPorts ports) : ICollectives, IAsyncDisposable
{
    private readonly ConcurrentDictionary<CollectiveId, Lazy<Task<CollectiveWriter>>> writers = new();

    public async Task<Handled> HandleAsync(CollectiveId collective, Interaction interaction, CancellationToken cancellation) =>
        await (await WriterAsync(collective).ConfigureAwait(false)).HandleAsync(interaction, cancellation).ConfigureAwait(false);

    public async Task<bool> ExpectsAnswerAsync(CollectiveId collective, string account, string room, CancellationToken cancellation) =>
        (await WriterAsync(collective).ConfigureAwait(false)).ExpectsAnswer(account, room);

    public async Task<Form?> FormAsync(CollectiveId collective, Interaction interaction, CancellationToken cancellation) =>
        await (await WriterAsync(collective).ConfigureAwait(false)).FormAsync(interaction).ConfigureAwait(false);

    public async Task<IReadOnlyList<Completion>> CompleteAsync(CollectiveId collective, Unfinished unfinished, CancellationToken cancellation) =>
        (await WriterAsync(collective).ConfigureAwait(false)).Complete(unfinished);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers.Values)
        {
            if (writer.IsValueCreated && writer.Value.IsCompletedSuccessfully) await (await writer.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<CollectiveWriter> WriterAsync(CollectiveId collective)
    {
        var loading = writers.GetOrAdd(collective, id => new Lazy<Task<CollectiveWriter>>(() => LoadAsync(id)));
        try
        {
            return await loading.Value.ConfigureAwait(false);
        }
        catch
        {
            writers.TryRemove(KeyValuePair.Create(collective, loading));
            throw;
        }
    }

    private async Task<CollectiveWriter> LoadAsync(CollectiveId collective)
    {
        var writer = new CollectiveWriter(collective, ports);
        await writer.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        return writer;
    }
}
