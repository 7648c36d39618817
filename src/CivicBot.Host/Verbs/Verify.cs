using System.CommandLine;
using CivicBot.Engine;
using CivicBot.Host.Settings;
using CivicBot.Storage;

namespace CivicBot.Host.Verbs;

/// <summary><c>civicbot verify --data DIR</c>: recount every collective from its entries alone. It works on a copy and never opens the live database for writing.</summary>
internal static class Verify
{
    public static Command Command()
    {
        var data = new Option<string?>("--data") { Description = "The bot's data folder." };
        var command = new Command("verify", "Check every entry, opening, signature and result. Exit 0: all fits; 1: something does not, with the entry's number. Example: civicbot verify --data /data") { data };
        command.SetAction((parsed, cancellation) => Verb.GuardedAsync(() => RunAsync(parsed.GetValue(data), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string? data, CancellationToken cancellation)
    {
        var folder = DataFolder.Existing(data ?? SettingsFile.Read().Data);
        var copy = Directory.CreateTempSubdirectory("civicbot-verify-");
        try
        {
            foreach (var part in new[] { "", "-wal" })
            {
                if (File.Exists(folder.Database + part)) File.Copy(folder.Database + part, Path.Combine(copy.FullName, "civicbot.db" + part));
            }
            var storage = await SqliteStorage.OpenAsync(Path.Combine(copy.FullName, "civicbot.db"), TimeProvider.System, cancellation).ConfigureAwait(false);
            await using (storage.ConfigureAwait(false))
            {
                return await ReportAsync(storage, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task<int> ReportAsync(IStorage storage, CancellationToken cancellation)
    {
        Console.WriteLine("The keys are taken from the ledgers themselves: this shows damage; fraud shows only against a checkpoint that somebody kept.");
        var sound = true;
        await foreach (var collective in storage.Directory.AllAsync(cancellation).ConfigureAwait(false))
        {
            var report = await LedgerAudit.RunAsync(storage.Ledgers, collective, cancellation).ConfigureAwait(false);
            if (report.Entries == 0) continue;
            sound &= report.IsSound;
            Console.WriteLine($"{report.Origin}: {report.Entries} entries, {report.Decisions} decisions, {report.Ballots} ballots: {(report.IsSound ? "all fits." : "DOES NOT FIT.")}");
            foreach (var finding in report.Findings) Console.WriteLine($"  {(finding.Entry is { } n ? $"entry {n}" : "the whole ledger")}: {finding.What}");
        }
        return sound ? Verb.Yes : Verb.No;
    }
}
