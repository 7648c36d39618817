using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>The requests of the API that we need, one method each.</summary>
internal sealed class DiscordClient(DiscordConnection connection)
{
    private const string Callback = "interactions/{id}/{token}/callback";
    private const string Original = "webhooks/{application}/{token}/messages/@original";

    public Task<JsonElement> GatewayAsync(CancellationToken cancellation) => connection.AskAsync(Route.To(HttpMethod.Get, "gateway/bot"), null, cancellation);

    public Task<JsonElement> ApplicationAsync(CancellationToken cancellation) => connection.AskAsync(Route.To(HttpMethod.Get, "applications/@me"), null, cancellation);

    /// <param name="guild">Null for everywhere.</param>
    public Task PublishAsync(string application, string? guild, JsonArray commands, CancellationToken cancellation) => connection.AskAsync(
        guild is null
            ? Route.To(HttpMethod.Put, "applications/{id}/commands", "", application)
            : Route.To(HttpMethod.Put, "applications/{id}/guilds/{guild}/commands", guild, application, guild),
        Payload.Of(commands),
        cancellation);

    /// <summary>The first answer to an interaction, which must come within three seconds.</summary>
    public Task RespondAsync(string id, string token, JsonObject answer, TimeSpan within, CancellationToken cancellation) =>
        connection.AskAsync(OfInteraction(HttpMethod.Post, Callback, token, id, token) with { Urgent = true }, Payload.Of(answer), cancellation, within);

    public Task<JsonElement> OriginalAsync(string application, string token, CancellationToken cancellation) =>
        connection.AskAsync(OfInteraction(HttpMethod.Get, Original, token, application, token), null, cancellation);

    public Task EditOriginalAsync(string application, string token, Payload payload, CancellationToken cancellation) =>
        connection.AskAsync(OfInteraction(HttpMethod.Patch, Original, token, application, token), payload, cancellation);

    public Task DeleteOriginalAsync(string application, string token, CancellationToken cancellation) =>
        connection.AskAsync(OfInteraction(HttpMethod.Delete, Original, token, application, token), null, cancellation);

    public Task FollowUpAsync(string application, string token, Payload payload, CancellationToken cancellation) =>
        connection.AskAsync(OfInteraction(HttpMethod.Post, "webhooks/{application}/{token}", token, application, token), payload, cancellation);

    /// <returns>The message's id.</returns>
    public async Task<string> SendAsync(string channel, Payload payload, CancellationToken cancellation) =>
        Id(await connection.AskAsync(Route.To(HttpMethod.Post, "channels/{id}/messages", channel, channel), payload, cancellation));

    public Task EditAsync(string channel, string message, Payload payload, CancellationToken cancellation) =>
        connection.AskAsync(Route.To(HttpMethod.Patch, "channels/{id}/messages/{message}", channel, channel, message), payload, cancellation);

    /// <summary>The messages of a channel from some moment on, ours with their buttons.</summary>
    public Task<JsonElement> MessagesAsync(string channel, string after, CancellationToken cancellation) =>
        connection.AskAsync(Route.To(HttpMethod.Get, "channels/{id}/messages?limit=100&after={after}", channel, channel, after), null, cancellation);

    public Task StartThreadAsync(string channel, string message, string name, CancellationToken cancellation) => connection.AskAsync(
        Route.To(HttpMethod.Post, "channels/{id}/messages/{message}/threads", channel, channel, message), Payload.Of(new JsonObject { ["name"] = name }), cancellation);

    /// <returns>The id of the conversation with that person.</returns>
    public async Task<string> OpenDirectAsync(string user, CancellationToken cancellation) =>
        Id(await connection.AskAsync(Route.To(HttpMethod.Post, "users/@me/channels"), Payload.Of(new JsonObject { ["recipient_id"] = user }), cancellation));

    public Task<JsonElement> GuildAsync(string guild, CancellationToken cancellation) =>
        connection.AskAsync(Route.To(HttpMethod.Get, "guilds/{id}", guild, guild), null, cancellation);

    public async Task<bool> IsMemberAsync(string guild, string user, CancellationToken cancellation)
    {
        try
        {
            await connection.AskAsync(Route.To(HttpMethod.Get, "guilds/{id}/members/{user}", guild, guild, user), null, cancellation);
            return true;
        }
        catch (DiscordFailure refused) when (!refused.Passing)
        {
            return false;
        }
    }

    private static Route OfInteraction(HttpMethod method, string shape, string token, params ReadOnlySpan<string> ids) =>
        Route.To(method, shape, token, ids) with { OfInteraction = true };

    private static string Id(JsonElement answer) => answer.Text("id") ?? throw new DiscordFailure(null, 0, "no id");
}
