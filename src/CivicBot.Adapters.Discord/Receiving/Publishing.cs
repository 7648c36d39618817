using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Tells Discord our commands, when they are others than it was told last: it allows 200 new ones a day.</summary>
internal sealed class Publishing(DiscordClient client, IKeyValues memory, Patience patience, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1); // the allowance of a day can be used up, and then old commands are better than no bot

    /// <param name="guilds">Null for everywhere.</param>
    public async Task PublishAsync(string application, IReadOnlyList<string>? guilds, IReadOnlyList<CommandDescription> commands, CancellationToken cancellation)
    {
        var drawn = CommandDrawing.Of(commands);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(application + drawn.ToJsonString())));
        foreach (var guild in guilds ?? [null!])
        {
            if (await memory.GetAsync(Keys.Commands(guild), cancellation) == hash) continue;
            try
            {
                await patience.AskAsync(
                    async () =>
                    {
                        await client.PublishAsync(application, guild, drawn, cancellation);
                        return true;
                    },
                    cancellation,
                    Longest);
                await memory.SetAsync(Keys.Commands(guild), hash, cancellation);
                log.LogInformation("Discord: {Count} commands published.", drawn.Count.ToString(CultureInfo.InvariantCulture));
            }
            catch (DiscordFailure refused) when (!refused.LoggedOut)
            {
                log.LogError("Discord: publishing the commands: {Failure} Those published before stay.", refused.Message);
            }
        }
    }
}
