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

    /// <summary>The form by which this would be answered, from memory and at once, for platforms on which a form must be the first answer. Nothing is recorded.</summary>
    /// <returns>Null: it asks for nothing, or it is not ours.</returns>
    Task<Form?> FormAsync(Interaction interaction, CancellationToken cancellation);

    /// <summary>What could be meant while somebody types a parameter; at most 25, the likeliest first. Nothing is recorded.</summary>
    Task<IReadOnlyList<Completion>> CompleteAsync(Unfinished unfinished, CancellationToken cancellation);
}

/// <summary>A command that is being typed.</summary>
/// <param name="Command">Its English name.</param>
/// <param name="Parameter">The key of the parameter.</param>
/// <param name="Typed">What of it is there.</param>
public sealed record Unfinished(Account From, Room In, string Command, string Parameter, string Typed);

/// <summary>A value that could be meant.</summary>
/// <param name="Label">At most 100 characters.</param>
/// <param name="Value">What is handed in; at most 100 characters.</param>
public sealed record Completion(string Label, string Value);

/// <summary>An adapter that its platform can call back. The host listens on <c>/PLATFORM</c>, takes POST alone, bounds the size, and hands over what came.</summary>
public interface IWebhook
{
    Task<WebhookAnswer> CallAsync(WebhookCall call, CancellationToken cancellation);
}

/// <param name="Headers">By lower-case name.</param>
/// <param name="Body">Exactly the bytes that came: signatures are over them.</param>
public sealed record WebhookCall(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);

/// <param name="Status">An HTTP status.</param>
/// <param name="Json">The body, if there is one.</param>
public sealed record WebhookAnswer(int Status, string? Json = null);

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
