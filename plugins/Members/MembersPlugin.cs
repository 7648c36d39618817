using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>What a collective is: its rules, in sentences.</summary>
public sealed class MembersPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } = [RulesCommand.Command];
}
