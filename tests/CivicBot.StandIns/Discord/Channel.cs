using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>A channel, a thread, or a conversation of two.</summary>
public sealed class Channel
{
    /// <summary>All rights that the bot asks for.</summary>
    public const ulong AllRights = 309_237_763_072;

    private readonly DiscordStandIn _discord;

    internal Channel(DiscordStandIn discord, string id, string name, Server? server, int kind) => (_discord, Id, Name, Server, Kind) = (discord, id, name, server, kind);

    public string Id { get; }

    public string Name { get; }

    public Server? Server { get; }

    /// <summary>What the bot may do there.</summary>
    public ulong Rights { get; set; } = AllRights;

    /// <summary>What people see there now, in order.</summary>
    public IReadOnlyList<Message> Messages => _discord.Locked(() => All.Where(message => !message.IsDeleted).ToList());

    /// <summary>The threads on messages of this channel, and the posts of a forum.</summary>
    public IReadOnlyList<Channel> Threads => _discord.Locked(() => Server?.Channels.Where(other => other.Parent == this).ToList() ?? []);

    /// <summary>The channel that this one is a thread of.</summary>
    public Channel? Parent { get; internal init; }

    internal int Kind { get; }

    internal bool IsThread => Kind is 10 or 11 or 12;

    /// <summary>In a conversation of two, the other one.</summary>
    internal Person? Other { get; init; }

    internal List<Message> All { get; } = [];

    /// <summary>Gives a slash command with its options; a person as a value is picked from the members.</summary>
    public Task<Exchange> Invokes(Person person, string command, params IEnumerable<(string Option, object Value)> options) => _discord.InvokeAsync(person, this, command, options);

    /// <summary>Picks an entry of a message's menu.</summary>
    public Task<Exchange> PicksFromMenu(Person person, Message message, string entry) => _discord.PickAsync(person, this, message, entry);

    /// <summary>Begins to type an option.</summary>
    public Task<Exchange> BeginsToType(Person person, string command, string option, string typed) => _discord.TypeAsync(person, this, command, option, typed);

    /// <summary>Writes a line.</summary>
    public Message Says(Person person, string text, Message? answering = null) => _discord.Say(person, this, text, answering);

    /// <summary>A moderator deletes a message.</summary>
    public void Loses(Message message) => _discord.Delete(message);

    /// <summary>Somebody makes a thread, or a forum's post.</summary>
    public Channel Thread(string name) => _discord.AddChannel(Server!, name, 11, this);

    internal JsonObject Shown()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Kind, ["name"] = Name };
        if (Server is not null) json["guild_id"] = Server.Id;
        if (Parent is not null) (json["parent_id"], json["thread_metadata"]) = (Parent.Id, new JsonObject { ["archived"] = false });
        return json;
    }
}
