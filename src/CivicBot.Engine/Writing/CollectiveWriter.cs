using System.Threading.Channels;
using CivicBot.Chat;
using CivicBot.Ledger;
using CivicBot.Sdk;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>What all writers have in common.</summary>
public sealed record WriterPorts(IStorage Storage, Catalogue Catalogue, IKeys Keys, IRandomness Randomness, TimeProvider Time, ILogger Log)
{
    /// <summary>Budgets per account hold; off in a practice room.</summary>
    public bool Budgets { get; init; } = true;

    /// <summary>What a collective starts with that says nothing else.</summary>
    public Defaults Defaults { get; init; } = new();

    /// <summary>Called after each commit that owes something.</summary>
    public Action Owed { get; init; } = static () => { };
}

/// <summary>The language and time zone of a collective that says nothing else.</summary>
public sealed record Defaults(string Language = "en", string TimeZone = "UTC");

/// <summary>
/// Decides for one collective, one interaction after the other: bounded inbox → batch → handlers and rules → one append → the new state is published and the
/// callers are told. While a batch is on its way to disk the next is decided on top of it. Without lock or static; whatever is not committed is dropped.
/// </summary>
public sealed class CollectiveWriter : IAsyncDisposable
{
    private const int MostWaiting = 2048;
    private const int MostInBatch = 256;
    private const int Patience = 3;

    private readonly Channel<Waiting> inbox = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CollectiveId collective;
    private readonly WriterPorts ports;
    private readonly Lazy<ISigner> signer;
    private readonly Budgets budgets;
    private readonly Replies replies = new();
    private readonly Cards cards;
    private readonly Telling telling;
    private Task? loop;
    private Task<bool>? waitingForMore;
    private readonly Dictionary<string, int> failures = [];
    private string? atWork;
    private volatile Fold fold = Fold.Empty;
    private volatile Kept kept = Kept.Empty;

    private sealed record Waiting(Interaction Interaction, TaskCompletionSource<Handled> Done);

    public CollectiveWriter(CollectiveId collective, WriterPorts ports)
    {
        (this.collective, this.ports) = (collective, ports);
        signer = new Lazy<ISigner>(() => ports.Keys.Of(collective));
        budgets = new Budgets(ports.Budgets);
        cards = new Cards(ports.Catalogue, ports.Randomness, replies);
        telling = new Telling(ports.Catalogue, ports.Randomness);
    }

    /// <summary>Fold the ledger, and check every byte of it on the way. A writer whose load failed is dropped, never kept.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await CatchUpAsync(cancellation).ConfigureAwait(false);
        kept = Kept.Of(await ports.Storage.Ledgers.BesideAsync(collective, cancellation).ConfigureAwait(false));
        loop = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>A question of ours is open: the account's next line answers it.</summary>
    public bool ExpectsAnswer(string account, string room) =>
        kept.Drafts.TryGetValue((account, room), out var draft) && draft.Expires > ports.Time.GetUtcNow();

    /// <summary>The form by which an interaction would be answered, by the state as it is published.</summary>
    public Task<Form?> FormAsync(Interaction interaction) =>
        Handling().FormAsync(new Turn(new Sitting(collective, fold, kept, Now(fold)), interaction, ports.Randomness.For(interaction.EventKey), ports.Defaults));

    public IReadOnlyList<Completion> Complete(Unfinished unfinished) =>
        Completions.For(unfinished, ports.Catalogue, new CollectiveView(fold.State, new CivicBot.Core.AccountId(unfinished.From.Key), new Dictionary<string, string>(), ports.Catalogue, Now(fold)));

    public Task<Handled> HandleAsync(Interaction interaction, CancellationToken cancellation)
    {
        var waiting = new Waiting(interaction, new TaskCompletionSource<Handled>(TaskCreationOptions.RunContinuationsAsynchronously));
        return inbox.Writer.TryWrite(waiting) ? waiting.Done.Task.WaitAsync(cancellation) : Task.FromResult<Handled>(new Busy(TimeSpan.FromSeconds(1)));
    }

    /// <summary>Takes no more, and finishes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        inbox.Writer.TryComplete();
        if (loop is not null) await loop.ConfigureAwait(false);
    }

    /// <summary>A batch on its way to disk. The next one is decided on its state meanwhile, and lands after it or not at all.</summary>
    private sealed record Flight(IReadOnlyList<Waiting> Waiting, IReadOnlyList<Waiting> Fresh, Sitting Sitting, Task<Appended> Append);

    private async Task RunAsync()
    {
        Flight? flight = null;
        while (flight is not null || await MoreAsync().ConfigureAwait(false))
        {
            var batch = new List<Waiting>();
            try
            {
                flight = await FlyAsync(flight, batch, inbox.Reader).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Nobody knows what is on disk: read again before anything else is decided.
            catch (Exception error)
#pragma warning restore CA1031
            {
                ports.Log.LogError(error, "Collective {Collective}: a batch failed and is read again from disk.", collective);
                if (atWork is { } key) failures[key] = failures.GetValueOrDefault(key) + 1;
                atWork = null;
                // What is under way lands or fails first: then what is read is what stands.
                if (flight is not null) await flight.Append.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
                await StartOverAsync([.. flight?.Waiting ?? [], .. batch]).ConfigureAwait(false);
                flight = null;
            }
        }
    }

    /// <summary>Decide what comes in while the batch before is on its way, see that one land, then send this one after it.</summary>
    /// <param name="batch">What it consists of, for whoever must tell the callers if it fails.</param>
    /// <param name="from">Where it comes from; null: it is complete.</param>
    private async Task<Flight?> FlyAsync(Flight? before, List<Waiting> batch, ChannelReader<Waiting>? from)
    {
        var sitting = new Sitting(collective, before?.Sitting.Fold ?? fold, before?.Sitting.Kept ?? kept, Now(before?.Sitting.Fold ?? fold));
        var fresh = new List<Waiting>();
        await DecideAsync(sitting, before, batch, fresh).ConfigureAwait(false);
        while (from is not null && batch.Count < MostInBatch)
        {
            var arrived = new List<Waiting>();
            while (batch.Count + arrived.Count < MostInBatch && from.TryRead(out var waiting)) arrived.Add(waiting);
            batch.AddRange(arrived);
            await DecideAsync(sitting, before, arrived, fresh).ConfigureAwait(false);
            // What comes in a later second has a later time, and so belongs to the next batch.
            if (before is null || Now(sitting.Fold) != sitting.At) break;
            // Never wait for more alone: those who could send it may be waiting for the batch that is under way.
            var more = MoreAsync();
            if (await Task.WhenAny(before.Append, more).ConfigureAwait(false) == before.Append || !await more.ConfigureAwait(false)) break;
        }
        await cards.DrawAsync(sitting, sitting.Sign(() => signer.Value)).ConfigureAwait(false);
        await telling.DrawAsync(sitting).ConfigureAwait(false);
        if (before is not null && await before.Append.ConfigureAwait(false) is Appended.Stale)
        {
            // Another writer of the same ledger was first: read what is missing, decide both again.
            await CatchUpAsync(CancellationToken.None).ConfigureAwait(false);
            kept = Kept.Of(await ports.Storage.Ledgers.BesideAsync(collective, CancellationToken.None).ConfigureAwait(false));
            batch.InsertRange(0, before.Waiting);
            return await FlyAsync(null, batch, null).ConfigureAwait(false);
        }
        if (before is not null) Land(before);
        if (batch.Count == 0) return null;
        return new Flight(batch, fresh, sitting,
            fresh.Count == 0 ? Task.FromResult(Appended.Durable) : ports.Storage.Ledgers.AppendAsync(sitting.Close(() => signer.Value), CancellationToken.None));
    }

    /// <summary>Something waits in the inbox; false once it is closed and empty.</summary>
    private Task<bool> MoreAsync() => waitingForMore is { IsCompleted: false } pending ? pending : waitingForMore = inbox.Reader.WaitToReadAsync().AsTask();

    /// <summary>It is on disk: its state is the state, and its callers are told.</summary>
    private void Land(Flight flight)
    {
        (fold, kept) = (flight.Sitting.Fold, flight.Sitting.Kept);
        foreach (var waiting in flight.Waiting) waiting.Done.TrySetResult(new Committed(fold.Log.Size, Again: !flight.Fresh.Contains(waiting)));
        if (flight.Fresh.Count > 0) ports.Owed();
    }

    private async Task DecideAsync(Sitting sitting, Flight? before, List<Waiting> more, List<Waiting> fresh)
    {
        if (more.Count == 0) return;
        var known = await ports.Storage.Ledgers.SeenAsync(collective, [.. more.Select(waiting => waiting.Interaction.EventKey)], CancellationToken.None).ConfigureAwait(false);
        var seen = new HashSet<string>(known);
        seen.UnionWith((before?.Fresh ?? []).Concat(fresh).Select(waiting => waiting.Interaction.EventKey));
        var handling = Handling();
        foreach (var waiting in more)
        {
            var interaction = waiting.Interaction;
            if (!seen.Add(interaction.EventKey)) continue;
            fresh.Add(waiting);
            sitting.See(interaction.EventKey);
            var turn = new Turn(sitting, interaction, ports.Randomness.For(interaction.EventKey), ports.Defaults);
            var over = interaction is Elapsed or Left ? 0 : budgets.Over(interaction.From.Key, sitting.At);
            if (failures.GetValueOrDefault(interaction.EventKey) >= Patience)
            {
                GiveUp(turn);
                continue;
            }
            atWork = interaction.EventKey;
            if (over == 0) await handling.HandleAsync(turn, CancellationToken.None).ConfigureAwait(false);
            else if (over == 1) turn.Reply(Purpose.Refusal, replies.TooManyActs(turn.Language()), turn.Language());
            atWork = null;
        }
    }

    private Handling Handling() => new(ports.Catalogue, new Lazy<EventWriter>(() => new EventWriter(signer.Value.Key)), ports.Storage.Directory, replies, ports.Log);

    /// <summary>An interaction on which we ourselves fail again and again is answered so, and no longer holds up those behind it.</summary>
    private void GiveUp(Turn turn)
    {
        var incident = Convert.ToHexStringLower(turn.Draw.Bytes(3));
        ports.Log.LogError("Incident {Incident}: an interaction failed {Times} times and is given up; why stands above.", incident, Patience);
        failures.Remove(turn.Interaction.EventKey);
        if (turn.Interaction is not Elapsed and not Left) turn.Reply(Purpose.Refusal, replies.PluginFailed(incident, turn.Language()), turn.Language());
    }

    /// <summary>The state is what is on disk, and the callers repeat what they asked: what was committed after all is known by its event key.</summary>
    private async Task StartOverAsync(IReadOnlyList<Waiting> batch)
    {
        try
        {
            await CatchUpAsync(CancellationToken.None).ConfigureAwait(false);
            kept = Kept.Of(await ports.Storage.Ledgers.BesideAsync(collective, CancellationToken.None).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The storage is away; the callers are told to come again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ports.Log.LogError(error, "Collective {Collective}: its ledger cannot be read.", collective);
        }
        foreach (var waiting in batch) waiting.Done.TrySetResult(new Busy(TimeSpan.FromSeconds(1)));
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        await foreach (var stored in ports.Storage.Ledgers.ReadAsync(collective, fold.Log.Size, cancellation).ConfigureAwait(false))
        {
            fold = Replay.Add(fold, stored);
        }
        var head = await ports.Storage.Ledgers.HeadAsync(collective, cancellation).ConfigureAwait(false);
        if ((head?.Size ?? 0) != fold.Log.Size || (head is not null && head.Root != fold.Log.Frontier.Root))
        {
            throw new InvalidDataException($"The ledger of {collective} does not match its signed head. Type: civicbot verify --data, which names the entry.");
        }
    }

    /// <summary>Whole seconds, as the ledger writes them; time never runs back.</summary>
    private DateTimeOffset Now(Fold after)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(ports.Time.GetUtcNow().ToUnixTimeSeconds());
        return now > after.Log.LastTime ? now : after.Log.LastTime;
    }
}
