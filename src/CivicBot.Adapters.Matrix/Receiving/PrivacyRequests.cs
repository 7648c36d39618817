using CivicBot.Adapters.Matrix.Sending;
using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Somebody asks for a private room: by a line, or by 🔒 on a card. The adapter's own business; nobody else hears of it.</summary>
internal sealed class PrivacyRequests(PrivateRooms privately, Notices notices, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, long> _asked = [];

    /// <param name="language">Null if he did not use a word.</param>
    public async Task AnswerAsync(RoomState room, MatrixEvent asked, bool inPrivate, string? language, CancellationToken cancellation)
    {
        if (AskedJustNow(asked.Sender)) return;
        var say = language == "fr" ? text => text(Texts.French) : (Func<Func<Texts, string>, string>)Texts.InBoth;
        if (inPrivate)
        {
            await notices.SayAsync(room.Id, "private-" + asked.Id, say(texts => texts.AlreadyPrivate), null, cancellation);
            return;
        }

        var answer = await OpenAsync(asked.Sender, cancellation) switch
        {
            Opening.Invited => say(texts => texts.Invited),
            Opening.There => say(texts => texts.InvitedBefore),
            Opening.Forced => say(texts => texts.ForcedEncryption),
            _ => say(texts => texts.NotInvited),
        };
        await notices.SayAsync(room.Id, "private-" + asked.Id, answer, asked.Id, cancellation);
    }

    /// <returns>Null if it was not possible.</returns>
    public async Task<Opening?> OpenAsync(string user, CancellationToken cancellation)
    {
        (Opening Opening, string Room)? opened = null;
        await patience.TryAsync("opening a private room", async () => opened = await privately.OpenAsync(user, cancellation), cancellation);
        if (opened is { Opening: Opening.Invited, Room: var room })
        {
            await notices.SayAsync(room, "welcome-" + room, Texts.InBoth(texts => texts.WelcomeInPrivate), null, cancellation);
        }

        return opened?.Opening;
    }

    /// <summary>One of these costs the server a room: an impatient finger must not hold up everyone's votes.</summary>
    private bool AskedJustNow(string user)
    {
        if (_asked.Count > 1_000) _asked.Clear();
        if (_asked.TryGetValue(user, out var before) && time.GetElapsedTime(before) < Pause) return true;
        _asked[user] = time.GetTimestamp();
        return false;
    }
}
