using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CivicBot.StandIns.Discord;

/// <summary>The gateway: sessions that outlive connections, and what may happen to either.</summary>
public sealed class GatewayDoor
{
    private const int Servers = 1 << 0;
    private const int Lines = 1 << 9;
    private const int PrivateLines = 1 << 12;
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private readonly DiscordStandIn _discord;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private int _names;

    internal GatewayDoor(DiscordStandIn discord, TimeProvider time) => (_discord, _time) = (discord, time);

    /// <summary>What connections may expect between two heartbeats.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(41.25);

    /// <summary>Nobody gets in.</summary>
    public bool IsShut { get; set; }

    /// <summary>How many sessions were begun.</summary>
    public int Identified { get; private set; }

    /// <summary>How often a session was gone on with.</summary>
    public int Resumed { get; private set; }

    public int Heartbeats { get; private set; }

    /// <summary>Somebody listens now.</summary>
    public bool IsConnected
    {
        get
        {
            lock (_lock) return _sessions.Values.Any(session => session.Connection is not null);
        }
    }

    internal string Address => _discord.Host.Replace("http:", "ws:", StringComparison.Ordinal) + "gateway";

    /// <summary>All connections break, without a word.</summary>
    public void Drop() => Each(connection => connection.Abort());

    /// <summary>All connections are closed with a code.</summary>
    public void Close(int code) => Each(connection => connection.Close(code));

    /// <summary>All connections are asked to connect again.</summary>
    public void AskToReconnect() => Each(connection => connection.Send(new JsonObject { ["op"] = 7, ["d"] = null }));

    /// <summary>Asks for a heartbeat out of turn.</summary>
    public void AskForHeartbeat() => Each(connection => connection.Send(new JsonObject { ["op"] = 1, ["d"] = null }));

    /// <summary>All sessions are forgotten: who comes back must begin anew.</summary>
    public void ForgetSessions()
    {
        lock (_lock) _sessions.Clear();
    }

    internal void Send(string kind, JsonObject data)
    {
        lock (_lock)
        {
            foreach (var session in _sessions.Values) session.Send(kind, data);
        }
    }

    internal async Task OpenAsync(HttpContext context)
    {
        if (IsShut || !context.WebSockets.IsWebSocketRequest || context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json")
        {
            context.Response.StatusCode = 400;
            return;
        }

        using var connection = new GatewayConnection(await context.WebSockets.AcceptWebSocketAsync());
        GatewaySession? session = null;
        try
        {
            connection.Send(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = (int)Heartbeat.TotalMilliseconds } });
            while (await connection.ReceiveAsync() is { } message)
            {
                switch ((int)message["op"]!)
                {
                    case 1:
                        Heartbeats++;
                        if (!_discord.Faults.Deaf) connection.Send(new JsonObject { ["op"] = 11 });
                        break;
                    case 2:
                        session = Identify(message["d"]!, connection);
                        break;
                    case 6:
                        session = Resume(message["d"]!, connection);
                        break;
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            // It ends, as connections do.
        }
        finally
        {
            lock (_lock)
            {
                if (session?.Connection == connection) session.Connection = null;
            }
        }
    }

    private GatewaySession? Identify(JsonNode asked, GatewayConnection connection)
    {
        Identified++;
        if (_discord.Faults.SessionsLeft-- <= 0) _discord.Violations.Enqueue("gateway: more sessions were begun than are allowed");
        var intents = (int)asked["intents"]!;
        if ((string?)asked["token"] != _discord.Token) return Refuse(connection, 4004);
        if ((intents & Privileged) != 0) return Refuse(connection, 4014);
        if (asked["shard"] is JsonArray shard && (int)shard[0]! >= (int)shard[1]!) return Refuse(connection, 4010);
        var session = new GatewaySession($"session-{Interlocked.Increment(ref _names)}", intents) { Connection = connection };
        lock (_lock)
        {
            _sessions[session.Id] = session;
            session.Send("READY", new JsonObject
            {
                ["v"] = 10,
                ["user"] = new JsonObject { ["id"] = _discord.ApplicationId, ["username"] = "civicbot", ["bot"] = true },
                ["guilds"] = new JsonArray(),
                ["session_id"] = session.Id,
                ["resume_gateway_url"] = Address + "/resume",
                ["application"] = new JsonObject { ["id"] = _discord.ApplicationId, ["flags"] = 0 },
            });
            foreach (var server in _discord.Servers.Values.ToList()) session.Send("GUILD_CREATE", server.Shown());
        }

        return session;
    }

    private GatewaySession? Resume(JsonNode asked, GatewayConnection connection)
    {
        lock (_lock)
        {
            if ((string?)asked["token"] != _discord.Token) return Refuse(connection, 4004);
            if (!_sessions.TryGetValue((string)asked["session_id"]!, out var session))
            {
                connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
                return null;
            }

            if ((long)asked["seq"]! > session.Last) return Refuse(connection, 4007);
            Resumed++;
            session.Replay((long)asked["seq"]!, connection);
            return session;
        }
    }

    private static GatewaySession? Refuse(GatewayConnection connection, int code)
    {
        connection.Close(code);
        return null;
    }

    private void Each(Action<GatewayConnection> act)
    {
        lock (_lock)
        {
            foreach (var connection in _sessions.Values.Select(session => session.Connection).OfType<GatewayConnection>()) act(connection);
        }
    }

    /// <summary>What one bot listens to, whether or not it is connected now.</summary>
    private sealed class GatewaySession(string id, int intents)
    {
        private readonly List<byte[]> _sent = [];

        public string Id => id;

        public GatewayConnection? Connection { get; set; }

        public long Last => _sent.Count;

        public void Send(string kind, JsonObject data)
        {
            if (!Listens(kind, data)) return;
            var message = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["op"] = 0, ["t"] = kind, ["s"] = _sent.Count + 1, ["d"] = data.DeepClone() });
            _sent.Add(message);
            Connection?.Send(message);
        }

        public void Replay(long after, GatewayConnection connection)
        {
            Connection = connection;
            foreach (var message in _sent.Skip((int)after).ToList()) connection.Send(message);
            Send("RESUMED", []);
        }

        private bool Listens(string kind, JsonObject data) => kind switch
        {
            "READY" or "RESUMED" or "INTERACTION_CREATE" => true,
            "MESSAGE_CREATE" or "MESSAGE_DELETE" => (intents & (data["guild_id"] is null ? PrivateLines : Lines)) != 0,
            _ => (intents & Servers) != 0,
        };
    }
}
