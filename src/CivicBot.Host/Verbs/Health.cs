using System.CommandLine;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Verbs;

/// <summary><c>civicbot health</c>: ask the running bot on this machine whether it lives. For containers' health checks, which have no shell.</summary>
internal static class Health
{
    public static Command Command()
    {
        var command = new Command("health", "Exit 0 if the bot on this machine answers, else 1. Example: civicbot health");
        command.SetAction((_, cancellation) => Verb.GuardedAsync(() => RunAsync(cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{SettingsFile.Read().Http.Port}/health/live");
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(address, cancellation).ConfigureAwait(false);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            return answer.IsSuccessStatusCode ? Verb.Yes : Verb.No;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"Nothing answers at {address}: start the bot with civicbot, or set CIVICBOT_HTTP__PORT to its port.").ConfigureAwait(false);
            return Verb.No;
        }
    }
}
