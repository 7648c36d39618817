using System.Globalization;
using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>Messages in channels, by the bot's token.</summary>
internal sealed class MessageRoutes(DiscordStandIn discord, TimeProvider time)
{
    private const ulong View = 1UL << 10;
    private const ulong Write = 1UL << 11;
    private const ulong Embed = 1UL << 14;
    private const ulong Attach = 1UL << 15;
    private const ulong History = 1UL << 16;
    private const ulong MakeThreads = 1UL << 35;
    private const ulong WriteInThreads = 1UL << 38;
    private static readonly TimeSpan NonceLasts = TimeSpan.FromMinutes(5);

    public JsonNode Send(string id, JsonNode body, IReadOnlyDictionary<string, string> files)
    {
        var channel = Channel(id);
        if (channel.Other?.TakesNoMessages == true) throw new Refused(403, 50007, "Cannot send messages to this user");
        if (channel.Kind == 15) throw new Refused(400, 50008, "Cannot send messages in a non-text channel");
        Need(channel, channel.IsThread ? WriteInThreads : Write);
        if (files.Count > 0) Need(channel, Attach);
        Rules.Message(body, files.Count);
        Silent(discord, body, "send");
        if ((bool?)body["enforce_nonce"] == true && body["nonce"] is { } nonce && discord.Nonces.TryGetValue(nonce.ToString(), out var same) && time.GetUtcNow() - DiscordStandIn.MadeAt(same.Id) < NonceLasts) return same.Shown(discord.ApplicationId);
        var message = new Message(discord.NextId(), channel, discord.ApplicationId) { Json = Seen(channel, body), Files = files };
        if (body["nonce"] is { } own) discord.Nonces[own.ToString()] = message;
        channel.All.Add(message);
        discord.Door.Send("MESSAGE_CREATE", message.Shown(discord.ApplicationId));
        return message.Shown(discord.ApplicationId);
    }

    public JsonNode List(string id, ulong after)
    {
        var channel = Channel(id);
        if (channel.Other is null && (channel.Rights & History) == 0) return new JsonArray(); // no error: that is the trap
        var there = channel.All.Where(message => !message.IsDeleted && ulong.Parse(message.Id, CultureInfo.InvariantCulture) > after).ToList();
        return new JsonArray([.. (after > 0 ? there.Take(100) : there.TakeLast(50)).Reverse().Select(message =>
        {
            var json = message.Shown(discord.ApplicationId);
            if (message.Author != discord.ApplicationId) (json["content"], json["embeds"], json["components"]) = ("", new JsonArray(), new JsonArray());
            return json;
        })]);
    }

    public JsonNode Edit(string id, string message, JsonNode body, IReadOnlyDictionary<string, string> files)
    {
        var channel = Channel(id);
        var found = Message(channel, message);
        if (found.Author != discord.ApplicationId) throw new Refused(403, 50005, "Cannot edit a message authored by another user");
        Need(channel, View);
        Rules.Message(body, files.Count);
        Silent(discord, body, "edit");
        var now = time.GetUtcNow();

        // Discord's own allowance for old messages is not written down; one edit in thirty seconds is what it has been seen to bear.
        if (now - DiscordStandIn.MadeAt(found.Id) > TimeSpan.FromHours(1) && found.Edited.LastOrDefault() > now.AddSeconds(-30)) throw Refused.Slower(3_600, 30046);
        found.Json = Seen(channel, body);
        found.Edited.Add(now);
        return found.Shown(discord.ApplicationId);
    }

    public JsonNode Thread(string id, string message, JsonNode body)
    {
        var channel = Channel(id);
        var found = Message(channel, message);
        if (channel.IsThread || channel.Server is null) throw new Refused(400, 50024, "Cannot execute action on this channel type");
        Need(channel, MakeThreads);
        if (discord.Channels.ContainsKey(found.Id)) throw new Refused(400, 160004, "A thread has already been created for this message");
        return discord.AddChannel(channel.Server, (string)body["name"]!, 11, channel, found.Id).Shown();
    }

    /// <summary>Whoever leaves it open who may be pinged pings everybody that is named.</summary>
    public static void Silent(DiscordStandIn discord, JsonNode body, string what)
    {
        if (body["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 }) discord.Pings.Enqueue(what);
    }

    private static JsonObject Seen(Channel channel, JsonNode body)
    {
        var seen = body.DeepClone().AsObject();
        if (channel.Other is null && (channel.Rights & Embed) == 0) seen.Remove("embeds"); // taken away without a word
        return seen;
    }

    private Channel Channel(string id)
    {
        var channel = discord.Channels.GetValueOrDefault(id) ?? throw Refused.Unknown(10003, "Channel");
        if (channel.Other is null && (channel.Rights & View) == 0) throw new Refused(403, 50001, "Missing Access");
        return channel;
    }

    private static Message Message(Channel channel, string id) =>
        channel.All.FirstOrDefault(message => message.Id == id && !message.IsDeleted) ?? throw Refused.Unknown(10008, "Message");

    private static void Need(Channel channel, ulong right)
    {
        if (channel.Other is null && (channel.Rights & right) == 0) throw new Refused(403, 50013, "Missing Permissions");
    }
}
