using CivicBot.Adapters.Discord;
using CivicBot.Adapters.Tests;
using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

/// <summary>A server with a channel, and the adapter at work there. It ends with nothing that Discord would call wrong.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private Scene(DiscordStandIn discord, TimeProvider time)
    {
        (Discord, Time) = (discord, time);
        Garden = discord.Server("Garden");
        Room = Garden.Channel("general");
        Ana = discord.Person("Ana", "fr");
        Bo = discord.Person("Bo");
        Options = new DiscordOptions { Token = discord.Token, Api = discord.Api };
    }

    public DiscordStandIn Discord { get; }

    public TimeProvider Time { get; }

    public Server Garden { get; }

    public Channel Room { get; }

    public Person Ana { get; }

    public Person Bo { get; }

    public DiscordOptions Options { get; }

    public Inbox Inbox { get; private set; } = new() { Commands = SomeCommands.All };

    public KeptInMemory Memory { get; } = new();

    public Heard<DiscordAdapter> Log { get; } = new();

    public DiscordAdapter Adapter { get; private set; } = null!; // from the start on

    /// <summary>The test provokes what Discord calls wrong.</summary>
    public bool Provokes { get; set; }

    public static async Task<Scene> NewAsync(TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new Scene(await DiscordStandIn.StartAsync(clock), clock);
    }

    public static async Task<Scene> StartedAsync(TimeProvider? time = null) => await (await NewAsync(time)).StartAsync();

    public async Task<Scene> StartAsync()
    {
        var before = Discord.Door.Identified + Discord.Door.Resumed;
        _run = Start();
        await DiscordStandIn.UntilAsync(() => _run.IsCompleted || (Discord.Door.IsConnected && Discord.Door.Identified + Discord.Door.Resumed > before && Memory.Values.ContainsKey("session")));
        if (_run.IsCompleted) await _run;
        return this;
    }

    /// <returns>Ends when the adapter does.</returns>
    public Task Start()
    {
        _stop = new CancellationTokenSource();
        Adapter = new DiscordAdapter(Options, Memory, Time, Log);
        return _run = Task.Run(() => Adapter.RunAsync(Inbox, _stop.Token));
    }

    public async Task StopAsync()
    {
        if (_run.IsCompleted && _stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(5));
        Adapter?.Dispose();
    }

    public Task<Delivered> DeliverAsync(Delivery delivery) => Adapter.DeliverAsync(delivery, CancellationToken.None);

    /// <summary>A card in the room, as people see it, and what the host keeps of it.</summary>
    public async Task<(Message Message, string Reference)> CardAsync(Document document, string id = "card-1")
    {
        var sent = (Delivered.Sent)await DeliverAsync(new Delivery(id, new Destination.ToRoom("discord:" + Room.Id), Purpose.Opening, document, "en"));
        return (Room.Messages[^1], sent.Message!);
    }

    /// <summary>The host's answer to the latest thing that somebody did.</summary>
    public static Delivery Answer(Interaction interaction, Document document, Purpose purpose = Purpose.Answer, string id = "answer-1", string language = "en") =>
        new(id, new Destination.ToAsker(interaction.From.Key, interaction.From.Name, interaction.In.Key, interaction.In.Private, interaction.Event), purpose, document, language);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        if (Provokes) return;
        Discord.Violations.ShouldBeEmpty();
        Discord.Pings.ShouldBeEmpty();
    }
}
