using System.Diagnostics;

namespace CivicBot.EndToEnd.Tools;

/// <summary>What these tests need of the machine, from its environment; <c>.ci/run</c> sets it.</summary>
internal static class Surroundings
{
    private static readonly string? Script = Read("CIVICBOT_E2E_HOMESERVER_SH");

    /// <summary>A Synapse that limits nobody.</summary>
    public static string? Homeserver { get; } = Read("CIVICBOT_E2E_HOMESERVER");

    /// <summary>A Synapse with its own rate limits left on.</summary>
    public static string? LimitingHomeserver { get; } = Read("CIVICBOT_E2E_LIMITING_HOMESERVER");

    /// <summary>The built host.</summary>
    public static string? Host { get; } = Read("CIVICBOT_E2E_HOST");

    /// <summary>Rounds of the kills' long form; 0 for the short one.</summary>
    public static int LongRounds { get; } = int.TryParse(Read("CIVICBOT_LONG"), out var rounds) ? rounds : 0;

    public static void SkipWithout(string? homeserver)
    {
        Assert.SkipWhen(homeserver is null, "CIVICBOT_E2E_HOMESERVER (or …_LIMITING_HOMESERVER) names no Synapse");
        Assert.SkipWhen(Script is null, "CIVICBOT_E2E_HOMESERVER_SH does not name homeserver.sh, which registers accounts");
    }

    public static void SkipWithoutHost() => Assert.SkipWhen(Host is null, "CIVICBOT_E2E_HOST does not name the built civicbot.dll");

    /// <summary>The secret by which accounts are registered.</summary>
    public static async Task<string> SecretAsync(string homeserver)
    {
        var (code, output) = await RunAsync("bash", [Script!, "secret", $"{new Uri(homeserver).Port}"]);
        return code == 0 ? output.Trim() : throw new InvalidOperationException(output);
    }

    public static async Task<(int Code, string Output)> RunAsync(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
