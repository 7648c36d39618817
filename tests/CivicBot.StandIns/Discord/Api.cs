using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CivicBot.StandIns.Discord;

/// <summary>The API: each request is looked at as a whole before anything is done.</summary>
internal sealed class Api(DiscordStandIn discord, Description? description, TimeProvider time)
{
    private readonly Buckets _buckets = new(time);
    private readonly MessageRoutes _messages = new(discord, time);
    private readonly InteractionRoutes _interactions = new(discord, time);

    public async Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        var status = 200;
        try
        {
            var (body, files) = await ReadAsync(context);
            if (discord.Faults.For(path) is { } fault) throw fault;
            var segments = path.Trim('/').Split('/');
            Authorize(context, segments);
            if (description?.Wrong(method, path, body) is { } wrong)
            {
                discord.Violations.Enqueue($"{method} {Masked(path)}: {wrong}");
                throw body is null ? new Refused(404, 0, "404: Not Found") : Refused.Form(wrong);
            }

            _buckets.Take(method, segments, context);
            if (segments is ["interactions", ..] && discord.Delay > TimeSpan.Zero) await Task.Delay(discord.Delay, time);
            var json = body is null ? null : JsonNode.Parse(body);
            var after = ulong.TryParse(context.Request.Query["after"], out var moment) ? moment : 0;
            var answer = discord.Locked(() => Route(method, segments, json, files, after));
            if (discord.Faults.LosesThis())
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = status = answer is null ? 204 : 200;
            if (answer is not null) await context.Response.WriteAsJsonAsync(answer);
        }
        catch (Refused refused)
        {
            status = refused.Status;
            if (refused.Code == 50035) discord.Violations.Enqueue($"{method} {Masked(path)}: {refused.Message}");
            await RefuseAsync(context, refused);
        }
        finally
        {
            discord.Requests.Enqueue(($"{method} {path}", status));
        }
    }

    private JsonNode? Route(string method, string[] path, JsonNode? body, IReadOnlyDictionary<string, string> files, ulong after) => (method, path) switch
    {
        ("GET", ["gateway", "bot"]) => new JsonObject
        {
            ["url"] = discord.Door.Address,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1_000, ["remaining"] = discord.Faults.SessionsLeft, ["reset_after"] = 60_000, ["max_concurrency"] = 1 },
        },
        ("GET", ["applications", "@me"]) => new JsonObject { ["id"] = discord.ApplicationId, ["name"] = "CivicBot" },
        ("PUT", ["applications", var application, "commands"]) => Publish(application, "", body!.AsArray()),
        ("PUT", ["applications", var application, "guilds", var guild, "commands"]) => Publish(application, guild, body!.AsArray()),
        ("GET", ["guilds", var guild]) => discord.Servers.TryGetValue(guild, out var server) ? new JsonObject { ["id"] = server.Id, ["name"] = server.Name } : throw Refused.Unknown(10004, "Guild"),
        ("GET", ["guilds", var guild, "members", var user]) => discord.Servers.GetValueOrDefault(guild)?.People.FirstOrDefault(person => person.Id == user) is { } member
            ? new JsonObject { ["user"] = new JsonObject { ["id"] = member.Id }, ["roles"] = new JsonArray() } : throw Refused.Unknown(10007, "Member"),
        ("POST", ["users", "@me", "channels"]) => discord.People.TryGetValue((string)body!["recipient_id"]!, out var person) ? new JsonObject { ["id"] = person.Private.Id, ["type"] = 1 } : throw Refused.Unknown(10013, "User"),
        ("POST", ["channels", var channel, "messages"]) => _messages.Send(channel, body!, files),
        ("GET", ["channels", var channel, "messages"]) => _messages.List(channel, after),
        ("PATCH", ["channels", var channel, "messages", var message]) => _messages.Edit(channel, message, body!, files),
        ("POST", ["channels", var channel, "messages", var message, "threads"]) => _messages.Thread(channel, message, body!),
        ("POST", ["interactions", var id, var token, "callback"]) => _interactions.Answer(id, token, body!),
        ("GET", ["webhooks", _, var token, "messages", "@original"]) => _interactions.Original(token).Shown(discord.ApplicationId),
        ("PATCH", ["webhooks", _, var token, "messages", "@original"]) => _interactions.Edit(token, body!, files),
        ("DELETE", ["webhooks", _, var token, "messages", "@original"]) => _interactions.Delete(token),
        ("POST", ["webhooks", _, var token]) => _interactions.Follow(token, body!, files),
        _ => throw new Refused(404, 0, "404: Not Found"),
    };

    private JsonNode Publish(string application, string guild, JsonArray commands)
    {
        if (application != discord.ApplicationId) throw new Refused(403, 20012, "You are not authorized to perform this action on this application");
        Rules.Commands(commands);
        discord.Published[guild] = commands.DeepClone().AsArray();
        return commands.DeepClone();
    }

    private void Authorize(HttpContext context, string[] path)
    {
        if (path is ["interactions" or "webhooks", ..]) return;
        if (context.Request.Headers.Authorization != "Bot " + discord.Token) throw new Refused(401, 0, "401: Unauthorized");
    }

    private static async Task<(string? Body, IReadOnlyDictionary<string, string> Files)> ReadAsync(HttpContext context)
    {
        var files = new Dictionary<string, string>();
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            foreach (var file in form.Files)
            {
                using var content = new StreamReader(file.OpenReadStream());
                files[file.FileName] = await content.ReadToEndAsync();
            }

            return (form["payload_json"].ToString(), files);
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        return (body.Length == 0 ? null : body, files);
    }

    private static Task RefuseAsync(HttpContext context, Refused refused)
    {
        var json = new JsonObject { ["message"] = refused.Message, ["code"] = refused.Code };
        context.Response.StatusCode = refused.Status;
        if (refused.RetryAfter is { } seconds)
        {
            (json["retry_after"], json["global"]) = (seconds, refused.Global);
            context.Response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-RateLimit-Scope"] = refused.Shared ? "shared" : refused.Global ? "global" : "user";
        }

        return context.Response.WriteAsJsonAsync(json, (JsonSerializerOptions?)null);
    }

    private static string Masked(string path) => string.Join('/', path.Split('/').Select(segment => segment.Length > 15 ? "…" : segment));
}
