using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>What Discord sent, in our words.</summary>
internal sealed class Translation(Guilds guilds, CommandTable table, OpenForms forms)
{
    /// <returns>Null if it is nothing of ours, or of a form that is no longer known.</returns>
    public async Task<Interaction?> OfAsync(Incoming incoming, CancellationToken cancellation)
    {
        var from = new Account(Names.Key(incoming.User), incoming.Name, incoming.Language);
        var room = await guilds.RoomAsync(incoming.Guild, incoming.Channel, incoming.Parent, cancellation);
        var (key, done) = (Names.Key(incoming.Id), new Reference.Asked(incoming.Id, incoming.Token, incoming.Channel, Redraws(incoming)).ToString());
        Interaction? interaction = incoming.Kind switch
        {
            Kind.Command when table.Read(incoming.Data) is var (command, arguments) =>
                new Invoked(command.Name.En, arguments) { EventKey = key, From = from, In = room, SeenBy = SeenBy.Bot },
            Kind.Component when Pressing.Token(incoming.CustomId, incoming.Values) is { } token =>
                new Pressed(token) { EventKey = key, From = from, In = room, SeenBy = SeenBy.Bot },
            Kind.Form when incoming.CustomId == Pressing.Question && OpenForms.Said(incoming) is { } said =>
                new Said(said, Command: false) { EventKey = key, From = from, In = room, SeenBy = SeenBy.Bot },
            Kind.Form when await forms.FilledAsync(incoming, cancellation) is var (command, arguments) =>
                new Invoked(command, arguments) { EventKey = key, From = from, In = room, SeenBy = SeenBy.Bot },
            _ => null,
        };
        return interaction is null ? null : interaction with { Event = done, Admin = incoming.Admin };
    }

    /// <summary>The message with the button, or with the button that opened the form, is for this person alone, and is drawn anew.</summary>
    public static bool Redraws(Incoming incoming) => incoming.OnPrivate && (incoming.Kind is Kind.Form || (incoming.Kind is Kind.Component && Pressing.Redraws(incoming.CustomId)));
}
