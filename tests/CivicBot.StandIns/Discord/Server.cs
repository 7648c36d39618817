using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>A server with channels and people, in which the bot is installed.</summary>
public sealed class Server
{
    private readonly DiscordStandIn _discord;

    internal Server(DiscordStandIn discord, string id, string name) => (_discord, Id, Name) = (discord, id, name);

    public string Id { get; }

    public string Name { get; }

    /// <summary>Taken away, somebody uses the bot from his own profile here.</summary>
    public bool HasInstalledUs { get; set; } = true;

    internal List<Channel> Channels { get; } = [];

    internal HashSet<Person> People { get; } = [];

    public Channel Channel(string name) => _discord.AddChannel(this, name, 0, null);

    /// <summary>A forum, which takes posts and no messages.</summary>
    public Channel Forum(string name) => _discord.AddChannel(this, name, 15, null);

    public void Joins(Person person) => People.Add(person);

    public void Leaves(Person person) => People.Remove(person);

    /// <summary>The bot is thrown out.</summary>
    public void ThrowsUsOut() => _discord.Remove(this);

    internal JsonObject Shown() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["channels"] = new JsonArray([.. Channels.Where(channel => !channel.IsThread).Select(channel => channel.Shown())]),
        ["threads"] = new JsonArray([.. Channels.Where(channel => channel.IsThread).Select(channel => channel.Shown())]),
    };
}
