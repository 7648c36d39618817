using CivicBot.Adapters.Discord;
using CivicBot.Chat;
using CivicBot.StandIns.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Conformance.Tests;

/// <summary>A channel of a Discord server: slash commands with options, buttons, forms, answers that one person sees.</summary>
internal sealed class OnDiscord : PlatformStage
{
    private readonly DiscordStandIn discord;
    private readonly Server server;
    private readonly Dictionary<string, Person> people = [];
    private DiscordAdapter? adapter;
    private int connections;

    private OnDiscord(DiscordStandIn discord)
    {
        this.discord = discord;
        server = discord.Server("Garden");
        Room = server.Channel("general");
    }

    public Channel Room { get; }

    public override string Name => "discord";

    public override string? Card => CardMessage is { } card ? $"{card.Title}\n{card.Text}" : null;

    public override IReadOnlyList<string> InTheRoom => [.. Room.Messages.Where(message => message.Author == discord.ApplicationId).Select(message => $"{message.Title}\n{message.Text}")];

    public override string Told => string.Join('\n', people.Keys.SelectMany(who => ShownTo(who).Select(text => $"{who}: {text}")));

    public override IReadOnlyList<string> Violations => [.. discord.Violations, .. discord.Pings];

    private Message? CardMessage => Room.Messages.LastOrDefault(message => message.Author == discord.ApplicationId && message.Buttons.Count > 0);

    public static async Task<OnDiscord> OpenAsync() => new(await DiscordStandIn.StartAsync());

    public override IChatAdapter Connect(IKeyValues memory, IReception reception)
    {
        connections = discord.Door.Identified + discord.Door.Resumed;
        return adapter = new DiscordAdapter(new DiscordOptions { Token = discord.Token, Api = discord.Api }, memory, TimeProvider.System, NullLogger<DiscordAdapter>.Instance);
    }

    public override Task ConnectedAsync() => DiscordStandIn.UntilAsync(() => discord.Door.IsConnected && discord.Door.Identified + discord.Door.Resumed > connections && discord.Commands.Count > 0, seconds: 30);

    public override void Disconnect() => adapter?.Dispose();

    public override Task GivesAsync(string who, string command, params (string Option, string Value)[] values) => Room.Invokes(Person(who), command, values.Select(value => (value.Option, (object)value.Value)));

    public override Task GivesPrivatelyAsync(string who, string command, params (string Option, string Value)[] values) => GivesAsync(who, command, values);

    public override Task PressesAsync(string who, string label) => Person(who).Presses(CardMessage.ShouldNotBeNull(), label);

    public override async Task AnswersAsync(string who, string label)
    {
        await DiscordStandIn.UntilAsync(() => Asking(who) is not null, seconds: 30);
        await Person(who).Presses(Asking(who)!, label);
    }

    public override async Task FillsAsync(string who, string command, params (string Field, string Value)[] answers)
    {
        var shown = await Room.Invokes(Person(who), command);
        shown.Form.ShouldNotBeNull();
        await Person(who).Fills(shown, answers);
    }

    public override IReadOnlyList<string> ShownTo(string who) =>
        [.. Person(who).Answers.Select(message => $"{message.Title}\n{message.Text}"), .. Person(who).Private.Messages.Where(message => message.Author == discord.ApplicationId).Select(message => $"{message.Title}\n{message.Text}")];

    public override void DeletesTheCard() => Room.Loses(CardMessage.ShouldNotBeNull());

    public override void Silences(bool silent) => Room.Rights = silent ? 1024 : Channel.AllRights;

    public override ValueTask DisposeAsync() => discord.DisposeAsync();

    public override Task MakesAdminAsync(string who)
    {
        Person(who).IsAdmin = true;
        return Task.CompletedTask;
    }

    public Person Person(string who)
    {
        if (people.TryGetValue(who, out var known)) return known;
        var person = people[who] = discord.Person(who);
        server.Joins(person);
        return person;
    }

    private Message? Asking(string who) => Person(who).Answers.Concat(Person(who).Private.Messages).LastOrDefault(message => message.Buttons.Count > 0);
}
