using System.Globalization;
using System.Text.RegularExpressions;
using CivicBot.Chat;

namespace CivicBot.Conformance.Tests;

/// <summary>A platform with one room of a collective in it, and people who do what people do there, by whichever way is the platform's own.</summary>
internal abstract partial class PlatformStage : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>The newest card in the room, as people see it; null if there is none.</summary>
    public abstract string? Card { get; }

    /// <summary>What everyone in the room sees, in order.</summary>
    public abstract IReadOnlyList<string> InTheRoom { get; }

    /// <summary>How often a message may be seen whose sending a stop cut off.</summary>
    public virtual int MostOfOne => 1;

    /// <summary>What this platform would call wrong.</summary>
    public abstract IReadOnlyList<string> Violations { get; }

    /// <summary>What people were told alone, for whoever looks for what went wrong.</summary>
    public abstract string Told { get; }

    /// <summary>A new adapter, on the platform as it stands.</summary>
    public abstract IChatAdapter Connect(IKeyValues memory, IReception reception);

    /// <summary>Ends once the adapter listens.</summary>
    public abstract Task ConnectedAsync();

    public abstract void Disconnect();

    /// <summary>Opens a conversation with the bot, where private answers come only to those who have.</summary>
    public virtual Task MeetsTheBotAsync(string who) => Task.CompletedTask;

    /// <summary>A command in the room, with its values in the order of its parameters.</summary>
    /// <param name="values">Each with the option's name, for platforms that have named ones.</param>
    public abstract Task GivesAsync(string who, string command, params (string Option, string Value)[] values);

    /// <summary>The same in private with the bot.</summary>
    public abstract Task GivesPrivatelyAsync(string who, string command, params (string Option, string Value)[] values);

    /// <summary>Presses a button, or whatever stands for it, of the newest card.</summary>
    public abstract Task PressesAsync(string who, string label);

    /// <summary>Presses a button of what he alone was shown last.</summary>
    public abstract Task AnswersAsync(string who, string label);

    /// <summary>Gives a bare command, and answers what it asks for.</summary>
    public abstract Task FillsAsync(string who, string command, params (string Field, string Value)[] answers);

    /// <summary>What somebody was shown that nobody else sees, in order.</summary>
    public abstract IReadOnlyList<string> ShownTo(string who);

    /// <summary>Somebody with the rights deletes the newest card.</summary>
    public abstract void DeletesTheCard();

    /// <summary>Somebody has admin rights in the room, and the bot may see that.</summary>
    public abstract Task MakesAdminAsync(string who);

    /// <summary>The bot may no longer write in the room, or may again.</summary>
    public abstract void Silences(bool silent);

    public abstract ValueTask DisposeAsync();

    /// <summary>The number behind an option on the newest card; null if there is none.</summary>
    public int? Count(string option)
    {
        if (Card is not { } card || card.IndexOf(option, StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        return Number().Match(card, at + option.Length) is { Success: true, Value: var value } ? int.Parse(value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
