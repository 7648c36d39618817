using System.Diagnostics;

namespace CivicBot.EndToEnd.Tools;

/// <summary>Looks again and again until something is there.</summary>
internal static class Wait
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(90);

    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look, TimeSpan? most = null)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < (most ?? Usual); await Task.Delay(100))
        {
            if (await look() is { } found) return found;
        }
        throw new TimeoutException($"Waited in vain for {what}.");
    }

    public static Task ForAsync(string what, Func<Task<bool>> look, TimeSpan? most = null) => ForAsync(what, async () => await look() ? "" : null, most);
}
