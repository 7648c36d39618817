using CivicBot.Adapters.Discord.Receiving;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord;

/// <summary>Discord, to and from our words: slash commands, buttons and forms in, cards, private answers and threads out.</summary>
public sealed class DiscordAdapter : IChatAdapter, IWebhook, IDisposable
{
    private static readonly TimeSpan NotYet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LoggedOut = TimeSpan.FromMinutes(1);

    private readonly DiscordOptions _options;
    private readonly IKeyValues _memory;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly DiscordConnection _connection;
    private readonly DiscordClient _client;
    private readonly SignedCalls? _calls;
    private volatile Running? _running;

    /// <param name="memory">This adapter's own: the keys in it are not prefixed.</param>
    /// <param name="handler">What requests go through, where it is not the adapter's own (which follows no redirects); for tests.</param>
    public DiscordAdapter(DiscordOptions options, IKeyValues memory, TimeProvider time, ILogger<DiscordAdapter> log, HttpMessageHandler? handler = null)
    {
        if (options.Shards < 1 || options.Shard < 0 || options.Shard >= options.Shards) throw new InvalidOperationException("Discord: Shard must be from 0 to one less than Shards.");
        _options = options;
        _memory = memory;
        _time = time;
        _log = log;
        _calls = options.PublicKey is { Length: > 0 } key ? new SignedCalls(key, time) : null;
        _connection = new DiscordConnection(options, handler, time);
        _client = new DiscordClient(_connection);
    }

    public string Platform => Names.Platform;

    public PlatformLimits Limits { get; } = new("/", Buttons: true, Forms: true, CardInterval: TimeSpan.FromSeconds(2)) { Threads = true };

    public async Task RunAsync(IReception reception, CancellationToken cancellation)
    {
        try
        {
            var patience = new Patience(_time, _log);
            var application = _options.ApplicationId ?? (await patience.AskAsync(() => _client.ApplicationAsync(cancellation), cancellation)).Text("id")
                ?? throw new InvalidOperationException("Discord: the API does not say which application this token is of. Set ApplicationId.");
            _log.LogInformation("Discord: to add the bot to a server, open {Link}", Permissions.Link(application));
            await new Publishing(_client, _memory, patience, _log).PublishAsync(application, _options.CommandsIn, reception.Commands, cancellation);
            await RunAsync(Assemble(application, reception, patience, cancellation), cancellation);
        }
        catch (DiscordFailure refused) when (refused.LoggedOut)
        {
            throw new InvalidOperationException("Discord: the bot's token is not accepted. Make a new one on the portal's page Bot, and put it into the settings.", refused);
        }
        catch (DiscordFailure refused)
        {
            throw new InvalidOperationException("Discord: " + refused.Message, refused);
        }
        finally
        {
            _running = null;
        }
    }

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (_running is not { } running) return new Delivered.Later(NotYet);
        try
        {
            return await running.Deliveries.DeliverAsync(delivery, cancellation);
        }
        catch (DiscordFailure failure) when (failure.LoggedOut)
        {
            return new Delivered.Later(LoggedOut);
        }
        catch (DiscordFailure failure) when (failure.Passing)
        {
            return new Delivered.Later(failure.RetryAfter ?? Away);
        }
        catch (DiscordFailure refused)
        {
            return new Delivered.Never(Reason(refused));
        }
    }

    /// <summary>An interaction over HTTP. It is answered by the API, not in the response, so that every first answer goes one way.</summary>
    public Task<WebhookAnswer> CallAsync(WebhookCall call, CancellationToken cancellation)
    {
        if (_calls is null) return Task.FromResult(new WebhookAnswer(401));
        if (_running is not { } running) return Task.FromResult(new WebhookAnswer(503));
        if (_calls.Read(call, running.Application) is not { } json) return Task.FromResult(new WebhookAnswer(401));
        if (json.Number("type") == (long)Kind.Ping) return Task.FromResult(new WebhookAnswer(200, """{"type":1}"""));
        if (Incoming.Read(json) is not { } incoming) return Task.FromResult(new WebhookAnswer(400));
        _ = Task.Run(() => running.Interactions.TakeAsync(incoming, running.Stop), CancellationToken.None);
        return Task.FromResult(new WebhookAnswer(202));
    }

    public void Dispose() => _connection.Dispose();

    private async Task RunAsync(Running running, CancellationToken cancellation)
    {
        await running.Session.ReadAsync(cancellation);
        await running.Guilds.ReadAsync(cancellation);
        _running = running;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] all = [running.Gateway.RunAsync(ended.Token), running.Session.KeepAsync(ended.Token), running.Guilds.KeepAsync(ended.Token), running.Deferrals.SweepAsync(ended.Token)];
        try
        {
            await await Task.WhenAny(all);
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(all).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await running.Session.WriteAsync(CancellationToken.None);
        }
    }

    /// <summary>Puts together what one run uses.</summary>
    private Running Assemble(string application, IReception reception, Patience patience, CancellationToken stop)
    {
        var (guilds, forms, table) = (new Guilds(_client, _memory), new OpenForms(_memory), new CommandTable(reception.Commands));
        var (session, lanes, handover) = (new Session(_memory), new Lanes(), new Handover(reception, _time));
        var deferrals = new Deferrals(_client, application, _time, _log);
        var shared = new SharedGuilds(_client, guilds, _time);
        var answers = new FirstAnswers(reception, new Translation(guilds, table, forms), forms, table, guilds, _time, _log);
        var interactions = new Interactions(answers, new Acknowledging(_client, _time, _log), deferrals, shared, handover, lanes, _time, _log);
        var dispatches = new Dispatches(session, guilds, interactions, new TypedLines(guilds, shared, handover, lanes), overHttp: _calls is not null, _log);
        var gateway = new Gateway(session, new Identifying(_options, _client, patience, _time, _log), dispatches, _time, _log);
        var posting = new Posting(_client, new EditPace(_time), new Openings(_client, _memory, _time));
        var deliveries = new Deliveries(_client, application, posting, new Threads(_client, _memory), deferrals, _memory, _time);
        return new Running(application, session, guilds, gateway, interactions, deferrals, deliveries, stop);
    }

    private static string Reason(DiscordFailure refused) => refused.Code is DiscordFailure.MissingPermission or DiscordFailure.MissingAccess
        ? $"{refused.Message} In that channel the bot needs: {Permissions.Missing(0, "en")}."
        : refused.Message;

    private sealed record Running(string Application, Session Session, Guilds Guilds, Gateway Gateway, Interactions Interactions, Deferrals Deferrals, Deliveries Deliveries, CancellationToken Stop);
}
