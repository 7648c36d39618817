using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>The servers that we are in: their names, and which of their channels are forums.</summary>
internal sealed class Guilds(DiscordClient client, IKeyValues memory)
{
    private const int Forum = 15;
    private const int Media = 16;
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly ConcurrentDictionary<string, bool> _forums = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, string> _parents = new();

    public IEnumerable<string> Known => _names.Keys;

    public async Task ReadAsync(CancellationToken cancellation)
    {
        if (await memory.ReadAsync(Keys.Guilds, cancellation) is not JsonObject kept) return;
        foreach (var (id, name) in kept["names"] as JsonObject ?? []) _names[id] = (string?)name ?? "Discord";
        foreach (var forum in kept["forums"] as JsonArray ?? []) _forums[(string)forum!] = true;
    }

    /// <summary>Writes them down whenever they have changed, many changes at once, until cancelled.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        while (await _changes.Reader.ReadAsync(cancellation))
        {
            var kept = new JsonObject
            {
                ["names"] = new JsonObject(_names.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
                ["forums"] = new JsonArray([.. _forums.Keys.Order(StringComparer.Ordinal).Select(one => (JsonNode)one)]),
            };
            await memory.WriteAsync(Keys.Guilds, kept, cancellation);
        }
    }

    public void Note(JsonElement guild)
    {
        if (guild.Text("id") is not { } id) return;
        if (guild.Text("name") is { } name) _names[id] = name;
        foreach (var channel in guild.Items("channels").Concat(guild.Items("threads"))) NoteChannel(channel);
        _changes.Writer.TryWrite(true);
    }

    public void NoteChannel(JsonElement channel)
    {
        if (channel.Text("id") is not { } id) return;
        if (channel.Number("type") is Forum or Media && _forums.TryAdd(id, true)) _changes.Writer.TryWrite(true);
        if (channel.At("thread_metadata") is null || channel.Text("parent_id") is not { } parent) return;
        if (_parents.Count >= Most) _parents.Clear();
        _parents[id] = parent;
    }

    public void Forget(JsonElement guild)
    {
        // An outage looks alike, but says so.
        if (guild.Is("unavailable") || guild.Text("id") is not { } id || !_names.TryRemove(id, out _)) return;
        _changes.Writer.TryWrite(true);
    }

    /// <summary>A thread belongs to its channel; a post in a forum stands for itself, since the forum takes no messages.</summary>
    public async Task<Room> RoomAsync(string? guild, string channel, string? parent, CancellationToken cancellation)
    {
        if (guild is null) return new Room(Names.Key(channel), Names.Key(channel), "Discord", Private: true);
        parent ??= _parents.GetValueOrDefault(channel);
        var room = parent is null || _forums.ContainsKey(parent) ? channel : parent;
        return new Room(Names.Key(room), Names.Key(guild), await NameAsync(guild, cancellation));
    }

    private async Task<string> NameAsync(string guild, CancellationToken cancellation)
    {
        if (_names.TryGetValue(guild, out var known)) return known;
        try
        {
            var name = (await client.GuildAsync(guild, cancellation)).Text("name") ?? "Discord";
            _names[guild] = name;
            return name;
        }
        catch (DiscordFailure)
        {
            return "Discord"; // not kept: asked again next time
        }
    }
}
