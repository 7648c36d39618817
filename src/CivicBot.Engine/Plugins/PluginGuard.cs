using CivicBot.Sdk;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>A loaded plugin, and whether it still behaves.</summary>
/// <param name="limit">How long a call may take: two seconds, in production. Null for Commons, which is the host's own and is called without a watch.</param>
public sealed class PluginGuard(string id, IPlugin plugin, TimeSpan? limit, ILogger log)
{
    private const int Patience = 3;
    private int overruns;

    public string Id => id;

    public IPlugin Plugin => plugin;

    /// <summary>It overran three times, and is left alone until the next start.</summary>
    public bool IsOff => Volatile.Read(ref overruns) >= Patience;

    /// <summary>Call a pure function of the plugin. Null if it failed, overran (its answer is ignored then), or is off.</summary>
    public async Task<T?> CallAsync<T>(Func<T> call)
        where T : class
    {
        if (IsOff) return null;
        try
        {
            return limit is { } most ? await Task.Run(call).WaitAsync(most).ConfigureAwait(false) : call();
        }
        catch (TimeoutException)
        {
            var times = Interlocked.Increment(ref overruns);
            log.LogError("Plugin {Plugin} took over {Limit} s; {Times} of {Patience} times, then it is off until the next start.", id, limit?.TotalSeconds, times, Patience);
            return null;
        }
#pragma warning disable CA1031 // Whatever a plugin throws, the bot goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // The type alone: a message may hold what somebody typed.
            log.LogError("Plugin {Plugin} failed: {Error} at {Where}", id, error.GetType().Name, error.StackTrace?.Split('\n')[0].Trim());
            return null;
        }
    }
}
