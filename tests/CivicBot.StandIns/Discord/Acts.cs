using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>What people do: as their clients let them, no more.</summary>
public sealed partial class DiscordStandIn
{
    private const int Command = 2;
    private const int Component = 3;
    private const int Autocomplete = 4;
    private const int FilledForm = 5;
    private const ulong ManageGuild = 1UL << 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    internal Task<Exchange> InvokeAsync(Person person, Channel channel, string command, IEnumerable<(string Option, object Value)> options)
    {
        var (data, described) = Called(channel, command);
        var given = options.ToDictionary(one => one.Option, one => one.Value);
        var list = new JsonArray();
        var resolved = new JsonObject();
        foreach (var (name, value) in given)
        {
            var option = described.FirstOrDefault(one => (string?)one!["name"] == name) ?? throw new InvalidOperationException($"/{command} has no option {name}.");
            if (option["choices"] is JsonArray choices && choices.All(choice => (string?)choice!["value"] != value as string)) throw new InvalidOperationException($"{name} takes no {value}.");
            if ((int)option["type"]! == 6 != value is Person) throw new InvalidOperationException($"{name} takes something else.");
            if (value is Person other) resolved[other.Id] = User(other);
            list.Add(new JsonObject { ["name"] = name, ["type"] = option["type"]!.DeepClone(), ["value"] = value is Person picked ? picked.Id : (string)value });
        }

        if (described.FirstOrDefault(one => (bool?)one!["required"] == true && !given.ContainsKey((string)one["name"]!)) is { } missing) throw new InvalidOperationException($"/{command} needs {missing["name"]}.");
        Inner(data)["options"] = list;
        if (resolved.Count > 0) data["resolved"] = new JsonObject { ["users"] = resolved };
        return SendAsync(person, channel, Command, data, null);
    }

    internal Task<Exchange> TypeAsync(Person person, Channel channel, string command, string option, string typed)
    {
        var (data, described) = Called(channel, command);
        if ((bool?)described.First(one => (string?)one!["name"] == option)!["autocomplete"] != true) throw new InvalidOperationException($"{option} completes nothing.");
        Inner(data)["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true });
        return SendAsync(person, channel, Autocomplete, data, null);
    }

    internal Task<Exchange> PickAsync(Person person, Channel channel, Message message, string entry)
    {
        if (CommandsIn(channel).All(one => (int?)one["type"] != 3 || (string?)one["name"] != entry)) throw new InvalidOperationException($"There is no entry {entry}.");
        var shown = message.Shown(ApplicationId);
        return SendAsync(person, channel, Command, new JsonObject
        {
            ["id"] = NextId(), ["name"] = entry, ["type"] = 3, ["target_id"] = message.Id, ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [message.Id] = shown } },
        }, null);
    }

    internal Task<Exchange> PressAsync(Person person, Message message, string label)
    {
        if (message.IsDeleted) throw new InvalidOperationException("The message is gone.");
        var found = message.Pressable().FirstOrDefault(one => one.Label == label);
        if (found.CustomId is null) throw new InvalidOperationException($"There is no {label}, but {string.Join(", ", message.Buttons)}.");
        var data = new JsonObject { ["custom_id"] = found.CustomId, ["component_type"] = found.Value is null ? 2 : 3 };
        if (found.Value is { } value) data["values"] = new JsonArray(value);
        return SendAsync(person, message.Channel, Component, data, message);
    }

    internal Task<Exchange> FillAsync(Person person, Exchange shown, IEnumerable<(string Field, string Value)> values)
    {
        var form = shown.Form ?? throw new InvalidOperationException("No form was shown.");
        var given = values.ToDictionary(one => one.Field, one => one.Value);
        if (given.Keys.Except(form.Fields.Select(field => field.Name)).FirstOrDefault() is { } strange) throw new InvalidOperationException($"There is no field {strange}.");
        if (form.Fields.FirstOrDefault(field => field.Required && given.GetValueOrDefault(field.Name, field.Value).Length == 0) is { } empty) throw new InvalidOperationException($"{empty.Name} must be filled.");
        var components = new JsonArray([.. form.Fields.Select(field => new JsonObject
        {
            ["type"] = 18, ["id"] = 1, ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = field.Name, ["value"] = given.GetValueOrDefault(field.Name, field.Value) },
        })]);
        return SendAsync(person, shown.Channel, FilledForm, new JsonObject { ["custom_id"] = form.CustomId, ["components"] = components }, shown.On);
    }

    internal Message Say(Person person, Channel channel, string text, Message? answering)
    {
        var message = new Message(NextId(), channel, person.Id) { Json = new JsonObject { ["content"] = text } };
        if (answering is not null) message.Json["message_reference"] = new JsonObject { ["message_id"] = answering.Id };
        lock (_lock) channel.All.Add(message);
        channel.Server?.Joins(person);
        var json = message.Shown(ApplicationId);
        json["author"] = User(person);
        if (channel.Server is { } server) (json["guild_id"], json["member"]) = (server.Id, new JsonObject { ["nick"] = null, ["joined_at"] = null });
        if (answering is not null) json["referenced_message"] = answering.Shown(ApplicationId);

        // Without the privileged intent a bot reads only what mentions it, and what is said to it in private.
        var readable = channel.Server is null || text.Contains($"<@{ApplicationId}>", StringComparison.Ordinal) || answering?.Author == ApplicationId;
        if (!readable) json["content"] = "";
        Door.Send("MESSAGE_CREATE", json);
        return message;
    }

    /// <summary>What the client sends, and then waits three seconds for.</summary>
    private async Task<Exchange> SendAsync(Person person, Channel channel, int kind, JsonObject data, Message? on)
    {
        channel.Server?.Joins(person);
        var id = NextId();
        var exchange = new Exchange(id, $"interaction-token-{id}", kind, person, channel, _time.GetUtcNow()) { On = on };
        lock (_lock) Exchanges[exchange.Token] = exchange;
        var json = Interaction(exchange, data);
        if (Endpoint is not { } endpoint) Door.Send("INTERACTION_CREATE", json);
        else if (await endpoint(json.ToJsonString()) is < 200 or > 299) exchange.Fail();
        try
        {
            await exchange.First.WaitAsync(Patience, _time);
        }
        catch (TimeoutException)
        {
            exchange.Fail();
        }

        return exchange;
    }

    private JsonObject Interaction(Exchange exchange, JsonObject data)
    {
        var (person, channel) = (exchange.By, exchange.Channel);
        var json = new JsonObject
        {
            ["id"] = exchange.Id, ["application_id"] = ApplicationId, ["type"] = exchange.Kind, ["token"] = exchange.Token, ["version"] = 1, ["data"] = data,
            ["channel_id"] = channel.Id, ["channel"] = channel.Shown(), ["app_permissions"] = channel.Rights.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["entitlements"] = new JsonArray(), ["context"] = channel.Server is null ? 1 : 0,
        };
        if (person.Language is not null) json["locale"] = person.Language;
        if (exchange.On is not null) json["message"] = exchange.On.Shown(ApplicationId);
        if (channel.Server is { } server)
        {
            json["guild_id"] = server.Id;
            json["guild"] = new JsonObject { ["id"] = server.Id, ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["member"] = new JsonObject { ["user"] = User(person), ["nick"] = null, ["joined_at"] = null, ["roles"] = new JsonArray(), ["permissions"] = person.IsAdmin ? $"{ManageGuild}" : "0" };
            json["authorizing_integration_owners"] = server.HasInstalledUs ? new JsonObject { ["0"] = server.Id } : new JsonObject { ["1"] = person.Id };
        }
        else
        {
            json["user"] = User(person);
            json["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
        }

        return json;
    }

    private IEnumerable<JsonNode> CommandsIn(Channel channel) =>
        Published.Where(one => one.Key.Length == 0 || one.Key == channel.Server?.Id).SelectMany(one => one.Value).Select(one => one!)
            .Where(one => one["contexts"] is not JsonArray contexts || contexts.Any(context => (int)context! == (channel.Server is null ? 1 : 0)));

    /// <summary>A command of one or two words, with its options.</summary>
    private (JsonObject Data, JsonArray Options) Called(Channel channel, string command)
    {
        var words = command.Split(' ');
        var found = CommandsIn(channel).FirstOrDefault(one => (int?)one["type"] is null or 1 && (string?)one["name"] == words[0]) ?? throw new InvalidOperationException($"There is no /{command} here.");
        var data = new JsonObject { ["id"] = NextId(), ["name"] = words[0], ["type"] = 1 };
        if (words.Length == 1) return (data, found["options"] as JsonArray ?? []);
        var second = found["options"]!.AsArray().FirstOrDefault(one => (int)one!["type"]! == 1 && (string?)one["name"] == words[1]) ?? throw new InvalidOperationException($"There is no /{command} here.");
        data["options"] = new JsonArray(new JsonObject { ["name"] = words[1], ["type"] = 1 });
        return (data, second["options"] as JsonArray ?? []);
    }

    private static JsonNode Inner(JsonObject data) => (data["options"] as JsonArray)?.FirstOrDefault() ?? data;

    private static JsonObject User(Person person) => new() { ["id"] = person.Id, ["username"] = person.Name.ToLowerInvariant(), ["global_name"] = person.Name };
}
