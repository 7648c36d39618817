using System.Text.Json.Serialization;

namespace CivicBot.Chat;

/// <summary>What somebody did in a room that reaches us. Plain data: it may travel to another process and be handled there.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Invoked), "invoked")]
[JsonDerivedType(typeof(Pressed), "pressed")]
[JsonDerivedType(typeof(Reacted), "reacted")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(Elapsed), "elapsed")]
public abstract record Interaction
{
    /// <summary>The platform's own key of the event, the same whenever it is delivered again: handled once, whatever arrives.</summary>
    public required string EventKey { get; init; }

    public required Account From { get; init; }

    public required Room In { get; init; }

    /// <summary>Who saw what was asked: the others in the room, or the bot only.</summary>
    public required SeenBy SeenBy { get; init; }

    /// <summary>The platform's reference to the event, for an answer in its thread or a mark on it.</summary>
    public string? Event { get; init; }

    /// <summary>What the platform says of the account's rights there, where the adapter knows it without asking.</summary>
    public bool Admin { get; init; }

    /// <summary>The platform confirms that the account is in the room.</summary>
    public bool Present { get; init; } = true;

    /// <summary>In a private chat: the places in which the platform confirms both the account and us. Who has not acted yet is found by them.</summary>
    public IReadOnlyList<string> Shares { get; init; } = [];
}

/// <summary>Who saw an interaction.</summary>
public enum SeenBy
{
    Room,
    Bot,
}

/// <summary>A typed line.</summary>
/// <param name="Text">Without the prefix, if it had one.</param>
/// <param name="Command">It began with the platform's command prefix, or names the bot: it wants an answer. Else it matters only where a question of ours is open.</param>
public sealed record Said(string Text, bool Command) : Interaction;

/// <summary>A command whose arguments the platform has taken apart already (a slash command): parameter key to what was given.</summary>
public sealed record Invoked(string Command, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments) : Interaction;

/// <summary>A button, menu entry or link of ours. What it means is kept beside the token by the host, never in the button.</summary>
public sealed record Pressed(string Token) : Interaction;

/// <summary>A reaction on a message of ours was set or taken back.</summary>
/// <param name="Message">The platform's reference to our message.</param>
/// <param name="Choice">Which of the message's choices it stands for, counted from 1.</param>
/// <param name="Reaction">The platform's reference to the reaction itself.</param>
/// <param name="TakenBack">By the one who had set it.</param>
public sealed record Reacted(string Message, int Choice, string Reaction, bool TakenBack) : Interaction;

/// <summary>The platform gave the room a new key.</summary>
public sealed record Moved(Room To) : Interaction;

/// <summary>The account is no longer in the room, by its own will or not.</summary>
public sealed record Left : Interaction;

/// <summary>A deadline came. Made by the host's own clock.</summary>
/// <param name="Beacon">The public random value that it waited for, where it did.</param>
public sealed record Elapsed(string Collective, string Due, string? Beacon = null) : Interaction;
