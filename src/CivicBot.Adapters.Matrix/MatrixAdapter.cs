using CivicBot.Adapters.Matrix.Receiving;
using CivicBot.Adapters.Matrix.Sending;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix;

/// <summary>Matrix, to and from our words: typed lines and reactions in, messages, edits and marks out.</summary>
public sealed class MatrixAdapter : IChatAdapter, IDisposable
{
    private static readonly TimeSpan NotYet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);

    private readonly MatrixOptions _options;
    private readonly IKeyValues _memory;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly MatrixConnection _connection;
    private readonly MatrixClient _client;
    private readonly Cards _cards;
    private readonly SemaphoreSlim _opening = new(1);
    private readonly Occurrences _occurrences = new();
    private readonly FreshCards _fresh;
    private volatile Deliveries? _deliveries;

    /// <param name="memory">This adapter's own: the keys in it are not prefixed.</param>
    /// <param name="handler">What requests go through, where it is not the adapter's own (which follows no redirects); for tests.</param>
    public MatrixAdapter(MatrixOptions options, IKeyValues memory, TimeProvider time, ILogger<MatrixAdapter> log, HttpMessageHandler? handler = null)
    {
        _options = options;
        _memory = memory;
        _time = time;
        _log = log;
        var homeserver = HomeserverAddress.Read(options.Homeserver);
        _connection = new MatrixConnection(homeserver, handler ?? HomeserverAddress.Handler(homeserver), time);
        _client = new MatrixClient(_connection);
        _cards = new Cards(memory);
        _fresh = new FreshCards(time);
    }

    public string Platform => Names.Platform;

    public PlatformLimits Limits { get; } = new("!", Buttons: false, Forms: false, CardInterval: TimeSpan.FromSeconds(10)) { Threads = true };

    public async Task RunAsync(IReception reception, CancellationToken cancellation)
    {
        var patience = new Patience(_time, _log);
        var handover = new Handover(reception, _time);
        while (true)
        {
            var self = await new Login(_options, _client, _memory, patience, _log).EnterAsync(cancellation);
            var privately = new PrivateRooms(_client, _memory, self, _opening, _log);
            var (sync, deliveries) = Assemble(self, privately, patience);
            try
            {
                await sync.RunAsync(handover, caughtUp: () => _deliveries = deliveries, cancellation);
            }
            catch (MatrixFailure refused) when (refused.LoggedOut)
            {
                _log.LogWarning("Matrix: the token is no longer good. Logging in again.");
            }
            catch (MatrixFailure refused)
            {
                throw new InvalidOperationException("Matrix: " + refused.Message, refused);
            }
            finally
            {
                _deliveries = null;
            }
        }
    }

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        // Until the past is read we do not know which of our messages were sent before the stop.
        if (_deliveries is not { } deliveries) return new Delivered.Later(NotYet);
        try
        {
            return await deliveries.DeliverAsync(delivery, cancellation);
        }
        catch (MatrixFailure failure) when (failure.Passing || failure.LoggedOut)
        {
            return new Delivered.Later(failure.RetryAfter ?? Away);
        }
        catch (MatrixFailure refused)
        {
            return new Delivered.Never(refused.Message);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _cards.Dispose();
        _opening.Dispose();
    }

    /// <summary>Puts together what one login uses.</summary>
    private (SyncLoop Sync, Deliveries Deliveries) Assemble(Self self, PrivateRooms privately, Patience patience)
    {
        var threads = new Threads(_client, _memory, _occurrences);
        var notices = new Notices(_client, threads, patience);
        var speaker = new Speaker(_client, patience);
        var privacy = new PrivacyRequests(privately, notices, patience, _time);
        var reactions = new Reactions(self, _cards, _fresh, _memory, speaker, privately, privacy, patience);
        var shared = new SharedRooms(_client, privately, patience, _time);
        var rooms = new RoomReading(
            self,
            _memory,
            new History(_client, patience, _log),
            new Healing(_client, self, _cards, reactions, patience),
            _fresh,
            new Messages(self, speaker, privately, shared, privacy, patience),
            reactions,
            new Upgrades(_client, _memory, speaker, patience, _log),
            new Departures(self, privately, shared),
            new EncryptedRooms(_memory, privately, privacy, notices, _log),
            shared,
            _occurrences,
            _log);
        var invitations = new Invitations(_client, self, privately, patience, _log);
        var posting = new Posting(_client, _memory, _cards, _fresh, threads, _occurrences);
        return (
            new SyncLoop(_client, _memory, patience, invitations, rooms, _fresh),
            new Deliveries(posting, new Marks(_client, threads), privately, _log));
    }
}
