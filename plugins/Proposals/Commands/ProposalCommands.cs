using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What can be typed about proposals.</summary>
internal static class ProposalCommands
{
    public static IReadOnlyList<Command> All { get; } = [];
}
