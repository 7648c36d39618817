using System.Collections.Concurrent;
using CivicBot.Adapters.Telegram.Wire;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>What Telegram says of somebody in a group.</summary>
/// <param name="Anonymous">An admin who is shown there as the group itself.</param>
internal sealed record Standing(bool Present, bool Admin, bool Anonymous);

/// <summary>Who is in a group and with what rights: asked at the act, and good for a minute.</summary>
internal sealed class Membership(TelegramApi api, Patience patience, TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<(long Chat, long Account), (Standing? Standing, DateTimeOffset At)> _known = new();
    private readonly ConcurrentDictionary<long, (bool Open, DateTimeOffset At)> _open = new();

    /// <returns>Null: Telegram does not tell us, as it need not while we are no admin there.</returns>
    public async Task<Standing?> OfAsync(long chat, long account, CancellationToken cancellation)
    {
        if (_known.TryGetValue((chat, account), out var known) && IsFresh(known.At)) return known.Standing;
        var member = await TryAsync(() => api.AskAsync(new GetChatMemberRequest { ChatId = chat, UserId = account }, cancellation), cancellation);
        var standing = member is null ? null : Of(member);
        if (_known.Count >= Most) _known.Clear();
        _known[(chat, account)] = (standing, time.GetUtcNow());
        return standing;
    }

    /// <summary>Somebody's standing changed.</summary>
    public void Forget(long chat, long account) => _known.TryRemove((chat, account), out _);

    /// <summary>Our own standing changed, and with it what we are told.</summary>
    public void Forget(long chat)
    {
        foreach (var known in _known.Keys.Where(one => one.Chat == chat)) _known.TryRemove(known, out _);
    }

    /// <summary>Strangers can read there and press: in a public group, or one in which a channel is discussed.</summary>
    public async Task<bool> IsOpenToStrangersAsync(TelegramChat chat, CancellationToken cancellation)
    {
        if (chat.Username is not null) return true;
        if (chat.Type is not ChatType.Supergroup) return false;
        if (_open.TryGetValue(chat.Id, out var known) && IsFresh(known.At)) return known.Open;
        var whole = await TryAsync(() => api.AskAsync(new GetChatRequest { ChatId = chat.Id }, cancellation), cancellation);
        var open = whole is { LinkedChatId: not null } or { Username: not null };
        _open[chat.Id] = (open, time.GetUtcNow());
        return open;
    }

    public static Standing Of(ChatMember member) => new(
        member is ChatMemberMember or ChatMemberAdministrator or ChatMemberOwner or ChatMemberRestricted { IsMember: true },
        member is ChatMemberAdministrator or ChatMemberOwner,
        member is ChatMemberAdministrator { IsAnonymous: true } or ChatMemberOwner { IsAnonymous: true });

    private bool IsFresh(DateTimeOffset at) => time.GetUtcNow() - at < Lasting;

    /// <summary>A few tries; no answer is no right.</summary>
    private async Task<T?> TryAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await patience.AskAsync(ask, cancellation, tries: 2);
        }
        catch (TelegramFailure failure) when (failure.Trouble is not Trouble.BadToken)
        {
            return null;
        }
    }
}
