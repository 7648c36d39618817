namespace CivicBot.Adapters.Telegram.Wire;

/// <summary>What went wrong, as far as it makes a difference to us.</summary>
internal enum Trouble
{
    /// <summary>None of the others: asked again it would be refused again.</summary>
    Refused,

    /// <summary>No answer, or the server's own fault.</summary>
    Away,
    TooMany,
    BadToken,
    OtherReceiver,
    NotModified,
    MessageGone,
    TopicGone,
    ChatGone,
    NotAllowed,
    TooLate,
    Migrated,
}

/// <summary>Telegram said no, or could not be reached. It carries what kind of no it was and nothing of what was sent: the token is in every address, and the server's own words quote what people typed.</summary>
internal sealed class TelegramFailure(Trouble trouble, int? status, TimeSpan? retryAfter = null, long? movedTo = null)
    : Exception(status is { } code ? FormattableString.Invariant($"Telegram answered {code} ({trouble}).") : "Telegram did not answer.")
{
    public Trouble Trouble => trouble;

    public TimeSpan? RetryAfter => retryAfter;

    public long? MovedTo => movedTo;

    /// <summary>It may go better later, with the very same request.</summary>
    public bool Passing => trouble is Trouble.Away or Trouble.TooMany or Trouble.OtherReceiver;

    /// <param name="words">The server's description: read here, and never kept.</param>
    public static TelegramFailure Of(int status, string words, int? retryAfter, long? movedTo)
    {
        var trouble = status switch
        {
            _ when movedTo is not null => Trouble.Migrated,
            429 => Trouble.TooMany,
            401 or 404 => Trouble.BadToken,
            409 => Trouble.OtherReceiver,
            403 => Trouble.NotAllowed,
            >= 500 => Trouble.Away,
            _ => OfWords(words),
        };
        TimeSpan? wait = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : trouble is Trouble.TooMany ? TimeSpan.FromSeconds(5) : null;
        return new TelegramFailure(trouble, status, wait, movedTo);
    }

    private static Trouble OfWords(string words)
    {
        if (Says("message is not modified")) return Trouble.NotModified;
        if (Says("message to edit not found") || Says("MESSAGE_ID_INVALID") || Says("message can't be edited")) return Trouble.MessageGone;
        if (Says("message thread not found") || Says("TOPIC_CLOSED") || Says("TOPIC_DELETED")) return Trouble.TopicGone;
        if (Says("chat not found") || Says("PEER_ID_INVALID")) return Trouble.ChatGone;
        if (Says("query is too old") || Says("QUERY_ID_INVALID")) return Trouble.TooLate;
        if (Says("not enough rights") || Says("CHAT_WRITE_FORBIDDEN") || Says("have no rights")) return Trouble.NotAllowed;
        return Trouble.Refused;

        bool Says(string phrase) => words.Contains(phrase, StringComparison.OrdinalIgnoreCase);
    }
}
