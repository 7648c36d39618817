using CivicBot.StandIns.Discord;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Discord.Tests;

/// <summary>A clock that is moved by hand.</summary>
internal static class PassingTime
{
    /// <summary>Lets time pass, a little at a time, until something is so.</summary>
    public static Task PassesUntilAsync(this FakeTimeProvider time, Func<bool> isSo, TimeSpan? step = null) => DiscordStandIn.UntilAsync(() =>
    {
        if (isSo()) return true;
        time.Advance(step ?? TimeSpan.FromMilliseconds(100)); // not faster: requests have time limits by the same clock
        return false;
    });
}
