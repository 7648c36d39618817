using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What can be typed about proposals, in the order in which one comes to need it.</summary>
internal static class ProposalCommands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        ProposeCommand.Command,
        SupportCommand.Command, UnsupportCommand.Command,
        SuggestCommand.Command, FulfilCommand.Command, ReopenCommand.Command,
        AmendCommand.Command, AcceptCommand.Command, RejectCommand.Command, RivalCommand.Command, AskVoteCommand.Command,
        CaseCommand.Command,
        ConsentCommand.Command, StandAsideCommand.Command, ObjectCommand.Command, ContestCommand.Command, JudgeCommand.Command,
        AbandonCommand.Command, OutcomeCommand.Command, FollowUpCommand.Command,
    ];
}
