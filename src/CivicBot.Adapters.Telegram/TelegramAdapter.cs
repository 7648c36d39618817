using CivicBot.Adapters.Telegram.Receiving;
using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CivicBot.Adapters.Telegram;

/// <summary>Telegram, to and from our words: typed lines and presses in, messages, edits and toasts out.</summary>
public sealed class TelegramAdapter : IChatAdapter, IWebhook, IDisposable
{
    private static readonly TimeSpan NotYet = TimeSpan.FromSeconds(2);

    private readonly TelegramOptions _options;
    private readonly IKeyValues _memory;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TelegramApi _api;
    private readonly Chats _chats;
    private readonly Uri? _hook;
    private volatile Running? _running;

    /// <param name="memory">This adapter's own: the keys in it are not prefixed.</param>
    /// <param name="handler">What requests go through, where it is not the adapter's own (which follows no redirects); for tests.</param>
    public TelegramAdapter(TelegramOptions options, IKeyValues memory, TimeProvider time, ILogger<TelegramAdapter> log, HttpMessageHandler? handler = null)
    {
        _options = options;
        _memory = memory;
        _time = time;
        _log = log;
        if (options.Token is not { } token) throw new InvalidOperationException("Telegram: there is no token. @BotFather gives one: /newbot.");
        _hook = options.PublicUrl is { } outside ? HookAddress(outside) : null;
        var api = ApiAddress.Read(options.Api);
        _api = new TelegramApi(token, api, handler ?? ApiAddress.Handler(api));
        _chats = new Chats(memory);
    }

    public string Platform => Names.Platform;

    public PlatformLimits Limits { get; } = new("/", Buttons: true, Forms: false, CardInterval: TimeSpan.FromSeconds(3));

    public async Task RunAsync(IReception reception, CancellationToken cancellation)
    {
        var patience = new Patience(_time, _log);
        try
        {
            var self = await patience.AskAsync(() => _api.AskAsync(new GetMeRequest(), cancellation), cancellation);
            await new Commands(_api, _memory, patience).PublishAsync(reception.Commands, cancellation);
            var (updates, deliveries) = Assemble(self, new Handover(reception, _time), patience);
            if (_hook is null)
            {
                _running = new Running(deliveries, null, cancellation);
                await new Polling(_api, updates, patience, _time).RunAsync(cancellation);
            }
            else
            {
                var hook = new Hook(_api, updates, patience, await Hook.SecretAsync(_options, _memory, cancellation), _time);
                _running = new Running(deliveries, hook, cancellation);
                await hook.RunAsync(_hook, cancellation);
            }
        }
        catch (TelegramFailure refused) when (refused.Trouble is Trouble.BadToken)
        {
            throw new InvalidOperationException("Telegram does not accept the bot's token (401). Was it revoked? @BotFather shows it: /mybots, API Token.");
        }
        catch (TelegramFailure refused)
        {
            throw new InvalidOperationException("Telegram: " + refused.Message, refused);
        }
        finally
        {
            _running = null;
        }
    }

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) =>
        _running is { } running ? await running.Deliveries.DeliverAsync(delivery, cancellation) : new Delivered.Later(NotYet);

    public async Task<WebhookAnswer> CallAsync(WebhookCall call, CancellationToken cancellation) => _running switch
    {
        { Hook: { } hook, Stopping: var stopping } => await hook.CallAsync(call, stopping, cancellation),
        null when _hook is not null => new WebhookAnswer(503),
        _ => new WebhookAnswer(401), // we never asked to be called
    };

    public void Dispose()
    {
        _api.Dispose();
        _chats.Dispose();
    }

    private static Uri HookAddress(string outside) => Uri.TryCreate(outside.TrimEnd('/') + "/" + Names.Platform, UriKind.Absolute, out var address) && address.Scheme == "https"
        ? address
        : throw new InvalidOperationException("Telegram: the public address must be like https://bot.example.org.");

    /// <summary>Puts together what one run uses.</summary>
    private (Updates Updates, Deliveries Deliveries) Assemble(User self, Handover handover, Patience patience)
    {
        var bot = self.Username ?? throw new InvalidOperationException("Telegram: the bot has no @name.");
        var privately = new PrivateChats(_memory);
        var budget = new Budget(_time);
        var posting = new Posting(_api, patience, _log);
        var toasts = new Toasts(_api, bot, _time, _log);
        var migrations = new Migrations(_chats, handover, _log);
        var membership = new Membership(_api, patience, _time);
        var entrance = new Entrance(membership);
        var shares = new Shares(_chats, membership);
        var mentions = new Mentions(_memory, handover.Commands);
        var notices = new Notices(posting, budget, patience, bot, _time);
        var outgoing = new Outgoing(posting, budget, _chats, privately, migrations, bot);
        var updates = new Updates(
            new Messages(self, privately, shares, entrance, mentions, notices, handover),
            new Clicks(toasts, privately, shares, entrance, mentions, new Naming(_memory, _time), handover, bot, _time),
            new Departures(self, membership, handover),
            new Arrivals(_chats, privately, membership, notices),
            migrations,
            _chats,
            _log);
        return (updates, new Deliveries(outgoing, new Answers(outgoing, toasts, privately, bot, _time), toasts));
    }

    /// <summary>What one run uses.</summary>
    private sealed record Running(Deliveries Deliveries, Hook? Hook, CancellationToken Stopping);
}
