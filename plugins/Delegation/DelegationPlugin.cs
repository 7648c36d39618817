using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>Trusting another member with one's voice, seeing where it goes, and taking it back. The rules are the core's.</summary>
public sealed class DelegationPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } = [DelegateCommand.Command, UndelegateCommand.Command, DelegationsCommand.Command, WhereIsMyVote.Command];

    public Document? Tell(Told told, CollectiveView view, string language) => Telling.Of(told, view, language);
}
