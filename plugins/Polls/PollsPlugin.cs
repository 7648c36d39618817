using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>Polls: a question, some options, a vote, a result. They show what people think and bind nobody.</summary>
public sealed class PollsPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } = [Poll.Command, OpenPolls.Command];

    public IReadOnlyList<Kind> Kinds { get; } = [new Kind("poll", Card.Of, ResultCard.Of, Reminder.Of)];
}
