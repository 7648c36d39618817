using CivicBot.Adapters.Telegram;
using CivicBot.Chat;
using CivicBot.StandIns.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Conformance.Tests;

/// <summary>A group on Telegram: commands are typed, votes are pressed, answers are toasts and private messages.</summary>
internal sealed class OnTelegram : PlatformStage
{
    private readonly TelegramStandIn telegram;
    private readonly Dictionary<string, TelegramPerson> people = [];
    private TelegramAdapter? adapter;

    private OnTelegram(TelegramStandIn telegram) => (this.telegram, Group) = (telegram, telegram.Group("Garden"));

    public TelegramRoom Group { get; }

    public override string Name => "telegram";

    /// <summary>Telegram knows no key by which a message is sent once (docs/telegram.md).</summary>
    public override int MostOfOne => 2;

    public override string? Card => CardMessage?.Text;

    public override IReadOnlyList<string> InTheRoom => [.. Group.FromBot.Select(message => message.Text)];

    public override string Told => string.Join('\n', people.Keys.SelectMany(who => ShownTo(who).Select(text => $"{who}: {text}")));

    public override IReadOnlyList<string> Violations => telegram.Violations;

    private TelegramMessage? CardMessage => Group.FromBot.LastOrDefault(message => message.Buttons.Any());

    public static async Task<OnTelegram> OpenAsync() => new(await TelegramStandIn.StartAsync());

    public override IChatAdapter Connect(IKeyValues memory, IReception reception) =>
        adapter = new TelegramAdapter(new TelegramOptions { Token = telegram.Token, Api = telegram.Address }, memory, TimeProvider.System, NullLogger<TelegramAdapter>.Instance);

    // Whatever people do waits until the bot takes it.
    public override Task ConnectedAsync() => Task.CompletedTask;

    public override void Disconnect() => adapter?.Dispose();

    public override Task GivesAsync(string who, string command, params (string Option, string Value)[] values) =>
        Group.Says(Person(who), Line($"/{command}@{telegram.BotName}", values));

    public override Task GivesPrivatelyAsync(string who, string command, params (string Option, string Value)[] values) => Person(who).Writes(Line("/" + command, values));

    public override Task PressesAsync(string who, string label) => Person(who).Presses(CardMessage.ShouldNotBeNull(), label);

    public override Task AnswersAsync(string who, string label) =>
        Person(who).Presses(Person(who).Private.FromBot.Concat(Person(who).Whispers).Last(message => message.Buttons.Any()), label);

    public override async Task FillsAsync(string who, string command, params (string Field, string Value)[] answers)
    {
        var said = Group.FromBot.Count();
        await GivesAsync(who, command);
        foreach (var value in answers.Select(answer => answer.Value).Append("yes"))
        {
            // In a group only an answer to the bot's own message reaches it.
            for (var tries = 0; Group.FromBot.Count() == said && tries < 500; tries++) await Task.Delay(20);
            said = Group.FromBot.Count();
            await Group.Says(Person(who), value, replyTo: Group.FromBot.Last());
        }
    }

    public override IReadOnlyList<string> ShownTo(string who) =>
        [.. Person(who).Toasts.Select(toast => toast.Text), .. Person(who).Whispers.Select(message => message.Text), .. Person(who).Private.FromBot.Select(message => message.Text)];

    public override void DeletesTheCard() => Group.Deletes(CardMessage.ShouldNotBeNull());

    public override void Silences(bool silent) => Group.Silences(silent);

    public override ValueTask DisposeAsync() => telegram.DisposeAsync();

    public override async Task MakesAdminAsync(string who)
    {
        Group.MakesAdmin(Person(who));
        await Group.MakesBotAdmin();
    }

    public TelegramPerson Person(string who)
    {
        if (people.TryGetValue(who, out var known)) return known;
        var person = people[who] = telegram.Person(who, "en");
        Group.Joins(person);
        return person;
    }

    private static string Line(string command, (string Option, string Value)[] values) => string.Join(' ', [command, .. values.Select(value => value.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Value}\"" : value.Value)]);
}
