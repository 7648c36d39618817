using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.EndToEnd.Stories;

/// <summary>Hands interactions on, and tells whoever waits for one what became of it.</summary>
internal sealed class Watched(IReception inner) : IReception
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Handled>> events = new();

    public IReadOnlyList<CommandDescription> Commands => inner.Commands;

    public async Task<Handled> ReceiveAsync(Interaction interaction, CancellationToken cancellation)
    {
        var handled = await inner.ReceiveAsync(interaction, cancellation);
        if (handled is not Busy && interaction.Event is { } about) Of(about).TrySetResult(handled);
        return handled;
    }

    public Task<Form?> FormAsync(Interaction interaction, CancellationToken cancellation) => inner.FormAsync(interaction, cancellation);

    public Task<IReadOnlyList<Completion>> CompleteAsync(Unfinished unfinished, CancellationToken cancellation) => inner.CompleteAsync(unfinished, cancellation);

    /// <summary>What became of an event of the platform's, as soon as something has.</summary>
    public Task<Handled> HandledAsync(string about) => Of(about).Task;

    private TaskCompletionSource<Handled> Of(string about) => events.GetOrAdd(about, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
