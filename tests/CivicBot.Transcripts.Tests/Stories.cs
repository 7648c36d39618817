using System.Runtime.CompilerServices;
using CivicBot.Accounts;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Testing;

namespace CivicBot.Transcripts.Tests;

/// <summary>
/// Whole stories, played in the practice room and compared with what stands in <c>stories/</c>: the transcripts are tests, and the documentation of what
/// people see. A changed text is accepted by running with <c>CIVICBOT_ACCEPT=1</c> and reading the difference.
/// </summary>
public class Stories
{
    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Go_as_they_are_told(string story)
    {
        var file = Path.Combine(Folder(), $"{story}.txt");
        var told = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        // A line of the script stands at the margin; what it causes is indented, or empty before a card.
        var script = told.Where(line => line.Length > 0 && line[0] != ' ').ToList();
        var language = story.EndsWith(".fr", StringComparison.Ordinal) ? "fr" : "en";
        var room = new SimulatedRoom("practice", SimulatedRoom.Practice, language == "fr" ? "jardin" : "garden", language == "fr" ? "fr" : null);
        await using var rehearsal = Rehearsal.Of([new CommonsPlugin(), new PollsPlugin(), new ProposalsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin()], new MemoryStorage(), "stories", room);

        var transcript = new List<string>();
        var player = rehearsal.Player(transcript, language);
        var unexpected = new List<string>();
        foreach (var line in script)
        {
            transcript.Add(line);
            if (!await player.PlayAsync(line)) unexpected.Add(line);
        }

        unexpected.ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("CIVICBOT_ACCEPT") == "1") await File.WriteAllLinesAsync(Path.Combine(Sources(), $"{story}.txt"), transcript, TestContext.Current.CancellationToken);
        else string.Join('\n', transcript).ShouldBe(string.Join('\n', told));
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "stories");

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "stories");
}
