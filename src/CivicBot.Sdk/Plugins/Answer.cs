using System.Collections.Immutable;
using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What a handler makes of what was asked.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Show a document.</summary>
    /// <param name="Privately">To the one who asked only; null: as the command's description says.</param>
    public sealed record Show(Document Document, bool? Privately = null) : Answer;

    /// <summary>It cannot be done as asked: show why, and what to type instead.</summary>
    public sealed record Refuse(Document Document) : Answer;

    /// <summary>Submit a command to the core; a refusal is answered by the host, in the texts of the Sdk.</summary>
    /// <param name="Say">What is said of an accepted ruling; null if its card says all.</param>
    public sealed record Submit(CollectiveCommand Command, Func<Accepted, Document?> Say) : Answer;

    /// <summary>Ask for what is missing.</summary>
    public sealed record AskFor(Form Form) : Answer;

    /// <summary>Give the one who asked a code. Whoever types it to this command, once and within ten minutes, here or in another chat, does what it stands for.</summary>
    /// <param name="Act">A line of a command that is <see cref="CommandDescription.ButtonsOnly"/>.</param>
    public sealed record GiveCode(string Act, Func<string, Document> Say) : Answer;

    /// <summary>Keep a private preference of the one who asked. It is never an entry of the ledger.</summary>
    /// <param name="Value">Null forgets it.</param>
    public sealed record Prefer(string Key, string? Value, Document Document) : Answer;
}

/// <summary>An accepted ruling, as it will be once it is on disk.</summary>
/// <param name="Events">Empty if nothing changed.</param>
/// <param name="View">The collective after it.</param>
/// <param name="Code">The short code of the entry that records it, for finding it again.</param>
public sealed record Accepted(ImmutableArray<CollectiveEvent> Events, CollectiveView View, string? Code);
