using System.Globalization;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>A first answer, and what is handed in once Discord has it.</summary>
internal sealed record FirstAnswer(JsonObject Json, Interaction? ToHandIn = null);

/// <summary>Decides the first answer, in time: a form, a refusal of our own, or "thinking".</summary>
internal sealed class FirstAnswers(IReception reception, Translation translation, OpenForms forms, CommandTable table, Guilds guilds, TimeProvider time, ILogger log)
{
    private const int Private = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<FirstAnswer> ToAsync(Incoming incoming, CancellationToken cancellation)
    {
        var own = Texts.In(incoming.Language);
        if (incoming.Kind is Kind.Autocomplete) return new(await CompletionsAsync(incoming, cancellation));
        if (incoming.Kind is Kind.Component && incoming.CustomId == Pressing.Question) return new(OpenForms.Question(own));
        if (await translation.OfAsync(incoming, cancellation) is not { } interaction) return new(Words(incoming.Kind is Kind.Form ? own.FormIsOld : own.NotKnown));
        if (interaction is Invoked invoked && Refusal(incoming, invoked, own) is { } refusal) return new(Words(refusal));

        // A form is possible as the first answer only, and never to a form.
        if (incoming.Kind is not Kind.Form && await FormAsync(interaction, cancellation) is { Fields.Count: > 0 } form) return new(await forms.ShowAsync(incoming, form, cancellation));
        return new(Translation.Redraws(incoming) ? new JsonObject { ["type"] = 6 } : new JsonObject { ["type"] = 5, ["data"] = new JsonObject { ["flags"] = Private } }, interaction);
    }

    private static JsonObject Words(string text) => new() { ["type"] = 4, ["data"] = MessageContent.Words(text) };

    /// <summary>What opens something needs a card, so we say beforehand what we may not do.</summary>
    private string? Refusal(Incoming incoming, Invoked invoked, Texts own)
    {
        if (incoming.Guild is null || table.Find(invoked.Command) is not { Founds: true }) return null;
        if (!incoming.Installed) return own.NotInstalled;
        return Permissions.Missing(incoming.OurRights, incoming.Language) is { } missing ? string.Format(CultureInfo.InvariantCulture, own.MissingPermissions, missing) : null;
    }

    private async Task<Form?> FormAsync(Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            return await reception.FormAsync(interaction, cancellation).WaitAsync(Patience, time, cancellation);
        }
#pragma warning disable CA1031 // Whatever kept it from saying so: what he did is dealt with all the same, and questions can be asked one by one.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogWarning("Discord: whether a form is needed was not known in a second ({Error}).", error.GetType().Name);
            return null;
        }
    }

    private async Task<JsonObject> CompletionsAsync(Incoming incoming, CancellationToken cancellation)
    {
        IReadOnlyList<Completion> found = [];
        if (table.Focused(incoming.Data) is var (command, parameter, typed))
        {
            var from = new Account(Names.Key(incoming.User), incoming.Name, incoming.Language);
            var room = await guilds.RoomAsync(incoming.Guild, incoming.Channel, incoming.Parent, cancellation);
            found = await reception.CompleteAsync(new Unfinished(from, room, command.Name.En, parameter.Key, typed), cancellation);
        }

        return new JsonObject
        {
            ["type"] = 8,
            ["data"] = new JsonObject
            {
                ["choices"] = new JsonArray([.. found.Take(25).Select(one => new JsonObject { ["name"] = DiscordText.Shortened(one.Label, 100), ["value"] = one.Value })]),
            },
        };
    }
}
