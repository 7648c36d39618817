using System.Collections.Concurrent;
using CivicBot.Chat;
using CivicBot.Ledger;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>Finds whose an interaction is, and hands it to that collective. Rooms in which nothing was founded yet are the lobby's.</summary>
public sealed class Dispatcher(ICollectives collectives, IStorage storage, Catalogue catalogue, IRandomness randomness, Founding founding, TimeProvider time, ILogger log) : IReception
{
    private readonly CodeTries tries = new(time);
    private readonly IKeyValues memory = storage.KeyValues("engine");
    private readonly ConcurrentDictionary<string, CollectiveId> places = new();
    private readonly ConcurrentDictionary<string, CollectiveId> lastSpoke = new();

    public IReadOnlyList<CommandDescription> Commands => catalogue.Commands;

    public async Task<Handled> ReceiveAsync(Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            if (Called(interaction) is { } called && Codes.In(called) is { } code)
            {
                if (!tries.Take(interaction.From.Key)) interaction = WithoutCode(interaction, called);
                else if (await OfCodeAsync(interaction, code, cancellation).ConfigureAwait(false) is { } giver) return await collectives.HandleAsync(giver, interaction, cancellation).ConfigureAwait(false);
            }
            if (await CollectiveOfAsync(interaction, cancellation).ConfigureAwait(false) is not { } collective) return new Ignored();
            if (interaction is Said { Command: false }
                && !await collectives.ExpectsAnswerAsync(collective, interaction.From.Key, interaction.In.Key, cancellation).ConfigureAwait(false)) return new Ignored();
            if (interaction is Moved moved && !await MoveAsync(moved, cancellation).ConfigureAwait(false)) return new Ignored();
            return await collectives.HandleAsync(collective, interaction, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "An interaction could not be handled; it will be tried again.");
            return new Busy(TimeSpan.FromSeconds(5));
        }
    }

    public async Task<Form?> FormAsync(Interaction interaction, CancellationToken cancellation)
    {
        var collective = interaction is Pressed or { In.Private: true } ? await CollectiveOfAsync(interaction, cancellation).ConfigureAwait(false)
            : await OfPlaceAsync(interaction.In.Place, cancellation).ConfigureAwait(false);
        return await collectives.FormAsync(collective ?? CollectiveId.Lobby, interaction, cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Completion>> CompleteAsync(Unfinished unfinished, CancellationToken cancellation)
    {
        var (account, room) = (unfinished.From.Key, unfinished.In);
        var collective = room.Private ? await OfAccountAsync(account, cancellation).ConfigureAwait(false) : await OfPlaceAsync(room.Place, cancellation).ConfigureAwait(false);
        return collective is { } found ? await collectives.CompleteAsync(found, unfinished, cancellation).ConfigureAwait(false) : [];
    }

    /// <summary>A code leads to the collective that gave it, from wherever nothing else belongs.</summary>
    private async Task<CollectiveId?> OfCodeAsync(Interaction interaction, string code, CancellationToken cancellation) =>
        interaction.In.Private || await OfPlaceAsync(interaction.In.Place, cancellation).ConfigureAwait(false) is null
            ? await storage.Directory.OfTokenAsync(code, cancellation).ConfigureAwait(false)
            : null;

    private Parsed.Understood? Called(Interaction interaction) => interaction switch
    {
        Said { Command: true } said => catalogue.Line.Parse(said.Text) as Parsed.Understood,
        Invoked invoked when catalogue.Commands.FirstOrDefault(command => command.Name.En == invoked.Command) is { } command => CommandLine.Read(command, invoked.Arguments) as Parsed.Understood,
        _ => null,
    };

    /// <summary>Too many tries: what was typed is compared with nothing, and refused like any wrong code.</summary>
    private static Invoked WithoutCode(Interaction interaction, Parsed.Understood called) => new(called.Command.Name.En,
        called.Arguments.ToDictionary(given => given.Key, given => called.Command.Parameters.Any(one => one.Key == given.Key && one.Kind is ParameterKind.Code) ? ["-"] : given.Value))
    {
        EventKey = interaction.EventKey,
        From = interaction.From,
        In = interaction.In,
        SeenBy = interaction.SeenBy,
        Event = interaction.Event,
        Admin = interaction.Admin,
        Present = interaction.Present,
        Shares = interaction.Shares,
    };

    private async Task<CollectiveId?> CollectiveOfAsync(Interaction interaction, CancellationToken cancellation) => interaction switch
    {
        Elapsed elapsed => new CollectiveId(elapsed.Collective),
        Pressed pressed => await storage.Directory.OfTokenAsync(pressed.Token, cancellation).ConfigureAwait(false) ?? CollectiveId.Lobby,
        Reacted reacted => (await storage.Directory.OfMessageAsync(reacted.Message, cancellation).ConfigureAwait(false))?.Collective,
        // The directory is told before the ledger: told again after a crash, the room is found under its new key.
        Moved moved => await OfRoomAsync(moved, cancellation).ConfigureAwait(false) ?? await OfPlaceAsync(moved.To.Place, cancellation).ConfigureAwait(false),
        { In.Private: true } => await OfPrivateAsync(interaction, cancellation).ConfigureAwait(false),
        _ => await OfRoomAsync(interaction, cancellation).ConfigureAwait(false),
    };

    private async Task<CollectiveId?> OfRoomAsync(Interaction interaction, CancellationToken cancellation)
    {
        var place = interaction.In.Place;
        var found = await OfPlaceAsync(place, cancellation).ConfigureAwait(false);
        if (found is null && FoundsSomething(interaction) && founding.Allows(place))
        {
            var wanted = new CollectiveId(Crockford.Encode(randomness.For($"collective/{place}").Bytes(16)));
            found = await storage.Directory.ClaimAsync(place, wanted, cancellation).ConfigureAwait(false);
        }
        if (found is { } own && interaction is not Moved and not Left) await RememberAsync(interaction.From.Key, own, cancellation).ConfigureAwait(false);
        return found ?? (interaction is Moved or Left ? null : CollectiveId.Lobby);
    }

    /// <summary>A private chat goes on with the collective in whose room its account last gave a command.</summary>
    private async Task<CollectiveId?> OfPrivateAsync(Interaction interaction, CancellationToken cancellation) =>
        await OfAccountAsync(interaction.From.Key, cancellation).ConfigureAwait(false)
        ?? await OfSharedRoomAsync(interaction, cancellation).ConfigureAwait(false)
        ?? CollectiveId.Lobby;

    private async Task<CollectiveId?> OfAccountAsync(string account, CancellationToken cancellation)
    {
        var own = await storage.Directory.OfAccountAsync(account, cancellation).ConfigureAwait(false);
        if (own.Count == 1) return own[0];
        if (lastSpoke.TryGetValue(account, out var spoke)) return spoke;
        return await memory.GetAsync($"last/{account}", cancellation).ConfigureAwait(false) is { } last ? new CollectiveId(last)
            : own.Count > 0 ? own[0]
            : null;
    }

    /// <summary>Somebody who has not acted yet: the collective of a room that he shares with the bot, as the platform says.</summary>
    private async Task<CollectiveId?> OfSharedRoomAsync(Interaction interaction, CancellationToken cancellation)
    {
        foreach (var place in interaction.Shares)
        {
            if (await OfPlaceAsync(place, cancellation).ConfigureAwait(false) is { } collective) return collective;
        }
        return null;
    }

    /// <summary>A place once claimed stays claimed, so what was found is kept; only a move changes it.</summary>
    private async Task<CollectiveId?> OfPlaceAsync(string place, CancellationToken cancellation)
    {
        if (places.TryGetValue(place, out var known)) return known;
        var found = await storage.Directory.OfPlaceAsync(place, cancellation).ConfigureAwait(false);
        if (found is { } collective) places[place] = collective;
        return found;
    }

    private async Task<bool> MoveAsync(Moved moved, CancellationToken cancellation)
    {
        places.Clear();
        return await storage.Directory.MoveAsync(moved.In.Place, moved.To.Place, cancellation).ConfigureAwait(false);
    }

    /// <summary>Worth a row only for somebody who has more than one collective, and worth asking only where there are several.</summary>
    private async Task RememberAsync(string account, CollectiveId collective, CancellationToken cancellation)
    {
        if (lastSpoke.TryGetValue(account, out var last) && last == collective) return;
        lastSpoke[account] = collective;
        if (places.All(place => place.Value == collective)) return;
        var own = await storage.Directory.OfAccountAsync(account, cancellation).ConfigureAwait(false);
        if (own.Any(other => other != collective)) await memory.SetAsync($"last/{account}", collective.Value, cancellation).ConfigureAwait(false);
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
