using System.Collections.Concurrent;
using System.Globalization;
using CivicBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Persons named in a command by a mention, or by replying to them, become the accounts they are. Elsewhere a mention stays what was typed.</summary>
internal sealed class Mentions(IKeyValues memory, IReadOnlyList<CommandDescription> commands)
{
    private readonly ConcurrentDictionary<string, long> _noted = new();

    /// <summary>An @name is no identity; whose it was when we last saw it is the best we can know.</summary>
    public async Task NoteAsync(User from, CancellationToken cancellation)
    {
        if (from is not { Username: { } name, IsBot: false }) return;
        name = name.ToLowerInvariant();
        if (_noted.TryGetValue(name, out var known) && known == from.Id) return;
        await memory.SetAsync(Keys.Handle(name), from.Id.ToString(CultureInfo.InvariantCulture), cancellation);
        _noted[name] = from.Id;
    }

    /// <returns>The message's text, in which who is known by id is named by it.</returns>
    public async Task<string> ResolvedAsync(Message message, CancellationToken cancellation)
    {
        var text = message.Text!;
        if (!TakesAPerson(text)) return text;
        var named = false;
        foreach (var entity in (message.Entities ?? []).OrderByDescending(entity => entity.Offset))
        {
            if (entity.Offset < 0 || entity.Length <= 0 || entity.Offset + entity.Length > text.Length) continue;
            var id = entity switch
            {
                { Type: MessageEntityType.TextMention, User: { IsBot: false } person } => person.Id,
                { Type: MessageEntityType.Mention } => await OfHandleAsync(text.Substring(entity.Offset + 1, entity.Length - 1), cancellation),
                _ => null,
            };
            if (id is not { } account) continue;
            text = text[..entity.Offset] + Names.Key(account) + text[(entity.Offset + entity.Length)..];
            named = true;
        }

        // "/delegate topic:garden" in reply to somebody means him.
        return !named && message.ReplyToMessage?.From is { IsBot: false } replied && message.ReplyToMessage.SenderChat is null && !NamesSomebody(text) ? Inserted(text, Names.Key(replied.Id)) : text;
    }

    private async Task<long?> OfHandleAsync(string name, CancellationToken cancellation) =>
        long.TryParse(await memory.GetAsync(Keys.Handle(name.ToLowerInvariant()), cancellation), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private bool TakesAPerson(string text) => commands.Any(command => command.Name.All.Any(name => name == Word(text)) && command.Parameters.Any(parameter => parameter.Kind is ParameterKind.Person));

    /// <summary>Its first argument is a word of its own, and so most likely the person.</summary>
    private static bool NamesSomebody(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is [_, var first, ..] && !first.Contains(':', StringComparison.Ordinal);

    private static string Inserted(string text, string person)
    {
        var end = text.IndexOfAny([' ', '\n']);
        return end < 0 ? $"{text} {person}" : $"{text[..end]} {person}{text[end..]}";
    }

    private static string Word(string text) => text.TrimStart('/').Split(' ', '\n', '@')[0].Replace('_', '-').ToLowerInvariant();
}
