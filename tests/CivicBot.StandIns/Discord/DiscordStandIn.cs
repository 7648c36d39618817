using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CivicBot.StandIns.Discord;

/// <summary>
/// What Discord would be, for whoever tests against it: an API and a gateway on a port of this machine, with servers, channels and people in memory. It
/// refuses what Discord refuses, with the same codes, and holds each request against Discord's own description where that lies beside the checkout.
/// </summary>
public sealed partial class DiscordStandIn : IAsyncDisposable
{
    private const long Epoch = 1_420_070_400_000;
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly WebApplication _app;
    private long _counter;

    private DiscordStandIn(TimeProvider time)
    {
        _time = time;
        ApplicationId = NextId();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        Door = new GatewayDoor(this, time);
        var api = new Api(this, Description.Beside, time);
        _app.Map("/gateway", gateway => gateway.Run(Door.OpenAsync));
        _app.Map("/api/v10", routes => routes.Run(api.AnswerAsync));
    }

    /// <summary>The address for the bot's settings.</summary>
    public string Api => Host + "api/v10/";

    public string Token { get; } = "canary.token-of-the-bot";

    /// <summary>Also the id of the bot's account.</summary>
    public string ApplicationId { get; }

    public Faults Faults { get; } = new();

    /// <summary>The gateway: connections, and what may happen to them.</summary>
    public GatewayDoor Door { get; }

    /// <summary>Requests that Discord would call wrong. A test ends with none, unless it provokes one.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Messages that were sent or edited so that they may ping somebody.</summary>
    public ConcurrentQueue<string> Pings { get; } = new();

    /// <summary>All requests, with the status that each was answered with.</summary>
    public ConcurrentQueue<(string Request, int Status)> Requests { get; } = new();

    /// <summary>Discord's description lies beside the checkout, so that requests are held against it.</summary>
    public static bool HasDescription => Description.Beside is not null;

    /// <summary>The commands that were published, everywhere or for the server with that id.</summary>
    public IReadOnlyDictionary<string, JsonArray> Commands => Published;

    /// <summary>Set, interactions are not sent over the gateway but posted there, unsigned; it answers with a status.</summary>
    public Func<string, Task<int>>? Endpoint { get; set; }

    /// <summary>How long the bot's first answers are on their way.</summary>
    public TimeSpan Delay { get; set; }

    internal ConcurrentDictionary<string, JsonArray> Published { get; } = new();

    internal Dictionary<string, Server> Servers { get; } = [];

    internal Dictionary<string, Channel> Channels { get; } = [];

    internal Dictionary<string, Person> People { get; } = [];

    internal Dictionary<string, Exchange> Exchanges { get; } = [];

    internal Dictionary<string, Message> Nonces { get; } = [];

    internal string Host => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    public static async Task<DiscordStandIn> StartAsync(TimeProvider? time = null)
    {
        var discord = new DiscordStandIn(time ?? TimeProvider.System);
        await discord._app.StartAsync();
        return discord;
    }

    /// <summary>A server with the bot in it.</summary>
    public Server Server(string name)
    {
        var server = new Server(this, NextId(), name);
        lock (_lock) Servers[server.Id] = server;
        Door.Send("GUILD_CREATE", server.Shown());
        return server;
    }

    public Person Person(string name, string? language = "en-US")
    {
        var person = new Person(this, NextId(), name, language);
        lock (_lock) (People[person.Id], Channels[person.Private.Id]) = (person, person.Private);
        return person;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo, int seconds = 8)
    {
        var end = Environment.TickCount64 + (seconds * 1_000);
        while (!isSo())
        {
            if (Environment.TickCount64 > end) throw new TimeoutException($"It did not come about in {seconds} s.");
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Door.Drop();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await _app.StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // What still runs ends with the process.
        }

        await _app.DisposeAsync();
    }

    internal string NextId() => (((ulong)(_time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22) | ((ulong)Interlocked.Increment(ref _counter) & 0x3F_FFFF)).ToString(CultureInfo.InvariantCulture);

    internal static DateTimeOffset MadeAt(string id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(id, CultureInfo.InvariantCulture) >> 22) + Epoch);

    internal T Locked<T>(Func<T> read)
    {
        lock (_lock) return read();
    }

    internal IReadOnlyList<Exchange> ExchangesOf(Person person)
    {
        lock (_lock) return [.. Exchanges.Values.Where(exchange => exchange.By == person).OrderBy(exchange => exchange.At)];
    }

    internal Channel AddChannel(Server server, string name, int kind, Channel? parent, string? id = null)
    {
        var channel = new Channel(this, id ?? NextId(), name, server, kind) { Parent = parent, Rights = parent?.Rights ?? Channel.AllRights };
        lock (_lock)
        {
            Channels[channel.Id] = channel;
            server.Channels.Add(channel);
        }

        Door.Send(channel.IsThread ? "THREAD_CREATE" : "CHANNEL_CREATE", channel.Shown());
        return channel;
    }

    internal void Remove(Server server)
    {
        lock (_lock)
        {
            Servers.Remove(server.Id);
            foreach (var channel in server.Channels) Channels.Remove(channel.Id);
        }

        Door.Send("GUILD_DELETE", new JsonObject { ["id"] = server.Id });
    }

    internal void Delete(Message message)
    {
        lock (_lock) message.IsDeleted = true;
        Door.Send("MESSAGE_DELETE", new JsonObject { ["id"] = message.Id, ["channel_id"] = message.Channel.Id, ["guild_id"] = message.Channel.Server?.Id });
    }
}
