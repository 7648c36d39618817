using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>What a collective is: its members and its rules, in sentences; and becoming one of them.</summary>
public sealed class MembersPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } = [RulesCommand.Command, MembersCommand.Command, JoinCommand.Command, VouchCommand.Command, SnoozeCommand.Command];
}
