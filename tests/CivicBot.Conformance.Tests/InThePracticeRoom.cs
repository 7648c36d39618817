using CivicBot.Chat;
using CivicBot.Testing;

namespace CivicBot.Conformance.Tests;

/// <summary>The practice room, as a person who plays everyone uses it.</summary>
internal sealed class InThePracticeRoom : PlatformStage
{
    private readonly SimulatedRoom room = new("practice", SimulatedRoom.Practice, "garden");
    private readonly PlainText plain = new("/", static typed => typed, buttons: true);
    private IReception reception = null!; // from the connection on
    private readonly HashSet<string> admins = [];

    public override string Name => "practice";

    public override string? Card => CardMessage is { } card ? plain.Of(card.Delivery.Document) : null;

    public override IReadOnlyList<string> InTheRoom => [.. Shown(delivery => delivery.To is Destination.ToRoom).Select(shown => plain.Of(shown.Delivery.Document))];

    public override string Told => "";

    public override IReadOnlyList<string> Violations => [];

    private Shown? CardMessage => Shown(delivery => delivery.To is Destination.ToRoom && delivery.Purpose is Purpose.Opening or Purpose.Card).LastOrDefault();

    public override IChatAdapter Connect(IKeyValues memory, IReception reception)
    {
        this.reception = reception;
        return room;
    }

    public override Task ConnectedAsync() => Task.CompletedTask;

    public override void Disconnect()
    {
    }

    public override Task GivesAsync(string who, string command, params (string Option, string Value)[] values) => HandAsync(room.Says(who, Line(command, values), admin: admins.Contains(who)));

    public override Task GivesPrivatelyAsync(string who, string command, params (string Option, string Value)[] values) => HandAsync(room.Says(who, Line(command, values), privately: true));

    public override Task PressesAsync(string who, string label) => PressAsync(who, CardMessage.ShouldNotBeNull(), label);

    public override Task AnswersAsync(string who, string label) =>
        PressAsync(who, Shown(delivery => Whose(delivery) == who).Last(shown => shown.Delivery.Document.Parts.Any(part => part is Part.Choices)), label);

    public override async Task FillsAsync(string who, string command, params (string Field, string Value)[] answers)
    {
        await HandAsync(room.Says(who, "/" + command));
        foreach (var (_, value) in answers) await HandAsync(room.Says(who, value));
        await HandAsync(room.Says(who, "yes"));
    }

    public override IReadOnlyList<string> ShownTo(string who) => [.. Shown(delivery => Whose(delivery) == who).Select(shown => plain.Of(shown.Delivery.Document))];

    // What was printed in a terminal cannot be taken out of it, nor can the bot be kept from printing.
    public override void DeletesTheCard()
    {
    }

    public override void Silences(bool silent)
    {
    }

    public override Task MakesAdminAsync(string who)
    {
        admins.Add(who);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string? Whose(Delivery delivery) => delivery.To switch
    {
        Destination.ToAsker asker => asker.Name,
        Destination.ToMember member => member.Name,
        _ => null,
    };

    private static string Line(string command, (string Option, string Value)[] values) => string.Join(' ', ["/" + command, .. values.Select(value => value.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Value}\"" : value.Value)]);

    private IEnumerable<Shown> Shown(Func<Delivery, bool> which) => room.Messages.Where(shown => which(shown.Delivery));

    private Task PressAsync(string who, Shown shown, string label) => HandAsync(room.Presses(who, shown.Delivery.Document.Parts.SelectMany(part => part switch
    {
        Part.Choices choices => choices.Items,
        Part.Shortcuts shortcuts => shortcuts.Items,
        _ => [],
    }).First(choice => choice.Label == label).Token!));

    private async Task HandAsync(Interaction interaction)
    {
        while (await reception.ReceiveAsync(interaction, CancellationToken.None) is Busy busy) await Task.Delay(busy.RetryAfter);
    }
}
