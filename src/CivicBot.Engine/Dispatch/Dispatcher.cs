using CivicBot.Chat;
using CivicBot.Ledger;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>Finds whose an interaction is, and hands it to that collective. Rooms in which nothing was founded yet are the lobby's.</summary>
public sealed class Dispatcher(ICollectives collectives, IStorage storage, Catalogue catalogue, IRandomness randomness, Founding founding, ILogger log) : IReception
{
    private readonly IKeyValues memory = storage.KeyValues("engine");

    public IReadOnlyList<CommandDescription> Commands => catalogue.Commands;

    public async Task<Handled> ReceiveAsync(Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            if (await CollectiveOfAsync(interaction, cancellation).ConfigureAwait(false) is not { } collective) return new Ignored();
            if (interaction is Said { Command: false }
                && !await collectives.ExpectsAnswerAsync(collective, interaction.From.Key, interaction.In.Key, cancellation).ConfigureAwait(false)) return new Ignored();
            if (interaction is Moved moved && !await storage.Directory.MoveAsync(moved.In.Place, moved.To.Place, cancellation).ConfigureAwait(false)) return new Ignored();
            return await collectives.HandleAsync(collective, interaction, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "An interaction could not be handled; it will be tried again.");
            return new Busy(TimeSpan.FromSeconds(5));
        }
    }

    private async Task<CollectiveId?> CollectiveOfAsync(Interaction interaction, CancellationToken cancellation) => interaction switch
    {
        Elapsed elapsed => new CollectiveId(elapsed.Collective),
        Pressed pressed => await storage.Directory.OfTokenAsync(pressed.Token, cancellation).ConfigureAwait(false) ?? CollectiveId.Lobby,
        Reacted reacted => (await storage.Directory.OfMessageAsync(reacted.Message, cancellation).ConfigureAwait(false))?.Collective,
        { In.Private: true } => await OfPrivateAsync(interaction, cancellation).ConfigureAwait(false),
        _ => await OfRoomAsync(interaction, cancellation).ConfigureAwait(false),
    };

    private async Task<CollectiveId?> OfRoomAsync(Interaction interaction, CancellationToken cancellation)
    {
        var place = interaction.In.Place;
        var found = await storage.Directory.OfPlaceAsync(place, cancellation).ConfigureAwait(false);
        if (found is null && FoundsSomething(interaction) && founding.Allows(place))
        {
            var wanted = new CollectiveId(Crockford.Encode(randomness.For($"collective/{place}").Bytes(16)));
            found = await storage.Directory.ClaimAsync(place, wanted, cancellation).ConfigureAwait(false);
        }
        if (found is { } own && interaction is not Moved) await RememberAsync(interaction.From.Key, own, cancellation).ConfigureAwait(false);
        return found ?? (interaction is Moved ? null : CollectiveId.Lobby);
    }

    /// <summary>A private chat goes on with the collective in whose room its account last gave a command.</summary>
    private async Task<CollectiveId?> OfPrivateAsync(Interaction interaction, CancellationToken cancellation)
    {
        var account = interaction.From.Key;
        var own = await storage.Directory.OfAccountAsync(account, cancellation).ConfigureAwait(false);
        if (own.Count == 1) return own[0];
        return await memory.GetAsync($"last/{account}", cancellation).ConfigureAwait(false) is { } last ? new CollectiveId(last)
            : own.Count > 0 ? own[0]
            : await OfSharedRoomAsync(interaction, cancellation).ConfigureAwait(false) ?? CollectiveId.Lobby;
    }

    /// <summary>Somebody who has not acted yet: the collective of a room that he shares with the bot, as the platform says.</summary>
    private async Task<CollectiveId?> OfSharedRoomAsync(Interaction interaction, CancellationToken cancellation)
    {
        foreach (var place in interaction.Shares)
        {
            if (await storage.Directory.OfPlaceAsync(place, cancellation).ConfigureAwait(false) is { } collective) return collective;
        }
        return null;
    }

    private async Task RememberAsync(string account, CollectiveId collective, CancellationToken cancellation)
    {
        if (collective == CollectiveId.Lobby) return;
        var own = await storage.Directory.OfAccountAsync(account, cancellation).ConfigureAwait(false);
        if (own.Count == 1 && own[0] == collective) return;
        if (await memory.GetAsync($"last/{account}", cancellation).ConfigureAwait(false) == collective.Value) return;
        await memory.SetAsync($"last/{account}", collective.Value, cancellation).ConfigureAwait(false);
    }

    private bool FoundsSomething(Interaction interaction) => interaction switch
    {
        Said { Command: true } said => catalogue.Line.Parse(said.Text) switch
        {
            Parsed.Understood understood => understood.Command.Founds,
            Parsed.Missing missing => missing.Line.Command is { Founds: true, AsksWhenBare: true },
            _ => false,
        },
        Invoked invoked => catalogue.Commands.Any(command => command.Name.En == invoked.Command && command.Founds),
        _ => false,
    };
}

/// <summary>Where collectives may be founded.</summary>
/// <param name="Places">Null: anywhere; else the places listed.</param>
public sealed record Founding(IReadOnlySet<string>? Places = null)
{
    public bool Allows(string place) => Places is null || Places.Contains(place);
}
