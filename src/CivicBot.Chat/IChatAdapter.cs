namespace CivicBot.Chat;

/// <summary>One platform, to and from our words. It translates, and decides nothing.</summary>
public interface IChatAdapter
{
    /// <summary>What its keys begin with: <c>matrix</c>.</summary>
    string Platform { get; }

    PlatformLimits Limits { get; }

    /// <summary>
    /// Run until cancelled: hand each interaction to <paramref name="reception"/>, and move the platform's cursor only past those that it
    /// calls committed or ignored. A lost connection is the adapter's to mend; an exception means that it cannot go on.
    /// </summary>
    Task RunAsync(IReception reception, CancellationToken cancellation);

    /// <summary>Send a document, or put it in the place of an earlier message. Called again after any crash or failure, with the same id.</summary>
    Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>What the host offers an adapter: somebody to hand interactions to.</summary>
public interface IReception
{
    /// <summary>Every command there is, for platforms that must be told.</summary>
    IReadOnlyList<CommandDescription> Commands { get; }

    Task<Handled> ReceiveAsync(Interaction interaction, CancellationToken cancellation);
}

/// <summary>A small memory for an adapter: cursors, the device id, which private room is whose. Each write is on disk when it returns.</summary>
public interface IKeyValues
{
    Task<string?> GetAsync(string key, CancellationToken cancellation);

    /// <param name="value">Null forgets the key.</param>
    Task SetAsync(string key, string? value, CancellationToken cancellation);
}

/// <summary>What a platform can and cannot do, as data.</summary>
/// <param name="Prefix">What typed commands begin with: <c>/</c>, or <c>!</c>.</param>
/// <param name="Buttons">Choices can be pressed.</param>
/// <param name="Forms">It has forms; else questions are asked one by one.</param>
/// <param name="CardInterval">How long a live card is left alone between two edits.</param>
public sealed record PlatformLimits(string Prefix, bool Buttons, bool Forms, TimeSpan CardInterval)
{
    /// <summary>A message can have a thread of its own, in which others are gathered.</summary>
    public bool Threads { get; init; }
}
