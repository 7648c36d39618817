using System.Text.Json.Nodes;
using System.Threading.Channels;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>
/// The gateway's session, and how far its events were dealt with. What is kept on disk is the last event before the first that is not finished, so that
/// after a stop Discord sends all the others again.
/// </summary>
internal sealed class Session(IKeyValues memory)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<long> _unfinished = [];
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private (string Id, string Url)? _session;
    private int _generation;
    private long? _received;

    /// <summary>The id and the address to go on with; null if a new session is needed.</summary>
    public (string Id, string Url)? Current
    {
        get
        {
            lock (_lock) return _session;
        }
    }

    public long? Received
    {
        get
        {
            lock (_lock) return _received;
        }
    }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        if (await memory.ReadAsync(Keys.Session, cancellation) is not JsonObject kept || (string?)kept["id"] is not { } id || (string?)kept["url"] is not { } url) return;
        lock (_lock) (_session, _received, Self) = ((id, url), (long?)kept["seq"], (string?)kept["self"]);
    }

    /// <summary>The bot's own id.</summary>
    public string? Self { get; private set; }

    public void Begin(string id, string url, string? self)
    {
        lock (_lock) (_session, Self) = ((id, url), self);
        Changed();
    }

    /// <summary>Discord no longer knows it. What was begun goes on all the same.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            (_session, _received) = (null, null);
            _unfinished.Clear();
            _generation++;
        }

        Changed();
    }

    /// <returns>Which session it is of, for <see cref="Finish"/>.</returns>
    public int Receive(long sequence, bool finished)
    {
        lock (_lock)
        {
            _received = sequence;
            if (finished) Changed();
            else _unfinished.Add(sequence);
            return _generation;
        }
    }

    public void Finish(int generation, long sequence)
    {
        lock (_lock)
        {
            if (generation == _generation) _unfinished.Remove(sequence); // another session counts anew
        }

        Changed();
    }

    /// <summary>Writes it down whenever it has changed, many changes at once, until cancelled.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _changes.Reader.ReadAsync(cancellation);
            await WriteAsync(cancellation);
        }
    }

    public Task WriteAsync(CancellationToken cancellation)
    {
        JsonObject? kept = null;
        lock (_lock)
        {
            if (_session is var (id, url)) kept = new JsonObject { ["id"] = id, ["url"] = url, ["seq"] = _unfinished.Count == 0 ? _received : _unfinished.Min - 1, ["self"] = Self };
        }

        return memory.SetAsync(Keys.Session, kept?.ToJsonString(), cancellation);
    }

    private void Changed() => _changes.Writer.TryWrite(true);
}
