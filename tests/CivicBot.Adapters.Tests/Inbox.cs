using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Adapters.Tests;

/// <summary>The host's side: takes what comes in. <see cref="Answer"/> may be anything else than committed.</summary>
internal sealed class Inbox : IReception
{
    private readonly ConcurrentQueue<Interaction> _received = new();

    public IReadOnlyList<CommandDescription> Commands { get; init; } = [];

    public IReadOnlyList<Interaction> Received => [.. _received];

    public Func<Interaction, Handled> Answer { get; set; } = _ => new Committed(1);

    public Task<Handled> ReceiveAsync(Interaction interaction, CancellationToken cancellation)
    {
        _received.Enqueue(interaction);
        return Task.FromResult(Answer(interaction));
    }

    /// <summary>What a bare command would be answered with.</summary>
    public Func<Interaction, Form?> Forms { get; set; } = _ => null;

    public Func<Unfinished, IReadOnlyList<Completion>> Completions { get; set; } = _ => [];

    public Task<Form?> FormAsync(Interaction interaction, CancellationToken cancellation) => Task.FromResult(Forms(interaction));

    public Task<IReadOnlyList<Completion>> CompleteAsync(Unfinished unfinished, CancellationToken cancellation) => Task.FromResult(Completions(unfinished));

    public IEnumerable<T> Of<T>()
        where T : Interaction => Received.OfType<T>();
}
