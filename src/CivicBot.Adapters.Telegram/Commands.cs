using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CivicBot.Adapters.Telegram;

/// <summary>The menu of commands, in each language and for each kind of chat. Published only when it would be another one than the last.</summary>
internal sealed class Commands(TelegramApi api, IKeyValues memory, Patience patience)
{
    private const int Most = 100;
    private const int LongestName = 32;
    private const int LongestSummary = 256;

    public async Task PublishAsync(IReadOnlyList<CommandDescription> commands, CancellationToken cancellation)
    {
        var menus = Menus(commands).ToList();
        var hash = Hash(menus);
        if (await memory.GetAsync(Keys.Commands, cancellation) == hash) return;
        foreach (var menu in menus)
        {
            var request = new SetMyCommandsRequest { Commands = menu.Commands, Scope = menu.Scope, LanguageCode = menu.Language };
            if (!await patience.TryAsync("publishing commands", () => api.AskAsync(request, cancellation), cancellation)) return; // at the next start again
        }

        await memory.SetAsync(Keys.Commands, hash, cancellation);
    }

    /// <summary>English is for everyone whose language is not among ours.</summary>
    internal static IEnumerable<(BotCommandScope Scope, string? Language, IReadOnlyList<BotCommand> Commands)> Menus(IReadOnlyList<CommandDescription> commands)
    {
        foreach (var language in Localized.Languages)
        {
            var code = language == "en" ? null : language;
            yield return (new BotCommandScopeAllPrivateChats(), code, Menu(commands, language, inPrivate: true));
            yield return (new BotCommandScopeAllGroupChats(), code, Menu(commands, language, inPrivate: false));
            yield return (new BotCommandScopeAllChatAdministrators(), code, Menu(commands, language, inPrivate: false));
        }
    }

    private static List<BotCommand> Menu(IReadOnlyList<CommandDescription> commands, string language, bool inPrivate) =>
    [
        .. commands
            .Select(command => new BotCommand
            {
                Command = command.Name.In(language).Replace('-', '_').Replace(' ', '_'),
                Description = Sending.TelegramText.Shortened(command.Summary.In(language), LongestSummary),
                IsEphemeral = !inPrivate && IsForOneselfAlone(command),
            })
            .Where(command => command.Command.Length is > 0 and <= LongestName && command.Command.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '_'))
            .DistinctBy(command => command.Command)
            .Take(Most),
    ];

    /// <summary>The group sees neither what is asked nor what is answered. Not for what opens something, or goes on with questions: those should be seen, or would get lost.</summary>
    private static bool IsForOneselfAlone(CommandDescription command) => command is { PrivateReply: true, Founds: false, AsksWhenBare: false };

    private static string Hash(IEnumerable<(BotCommandScope Scope, string? Language, IReadOnlyList<BotCommand> Commands)> menus)
    {
        var text = JsonSerializer.Serialize(menus.Select(menu => new { scope = menu.Scope.Type.ToString(), menu.Language, commands = menu.Commands.Select(one => $"{one.Command} {one.IsEphemeral} {one.Description}") }));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
