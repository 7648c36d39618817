using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>First answers within three seconds, and what may follow them for fifteen minutes.</summary>
internal sealed class InteractionRoutes(DiscordStandIn discord, TimeProvider time)
{
    private const int Ephemeral = 64;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    public JsonNode? Answer(string id, string token, JsonNode body)
    {
        if (!discord.Exchanges.TryGetValue(token, out var exchange) || exchange.Id != id) throw Refused.Unknown(10062, "interaction");
        if (exchange.FirstAnswer is not null) throw new Refused(400, 40060, "Interaction has already been acknowledged.");
        if (exchange.Failed || time.GetUtcNow() - exchange.At > First)
        {
            exchange.Fail();
            throw Refused.Unknown(10062, "interaction");
        }

        var (kind, data) = ((int)body["type"]!, body["data"]);
        if (!Allowed(exchange.Kind).Contains(kind)) throw Refused.Form($"type {kind} cannot answer a {exchange.Kind}");
        switch (kind)
        {
            case 4:
                Rules.Message(data!, 0);
                MessageRoutes.Silent(discord, data!, "first answer");
                exchange.Original = Add(exchange, data!, new Dictionary<string, string>(), IsEphemeral(data));
                break;
            case 5:
                if ((int?)data?["flags"] is not (null or 0 or Ephemeral)) throw Refused.Form("flags: a deferral takes no other");
                exchange.Original = Add(exchange, new JsonObject(), new Dictionary<string, string>(), IsEphemeral(data));
                exchange.Original.IsThinking = true;
                break;
            case 6 or 7:
                exchange.Original = exchange.On;
                break;
            case 8:
                exchange.Completions = [.. data!["choices"]!.AsArray().Select(one => ((string)one!["name"]!, (string)one["value"]!))];
                break;
            case 9:
                Rules.Modal(data!);
                exchange.Form = ShownForm.Of(data!);
                break;
        }

        exchange.Answer(kind, time.GetUtcNow());
        return null;
    }

    public Message Original(string token)
    {
        var exchange = Acknowledged(token);
        return exchange.Original is { IsDeleted: false } original ? original : throw Refused.Unknown(10008, "Message");
    }

    public JsonNode Edit(string token, JsonNode body, IReadOnlyDictionary<string, string> files)
    {
        var message = Original(token);
        Fill(message, body, files);
        message.Edited.Add(time.GetUtcNow());
        return message.Shown(discord.ApplicationId);
    }

    public JsonNode? Delete(string token)
    {
        Original(token).IsDeleted = true;
        return null;
    }

    public JsonNode Follow(string token, JsonNode body, IReadOnlyDictionary<string, string> files)
    {
        var exchange = Acknowledged(token);
        if (exchange.Original is { IsThinking: true, IsDeleted: false } waiting)
        {
            Fill(waiting, body, files); // the first one that follows takes the place of "thinking", whoever may see that
            return waiting.Shown(discord.ApplicationId);
        }

        Rules.Message(body, files.Count);
        MessageRoutes.Silent(discord, body, "follow-up");
        return Add(exchange, body, files, IsEphemeral(body)).Shown(discord.ApplicationId);
    }

    private void Fill(Message message, JsonNode body, IReadOnlyDictionary<string, string> files)
    {
        Rules.Message(body, files.Count);
        MessageRoutes.Silent(discord, body, "answer");
        (message.Json, message.Files, message.IsThinking) = (body.DeepClone().AsObject(), files, false);
    }

    private Message Add(Exchange exchange, JsonNode body, IReadOnlyDictionary<string, string> files, bool ephemeral)
    {
        var message = new Message(discord.NextId(), exchange.Channel, discord.ApplicationId) { Json = body.DeepClone().AsObject(), Files = files, IsEphemeral = ephemeral };
        exchange.Messages.Add(message);
        if (!ephemeral) exchange.Channel.All.Add(message);
        return message;
    }

    private Exchange Acknowledged(string token)
    {
        var exchange = discord.Exchanges.GetValueOrDefault(token) ?? throw Refused.Unknown(10015, "Webhook");
        if (time.GetUtcNow() - exchange.At > Lasting) throw new Refused(401, 50027, "Invalid Webhook Token");
        return exchange.FirstAnswer is not null ? exchange : throw Refused.Unknown(10015, "Webhook");
    }

    private static bool IsEphemeral(JsonNode? data) => ((int?)data?["flags"] & Ephemeral) == Ephemeral;

    private static int[] Allowed(int kind) => kind switch
    {
        2 => [4, 5, 9],
        3 => [4, 5, 6, 7, 9],
        4 => [8],
        _ => [4, 5, 6, 7], // a form never follows a form
    };
}
