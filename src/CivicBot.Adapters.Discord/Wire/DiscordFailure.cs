using System.Net;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Discord said no, or could not be reached, or we held back by ourselves. It carries the code and nothing of what was sent.</summary>
/// <param name="status">Null when there was no answer.</param>
internal sealed class DiscordFailure(HttpStatusCode? status, int code, string word, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(status is { } number ? $"Discord answered {(int)number} {code} {word}".TrimEnd() + "." : $"Discord did not answer ({word}).", inner)
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int EditedTooOften = 30046;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotWriteToThem = 50007;
    public const int MissingPermission = 50013;
    public const int WrongKindOfChannel = 50024;
    public const int TokenExpired = 50027;
    public const int ThreadExists = 160004;

    public HttpStatusCode? Status => status;

    public int Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>It may go better later, with the very same request.</summary>
    public bool Passing => status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>The bot's token is no longer good.</summary>
    public bool LoggedOut => status == HttpStatusCode.Unauthorized && code != TokenExpired;

    /// <summary>We did not even ask: a limit would have been passed.</summary>
    public static DiscordFailure Held(TimeSpan wait) => new(null, 0, "held back", wait);
}
