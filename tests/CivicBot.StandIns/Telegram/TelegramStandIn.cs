using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CivicBot.StandIns.Telegram;

/// <summary>
/// Telegram, for tests: a server that answers as a Bot API server of one's own would, with people and groups in memory. It refuses what Telegram refuses, and notes in
/// <see cref="Violations"/> whatever a bot must never send.
/// </summary>
public sealed class TelegramStandIn : IAsyncDisposable
{
    private readonly World _world;
    private readonly WebApplication _server;
    private readonly List<BotRequest> _requests = [];

    private TelegramStandIn(TimeProvider time, WebApplication server)
    {
        _world = new World(time);
        _server = server;
        Methods = new Methods(_world, new Pace(time), Faults);
    }

    /// <summary>What the bot must be told to call: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Address => _server.Urls.First();

    public string Token { get; } = "4242:canary-AAF0rb1dd3nT0k3nThatMustNotBeSeen";

    /// <summary>The bot's @name, without the @.</summary>
    public string BotName { get; } = World.BotName;

    public TelegramFaults Faults { get; } = new();

    /// <summary>What was sent that Telegram's description, lengths or rules forbid.</summary>
    public IReadOnlyList<string> Violations => [.. _world.Violations];

    /// <summary>The description of the API was found, and requests are checked against it.</summary>
    public bool ChecksAgainstDescription => Methods.Description.IsThere;

    /// <summary>How many requests were refused because there were too many.</summary>
    public int Throttled => Methods.Pace.Refused;

    /// <summary>Everything the bot asked, in order, long polls too.</summary>
    public IReadOnlyList<BotRequest> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    /// <summary>The published commands, by scope and language: <c>all_group_chats/fr</c>. Ephemeral ones end in <c>!</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Menus => _world.Locked(() => _world.Menus.ToDictionary());

    /// <summary>The address and the secret that the bot wants to be called with.</summary>
    public (string Url, string? Secret)? Webhook => Methods.Webhook;

    /// <summary>How many updates the bot has not confirmed.</summary>
    public int Unconfirmed => _world.Updates.Count;

    internal Methods Methods { get; }

    public static async Task<TelegramStandIn> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(end => end.Protocols = HttpProtocols.Http1));
        var server = builder.Build();
        var standIn = new TelegramStandIn(time ?? TimeProvider.System, server);
        server.Run(standIn.AnswerAsync);
        await server.StartAsync();
        return standIn;
    }

    /// <param name="language">What his client speaks: <c>fr</c>.</param>
    /// <param name="handle">His @name, without the @.</param>
    public TelegramPerson Person(string name, string? language = null, string? handle = null) => _world.Person(name, language, handle);

    /// <summary>A private group in which the bot is, an ordinary member.</summary>
    public TelegramRoom Group(string title, params IEnumerable<TelegramPerson> people) => _world.Group(title, super: false, people);

    /// <summary>The same as a supergroup, which can be public, linked, have topics and anonymous admins.</summary>
    public TelegramRoom Supergroup(string title, params IEnumerable<TelegramPerson> people) => _world.Group(title, super: true, people);

    /// <summary>Calls the bot with what it has not confirmed, until it answers 200, as Telegram does where a webhook is set.</summary>
    /// <param name="call">Secret and body to status.</param>
    public async Task CallAsync(Func<string?, byte[], Task<int>> call)
    {
        foreach (var update in _world.Updates.Peek(100))
        {
            if (await call(Webhook?.Secret, System.Text.Encoding.UTF8.GetBytes(update.ToJsonString())) == 200) _world.Updates.Confirm(one => (int)one["update_id"]! == (int)update["update_id"]!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await _server.StopAsync(hurry.Token);
        }
        catch (OperationCanceledException)
        {
            // A question for updates was still open.
        }

        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value?.Split('/') is not ["", var bot, var method])
        {
            await WriteAsync(context, new ApiError(404, "Not Found"));
            return;
        }

        if (bot != "bot" + Token)
        {
            await WriteAsync(context, new ApiError(401, "Unauthorized"));
            return;
        }

        try
        {
            var request = await BotRequest.ReadAsync(method, context, _world.Time.GetUtcNow());
            lock (_requests) _requests.Add(request);
            if (Faults.Take(method) is { } fault)
            {
                if (fault.Status == 0) context.Abort();
                else await WriteAsync(context, new ApiError(fault.Status, fault.Words) { RetryAfter = fault.RetryAfter });
                return;
            }

            var result = await Methods.AnswerAsync(request, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString(), context.RequestAborted);
        }
        catch (ApiError refused)
        {
            await WriteAsync(context, refused);
        }
        catch (OperationCanceledException)
        {
            context.Abort(); // he no longer listens
        }
    }

    private static Task WriteAsync(HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(error.Json.ToJsonString());
    }
}
