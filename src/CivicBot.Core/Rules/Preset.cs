namespace CivicBot.Core;

/// <summary>The way a proposal goes (SEMANTICS 3.1).</summary>
public enum Preset
{
    Standard,

    /// <summary>Twice the support within a day, then two days of voting on the text as it was proposed.</summary>
    Urgent,

    /// <summary>Rounds that look for objections, not for a majority.</summary>
    Consent,

    /// <summary>Three days of silence are consent; one objection makes it a consent round.</summary>
    Lazy,
}
