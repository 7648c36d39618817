namespace CivicBot.Core;

/// <summary>What came of reading a rule and a value that somebody typed.</summary>
public abstract record RuleRead
{
    private RuleRead()
    {
    }

    /// <param name="Canonical">The value in the words of the ledger.</param>
    public sealed record Value(string Key, string Canonical) : RuleRead;

    public sealed record NoSuchRule(string Typed) : RuleRead;

    /// <summary>The rule cannot be that; what it can be is its <see cref="RuleKey.Form"/>.</summary>
    public sealed record Unfit(string Key, string Typed, RuleFault Fault) : RuleRead;
}

/// <summary>Why a rule cannot be what was typed.</summary>
public enum RuleFault
{
    Unreadable,
    TooLittle,
    TooMuch,

    /// <summary>It is a known way, which works in a later version.</summary>
    ComesLater,
}
