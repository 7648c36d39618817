using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What a typed time was read as.</summary>
public abstract record ReadTime
{
    private ReadTime()
    {
    }

    /// <summary>It says one moment, in whole seconds, to come.</summary>
    public sealed record At(DateTimeOffset Moment) : ReadTime;

    /// <summary>It does not, and is asked back.</summary>
    /// <param name="Words">As typed.</param>
    /// <param name="Instead">What could have been meant, as it can be typed in any language; empty where nobody can tell.</param>
    public sealed record Unclear(TimeProblem Problem, string Words, Values<string> Instead) : ReadTime;
}

/// <summary>Why a typed time is asked back.</summary>
public enum TimeProblem
{
    /// <summary>It is no time that we know how to read.</summary>
    Unreadable,

    /// <summary>It is over already.</summary>
    Past,

    /// <summary>It fits two moments.</summary>
    Twofold,

    /// <summary>The clocks go forward over it.</summary>
    Skipped,
}
