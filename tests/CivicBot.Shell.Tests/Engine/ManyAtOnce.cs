using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Engine;
using CivicBot.Polls;
using CivicBot.Storage;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Many voters at the same moment: all are answered, none waits for another, and each is counted once.</summary>
public class ManyAtOnce
{
    private const int Callers = 64;
    private const int VotesEach = 60;

    [Fact]
    public async Task Are_all_answered_and_counted_once()
    {
        var folder = Directory.CreateTempSubdirectory("civicbot-many-");
        await using (var storage = await SqliteStorage.OpenAsync(Path.Combine(folder.FullName, "civicbot.db"), cancellation: TestContext.Current.CancellationToken))
        await using (var rehearsal = Rehearsal.Of([new CommonsPlugin(), new PollsPlugin()], storage))
        {
            await rehearsal.Stage.ReceiveAsync(rehearsal.Room.Says("host", "/poll \"Where?\" Park Café closes:2h"));
            var reception = rehearsal.Stage.Bot.Reception;
            // A caller says the next line when the one before was confirmed, as a platform's loop does: whoever holds one back holds back all that follow.
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; i < VotesEach; i++)
                {
                    var vote = rehearsal.Room.Says($"voter-{caller}-{i}", $"/vote 1 {1 + (i % 2)}");
                    (await reception.ReceiveAsync(vote, TestContext.Current.CancellationToken)).ShouldBeOfType<Committed>().Again.ShouldBeFalse();
                }
            }))).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            await foreach (var collective in storage.Directory.AllAsync(TestContext.Current.CancellationToken))
            {
                var report = await LedgerAudit.RunAsync(storage.Ledgers, collective, TestContext.Current.CancellationToken);
                report.Findings.ShouldBeEmpty();
                report.Ballots.ShouldBe(Callers * VotesEach);
            }
        }
        folder.Delete(recursive: true);
    }
}
