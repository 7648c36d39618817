using System.Text.Json;
using System.Text.RegularExpressions;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Lines that people type. Discord shows us only those that mention us, answer us, or come in private; more we do not ask for.</summary>
internal sealed partial class TypedLines(Guilds guilds, SharedGuilds shared, Handover handover, Lanes lanes)
{
    private const int Ordinary = 0;
    private const int Reply = 19;

    /// <param name="self">The bot's own id.</param>
    public async Task TakeAsync(JsonElement message, string self, CancellationToken cancellation)
    {
        if (message.Text("author", "id") is not { } user || message.Is("author", "bot") || message.At("webhook_id") is not null) return;
        if (message.Text("id") is not { } id || message.Text("channel_id") is not { } channel || message.Number("type") is not (Ordinary or Reply)) return;
        if (message.At("message_snapshots") is not null) return; // a forward is somebody else's words
        var guild = message.Text("guild_id");
        if (Read(message, self, guild is null) is not var (text, command)) return;
        await lanes.RunAsync(user, async () =>
        {
            var from = new Account(Names.Key(user), message.Text("member", "nick") ?? message.Text("author", "global_name") ?? message.Text("author", "username") ?? "?");
            var said = new Said(text, command)
            {
                EventKey = Names.Key(id),
                From = from,
                In = await guilds.RoomAsync(guild, channel, null, cancellation),
                SeenBy = guild is null ? SeenBy.Bot : SeenBy.Room,
                Event = new Reference.Typed(channel, id).ToString(),
                Shares = guild is null ? await shared.OfAsync(user, cancellation) : [],
            };
            await handover.HandInAsync(said, cancellation);
        });
    }

    /// <returns>The line without the ways of addressing us; null if it is not for us.</returns>
    private static (string Text, bool Command)? Read(JsonElement message, string self, bool inPrivate)
    {
        var line = (message.Text("content") ?? "").Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim();
        var rest = Mention(line, self);
        var text = Mentions().Replace(rest ?? line, "discord:$1");
        if (text.Length == 0 && rest is null) return null; // a picture, a sticker
        var prefixed = text.Length > 1 && text[0] == '/' && char.IsLetter(text[1]);
        if (rest is not null || inPrivate) return (prefixed ? text[1..] : text, true); // in private nobody else is there to be addressed
        return message.Text("referenced_message", "author", "id") == self ? (text, false) : null;
    }

    private static string? Mention(string line, string self)
    {
        foreach (var mention in new[] { $"<@{self}>", $"<@!{self}>" })
        {
            if (line.StartsWith(mention, StringComparison.Ordinal)) return line[mention.Length..].TrimStart(' ', ':', ',', '\n');
        }

        return null;
    }

    [GeneratedRegex("<@!?([0-9]+)>", RegexOptions.NonBacktracking)]
    private static partial Regex Mentions();
}
