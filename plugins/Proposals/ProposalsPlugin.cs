using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Proposals: a text, support, discussion, a vote or a consent round, and what follows from it. They bind the collective by its rules.</summary>
public sealed class ProposalsPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands => ProposalCommands.All;

    public IReadOnlyList<Kind> Kinds { get; } = [new Kind("proposal", Card.Of, ResultCard.Of, Reminder.Of, Story.Of)];

    public Document? Tell(Told told, CollectiveView view, string language) => Telling.Of(told, view, language);
}
