namespace CivicBot.Sdk;

/// <summary>
/// What a plugin is: a list of commands and a list of kinds of decision. It owns no rules and has no powers: handlers are pure functions
/// that show a document or submit a command of the core, which decides.
/// </summary>
public interface IPlugin
{
    IReadOnlyList<Command> Commands => [];

    IReadOnlyList<Kind> Kinds => [];

    /// <summary>Says something that a member or a room is told without having asked; null if it is not this plugin's to say. Pure.</summary>
    /// <param name="view">As whoever is told sees it.</param>
    Chat.Document? Tell(Told told, CollectiveView view, string language) => null;
}

/// <summary>A chat command and what answers it.</summary>
/// <param name="Handle">Pure; it may be run again. One that takes over two seconds is abandoned.</param>
public sealed record Command(Chat.CommandDescription Description, Func<Asked, CollectiveView, Answer> Handle);

/// <summary>A sort of decision, by the word the ledger keeps, and how its documents are drawn. Whoever changes a decision, its kind draws it.</summary>
/// <param name="Card">The decision as it stands in a room.</param>
/// <param name="Result">What was decided and why, said once when it has closed.</param>
/// <param name="Reminder">The one line in its room, 24 hours before a decision that runs longer than 48 closes. It names nobody.</param>
/// <param name="Story">What there is to read of it beside its card or result: how it came about, and what followed. Null: nothing.</param>
public sealed record Kind(string Name, Func<DecisionView, string, Chat.Document> Card, Func<DecisionView, string, Chat.Document> Result,
    Func<DecisionView, string, Chat.Document> Reminder, Func<DecisionView, string, Chat.Document>? Story = null);
