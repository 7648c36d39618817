using System.Diagnostics;
using CivicBot.Chat;
using CivicBot.EndToEnd.Tools;
using CivicBot.Testing;

namespace CivicBot.EndToEnd.Stories;

/// <summary>
/// Whole stories of the practice room (<c>tests/CivicBot.Transcripts.Tests/stories</c>), told once more by people on a real homeserver: months pass in seconds,
/// and it comes out the same, word for word.
/// </summary>
public sealed class OnTheMatrixServer
{
    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "stories");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Go_as_in_the_practice_room(string story)
    {
        Surroundings.SkipWithout(Surroundings.Homeserver);
        var began = Stopwatch.GetTimestamp();
        // A line of the script stands at the margin; what it causes is indented, or empty before a card.
        var script = (await File.ReadAllLinesAsync(Path.Combine(Folder, $"{story}.txt"), TestContext.Current.CancellationToken)).Where(line => line.Length > 0 && line[0] != ' ').ToList();
        var (language, place) = story.EndsWith(".fr", StringComparison.Ordinal) ? ("fr", "jardin") : ("en", "garden");
        var practised = await PractiseAsync(script, place, language);

        var (homeserver, run) = (Surroundings.Homeserver!, Guid.NewGuid().ToString("N")[..8]);
        var secret = await Surroundings.SecretAsync(homeserver);
        var account = await Person.RegisterAsync(homeserver, secret, $"civicbot-{run}", "CivicBot");
        await using var stage = new MatrixStage(homeserver, account, language);
        var cast = await Cast.GatherAsync(homeserver, secret, run, place, account);
        var player = new MatrixPlayer(stage, cast);
        var otherwise = new List<string>();
        foreach (var line in script)
        {
            if (!await player.PlayAsync(line)) otherwise.Add(line);
        }

        var told = stage.Delivered.Select(one => one.Delivery).ToList();
        otherwise.ShouldBeEmpty();
        WhatWasTold.Results(told).ShouldBe(WhatWasTold.Results(practised));
        WhatWasTold.Messages(told).ShouldBe(WhatWasTold.Messages(practised));
        WhatWasTold.Results(told).ShouldNotBeEmpty();
        await AllIsThereAsync(stage, cast);
        foreach (var report in await stage.AuditAsync()) report.Findings.ShouldBeEmpty(report.Origin);
        TestContext.Current.TestOutputHelper?.WriteLine($"{script.Count} lines, {told.Count} deliveries: {Stopwatch.GetElapsedTime(began)}");
    }

    /// <summary>The same story in memory.</summary>
    private static async Task<IReadOnlyList<Delivery>> PractiseAsync(IReadOnlyList<string> script, string place, string language)
    {
        var room = new SimulatedRoom("practice", SimulatedRoom.Practice, place, language == "fr" ? "fr" : null);
        await using var rehearsal = Rehearsal.Of(MatrixStage.Plugins(), new MemoryStorage(), "stories", room);
        var transcript = new List<string>();
        var player = rehearsal.Player(transcript, language);
        foreach (var line in script) (await player.PlayAsync(line)).ShouldBeTrue($"in the practice room: {line}\n{string.Join('\n', transcript.TakeLast(40))}");
        return [.. rehearsal.Room.Messages.Select(shown => shown.Delivery)];
    }

    /// <summary>What was told stands on the homeserver where it belongs, read by those who may read it, and nowhere else.</summary>
    private static async Task AllIsThereAsync(MatrixStage stage, Cast cast)
    {
        var anybody = cast.People.Values.First();
        var places = new Dictionary<string, IReadOnlyList<Event>> { [cast.Room] = await anybody.TimelineAsync(cast.Room) };
        var conversations = new Dictionary<string, string>();
        foreach (var person in cast.People.Values)
        {
            if (await cast.AcceptAsync(person) is not { } conversation) continue;
            conversations[person.Id] = conversation;
            places[conversation] = await person.TimelineAsync(conversation);
            (await person.MembersAsync(conversation)).ShouldBe([person.Id, cast.Bot.Id], ignoreOrder: true);
        }

        foreach (var sent in stage.Delivered)
        {
            switch (sent.Delivery)
            {
                case { Purpose: Purpose.Result, To: Destination.ToRoom }:
                    StandsOnlyIn(cast.Room, sent);
                    break;
                // Nobody is dragged into a conversation for what does not concern his vote.
                case { To: Destination.ToMember { Opens: false } } when sent.Delivered is Delivered.Never:
                    break;
                case { To: Destination.ToMember member }:
                    StandsOnlyIn(conversations[member.Account["matrix:".Length..]], sent);
                    break;
            }
        }

        // Each proposal's discussion has a thread on its first card.
        var cards = stage.Delivered.Where(sent => sent.Delivery.Purpose is Purpose.Opening).Select(sent => sent.Message).ToHashSet();
        var threads = stage.Delivered.Where(sent => sent.Delivery.To is Destination.ToRoom { Answers: { } card } && cards.Contains(card)).ToList();
        threads.ShouldNotBeEmpty();
        foreach (var sent in threads)
        {
            var there = places[cast.Room].Single(happened => happened.Id == sent.Message);
            (there.Relation, there.About).ShouldBe(("m.thread", ((Destination.ToRoom)sent.Delivery.To).Answers));
        }

        void StandsOnlyIn(string place, Sent sent)
        {
            var message = sent.Message.ShouldNotBeNull($"{sent.Delivered}");
            places.Where(one => one.Value.Any(happened => happened.Id == message)).Select(one => one.Key).ShouldBe([place]);
            var there = places[place].Single(happened => happened.Id == message);
            there.Sender.ShouldBe(cast.Bot.Id);
            var lines = there.Body.Split('\n');
            foreach (var line in WhatWasTold.LinesOf(sent.Delivery.Document)) lines.ShouldContain(line);
        }
    }
}
