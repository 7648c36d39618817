using CivicBot.Commons;
using CivicBot.Engine;
using CivicBot.Polls;
using CivicBot.Storage;
using CivicBot.Testing;

namespace CivicBot.Transcripts.Tests;

/// <summary>A vote of the size of LaPrimaire.org's, line by line through the practice room and the whole path, on disk.</summary>
public class TwelveThousandVoters
{
    private const int Voters = 12_000;

    [Fact]
    public async Task Are_counted_to_the_last()
    {
        // Every vote is a transaction with a sync of its own. In memory where there is such a folder: how fast a disk syncs is the benchmark's matter.
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"civicbot-12000-{Environment.ProcessId}"));
        await using var storage = await SqliteStorage.OpenAsync(Path.Combine(folder.FullName, "civicbot.db"), cancellation: TestContext.Current.CancellationToken);
        await using (var rehearsal = Rehearsal.Of([new CommonsPlugin(), new PollsPlugin()], storage))
        {
            var lines = 0;
            var last = new Queue<string>();
            var player = new PracticePlayer(rehearsal.Stage, new PracticeTexts("en"), line =>
            {
                lines++;
                last.Enqueue(line);
                if (last.Count > 20) last.Dequeue();
            });
            (await player.PlayAsync("@host /poll \"Who shall stand?\" Ana Bo Chloé Dimitri method:approval closes:3d")).ShouldBeTrue();
            for (var voter = 1; voter <= Voters; voter++)
            {
                (await player.PlayAsync($"@voter{voter} /vote 1 {1 + (voter % 4)}, {1 + (voter % 3)}")).ShouldBeTrue();
            }
            (await player.PlayAsync("+3d")).ShouldBeTrue();

            lines.ShouldBeGreaterThan(Voters * 6);
            // v % 4 names one candidate in four, v % 3 one in three of the first three; one voter in twelve names the same twice.
            last.ShouldContain(line => line.Contains("12000 people voted", StringComparison.Ordinal));
            last.ShouldContain(line => line.Contains($"Ana {Expected(1)}", StringComparison.Ordinal));
        }
        await foreach (var collective in storage.Directory.AllAsync(TestContext.Current.CancellationToken))
        {
            var report = await LedgerAudit.RunAsync(storage.Ledgers, collective, TestContext.Current.CancellationToken);
            report.Findings.ShouldBeEmpty();
            report.Ballots.ShouldBe(Voters);
        }
        await storage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static int Expected(int option) =>
        Enumerable.Range(1, Voters).Count(voter => 1 + (voter % 4) == option || 1 + (voter % 3) == option);
}
