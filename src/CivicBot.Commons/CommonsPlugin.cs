using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The commands that every collective has, whatever else is loaded: name it, vote, look things up, find one's way.</summary>
public sealed class CommonsPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } =
    [
        Help.Command,
        Vote.Command,
        Withdraw.Command,
        My.Command,
        Decisions.Command,
        Story.Command,
        Edit.Command,
        Close.Command,
        Found.Command,
        Language.Command,
        About.Command,
    ];
}
