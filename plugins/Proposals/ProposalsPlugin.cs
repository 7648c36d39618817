using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Proposals: a text, support, discussion, a vote or a consent round, and what follows from it. They bind the collective by its rules.</summary>
public sealed class ProposalsPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands => ProposalCommands.All;

    public IReadOnlyList<Kind> Kinds { get; } = [];
}
