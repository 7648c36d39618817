namespace CivicBot.Chat;

/// <summary>A document that is owed to somebody, handed to the adapter again and again until it says that it was sent or never can be.</summary>
/// <param name="Id">The same at every try and unique for ever: what a platform that knows idempotent sends is given.</param>
/// <param name="To">Who is to read it.</param>
/// <param name="Purpose">What it is for: a platform with little room sends the important first.</param>
/// <param name="Language">The language of the document, for the few words that are the adapter's own.</param>
/// <param name="Replaces">The adapter's own reference to the message that this one takes the place of; null for a new message. Where that message is gone, a new one is sent.</param>
public sealed record Delivery(string Id, Destination To, Purpose Purpose, Document Document, string Language, string? Replaces = null);

/// <summary>Who reads a document.</summary>
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(ToRoom), "room")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(ToAsker), "asker")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(ToMember), "member")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(ToThread), "thread")]
public abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>Everyone in a room.</summary>
    /// <param name="Answers">The platform's reference to the event that it answers.</param>
    public sealed record ToRoom(string Room, string? Answers = null) : Destination;

    /// <summary>The account that asked, and nobody else, where the platform can.</summary>
    /// <param name="In">Where it asked.</param>
    /// <param name="Private">That room is a conversation with the bot alone.</param>
    /// <param name="Event">The platform's reference to what it did there.</param>
    public sealed record ToAsker(string Account, string Name, string In, bool Private, string? Event) : Destination;

    /// <summary>Whoever follows the thread on a decision's card. Adapters are handed an answer to the card's message; where there are no threads, nothing.</summary>
    public sealed record ToThread(string Room) : Destination;

    /// <summary>A member who did not ask just now: a direct message.</summary>
    /// <param name="Opens">It matters enough to open a private conversation where there is none yet.</param>
    public sealed record ToMember(string Account, string Name, bool Opens) : Destination;
}

/// <summary>What a document is for, the most important first.</summary>
public enum Purpose
{
    /// <summary>A decision's result.</summary>
    Result,

    /// <summary>Why something was not done.</summary>
    Refusal,

    /// <summary>A decision's card, for the first time.</summary>
    Opening,

    /// <summary>What was asked for: a list, a text, a question of a form.</summary>
    Answer,

    /// <summary>Said once to a room: a reminder, a notice.</summary>
    Notice,

    /// <summary>Said once to a member who did not ask just now.</summary>
    Message,

    /// <summary>Recorded.</summary>
    Receipt,

    /// <summary>A decision's card, kept current.</summary>
    Card,
}

/// <summary>What became of a delivery.</summary>
public abstract record Delivered
{
    private Delivered()
    {
    }

    /// <param name="Message">The adapter's reference to the message, by which it can be replaced and reacted to.</param>
    public sealed record Sent(string? Message) : Delivered;

    /// <summary>Not now: the platform is away, or asks us to wait.</summary>
    public sealed record Later(TimeSpan RetryAfter) : Delivered;

    /// <summary>Never: the room is gone, or we may not write there.</summary>
    public sealed record Never(string Why) : Delivered;
}
