using System.Diagnostics;
using System.Text.RegularExpressions;
using CivicBot.Adapters.Matrix;
using CivicBot.Chat;
using CivicBot.Conformance.Tests;
using CivicBot.EndToEnd.Stories;
using CivicBot.EndToEnd.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.EndToEnd;

/// <summary>A room on a real homeserver: lines are typed, numbers are tapped, and what concerns one person is said in a room of two.</summary>
internal sealed partial class OnMatrix : PlatformStage
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(300);
    private readonly string homeserver;
    private readonly Person account;
    private readonly Person watcher;
    private readonly Cast cast;
    private readonly Dictionary<string, (long At, IReadOnlyList<Event> Events)> seen = [];
    private MatrixAdapter? adapter;

    private OnMatrix(string homeserver, Person account, Person watcher, Cast cast) => (this.homeserver, this.account, this.watcher, this.cast) = (homeserver, account, watcher, cast);

    public override string Name => "matrix";

    public override string? Card => CardMessage is { } card ? Now(card) : null;

    public override IReadOnlyList<string> InTheRoom => [.. Ours(cast.Room, watcher).Select(Now)];

    public override IReadOnlyList<string> Violations => [];

    public override string Told => string.Join('\n', InTheRoom);

    private Event? CardMessage => Ours(cast.Room, watcher).LastOrDefault(one => one.Relation is null && one.Body.StartsWith("Poll ", StringComparison.Ordinal) && (string?)one.Content["msgtype"] == "m.text");

    public static async Task<OnMatrix> OpenAsync()
    {
        Surroundings.SkipWithout(Surroundings.Homeserver);
        var (homeserver, run) = (Surroundings.Homeserver!, Guid.NewGuid().ToString("N")[..8]);
        var secret = await Surroundings.SecretAsync(homeserver);
        var account = await Person.RegisterAsync(homeserver, secret, $"civicbot-{run}", "CivicBot");
        var watcher = await Person.RegisterAsync(homeserver, secret, $"watcher-{run}");
        // The room is made while the bot is there to accept.
        return new OnMatrix(homeserver, account, watcher, await Cast.InviteAsync(homeserver, secret, run, "Garden", account, watcher));
    }

    public override IChatAdapter Connect(IKeyValues memory, IReception reception) =>
        adapter = new MatrixAdapter(new MatrixOptions { Homeserver = homeserver, AccessToken = account.Token }, memory, TimeProvider.System, NullLogger<MatrixAdapter>.Instance);

    public override Task ConnectedAsync() => Wait.ForAsync("the bot to join", async () => (string?)(await watcher.StateAsync(cast.Room, "m.room.member", account.Id))?["membership"] == "join");

    public override void Disconnect() => adapter?.Dispose();

    public override Task MeetsTheBotAsync(string who) => GivesPrivatelyAsync(who, "help");

    public override async Task GivesAsync(string who, string command, params (string Option, string Value)[] values) => await (await cast.PersonAsync(who)).SayAsync(cast.Room, Line(command, values));

    public override async Task GivesPrivatelyAsync(string who, string command, params (string Option, string Value)[] values)
    {
        var person = await cast.PersonAsync(who);
        await person.SayAsync(await cast.ConversationAsync(person), Line(command, values));
    }

    public override async Task PressesAsync(string who, string label)
    {
        var card = CardMessage.ShouldNotBeNull();
        var number = Numbered().Matches(Now(card)).Single(match => match.Groups[2].Value == label).Groups[1].Value;
        await (await cast.PersonAsync(who)).ReactAsync(cast.Room, card.Id, number + "\uFE0F\u20E3");
    }

    public override async Task AnswersAsync(string who, string label)
    {
        var person = await cast.PersonAsync(who);
        var room = await cast.ConversationAsync(person);
        // There is nothing to press: what to type stands below the question.
        var line = Typed().Match(Ours(room, person).Select(Now).Last(text => Typed().IsMatch(text))).Value;
        await person.SayAsync(room, label == "yes" ? line : line[..^"yes".Length] + label);
    }

    public override async Task FillsAsync(string who, string command, params (string Field, string Value)[] answers)
    {
        var person = await cast.PersonAsync(who);
        await person.SayAsync(cast.Room, "!" + command);
        foreach (var (_, value) in answers) await person.SayAsync(cast.Room, value);
        await person.SayAsync(cast.Room, "yes");
    }

    public override IReadOnlyList<string> ShownTo(string who) => ShownAsync(who).GetAwaiter().GetResult();

    public override void DeletesTheCard() => watcher.RedactAsync(cast.Room, CardMessage.ShouldNotBeNull().Id).GetAwaiter().GetResult();

    public override void Silences(bool silent) => cast.SilenceAsync(account, silent).GetAwaiter().GetResult();

    public override async Task MakesAdminAsync(string who) => await cast.EntitleAsync(await cast.PersonAsync(who), admin: true);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Line(string command, (string Option, string Value)[] values) =>
        string.Join(' ', ["!" + command, .. values.Select(value => value.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Value}\"" : value.Value)]);

    private async Task<IReadOnlyList<string>> ShownAsync(string who)
    {
        var person = await cast.PersonAsync(who);
        var marks = Timeline(cast.Room, watcher).Where(one => one.Sender == account.Id && one.Key == "✓").Select(_ => "✓");
        return await cast.AcceptAsync(person) is { } room ? [.. marks, .. Ours(room, person).Select(Now)] : [.. marks];
    }

    private IEnumerable<Event> Ours(string room, Person reader) => Timeline(room, reader).Where(one => one.Sender == account.Id && one.IsMessage && !one.IsEdit);

    /// <summary>A message as it reads after its last edit.</summary>
    private string Now(Event message) => Timeline(cast.Room, watcher).LastOrDefault(one => one.IsEdit && one.About == message.Id)?.NewBody ?? message.Body;

    private IReadOnlyList<Event> Timeline(string room, Person reader)
    {
        if (seen.TryGetValue(room, out var known) && Stopwatch.GetElapsedTime(known.At) < Fresh) return known.Events;
        var events = reader.TimelineAsync(room).GetAwaiter().GetResult();
        seen[room] = (Stopwatch.GetTimestamp(), events);
        return events;
    }

    [GeneratedRegex("^ *([0-9]+) +(\\S+)", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex("!link[^\\n]* yes")]
    private static partial Regex Typed();
}

/// <summary>One collective over a real homeserver and the stand-ins of Telegram and Discord.</summary>
public sealed class OneCollectiveOnASynapse
{
    [Fact]
    public async Task Counts_each_person_once_and_shows_the_same_everywhere() =>
        await OneCollective.PlayAsync(await OnMatrix.OpenAsync(), await OnTelegram.OpenAsync(), await OnDiscord.OpenAsync());
}

/// <summary>Matrix is held to what any platform is.</summary>
public sealed class MatrixLikeAnyPlatform : AnyPlatform
{
    private protected override async Task<PlatformStage> OpenAsync() => await OnMatrix.OpenAsync();
}
