using System.Text.Json;
using CivicBot.Adapters.Discord.Wire;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>A command, click, form or half-typed command, as Discord sent it.</summary>
internal sealed record Incoming(string Id, string Token, Kind Kind, string Application, string Channel, string User, string Name, JsonElement Data)
{
    private const int PublicThread = 11;
    private const long Ephemeral = 64;
    private const ulong Administrator = 1UL << 3;
    private const ulong ManageGuild = 1UL << 5;

    /// <summary>Null in a conversation with us.</summary>
    public string? Guild { get; init; }

    /// <summary>The channel that this one is a thread of.</summary>
    public string? Parent { get; init; }

    public string? Locale { get; init; }

    public bool Admin { get; init; }

    /// <summary>What we may do there.</summary>
    public ulong OurRights { get; init; }

    /// <summary>We were added to this server, not only to somebody's profile.</summary>
    public bool Installed { get; init; }

    /// <summary>It was done on a message that only this person sees.</summary>
    public bool OnPrivate { get; init; }

    public string? Language => Locale?.Split('-')[0];

    public string CustomId => Data.Text("custom_id") ?? "";

    public IReadOnlyList<string> Values => [.. Data.Items("values").Select(value => value.GetString()).OfType<string>()];

    /// <returns>Null if it lacks what each has.</returns>
    public static Incoming? Read(JsonElement json)
    {
        var user = json.At("member", "user") ?? json.At("user");
        if (json.Text("id") is not { } id || json.Text("token") is not { } token || json.Number("type") is not { } type || user?.Text("id") is not { } account) return null;
        var channel = json.Text("channel_id") ?? json.Text("channel", "id");
        if (channel is null) return null;
        var guild = json.Text("guild_id");
        var rights = json.Rights("member", "permissions");
        var threaded = json.Number("channel", "type") is PublicThread - 1 or PublicThread or PublicThread + 1;
        return new Incoming(id, token, (Kind)type, json.Text("application_id") ?? "", channel, account, NameOf(json), json.At("data") ?? default)
        {
            Guild = guild,
            Parent = threaded ? json.Text("channel", "parent_id") : null,
            Locale = json.Text("locale"),
            Admin = (rights & (Administrator | ManageGuild)) != 0,
            OnPrivate = ((json.Number("message", "flags") ?? 0) & Ephemeral) != 0,
            OurRights = json.Rights("app_permissions"),
            Installed = guild is null || json.Text("authorizing_integration_owners", "0") == guild,
        };
    }

    private static string NameOf(JsonElement json) =>
        json.Text("member", "nick") ?? json.Text("member", "user", "global_name") ?? json.Text("member", "user", "username") ?? json.Text("user", "global_name") ?? json.Text("user", "username") ?? "?";
}

/// <summary>What somebody did.</summary>
internal enum Kind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Form = 5,
}
