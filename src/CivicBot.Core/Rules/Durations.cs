namespace CivicBot.Core;

/// <summary>How long each phase of a proposal lasts (SEMANTICS 3.1). A phase of no length is left out.</summary>
/// <param name="Support">How long a proposal may look for its support; it goes on as soon as it has it.</param>
public sealed record Durations(TimeSpan Support, TimeSpan Discussion, TimeSpan Frozen, TimeSpan Voting)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The lengths for a preset: what the collective set is for the standard one, where there is time to think.</summary>
    public Durations For(Preset preset) => preset switch
    {
        Preset.Standard => this,
        Preset.Urgent => new Durations(Day, TimeSpan.Zero, TimeSpan.Zero, 2 * Day),
        // A day to clarify and a day to react, then rounds of three days.
        Preset.Consent => this with { Discussion = 2 * Day, Frozen = TimeSpan.Zero, Voting = 3 * Day },
        Preset.Lazy => this with { Support = 3 * Day },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
