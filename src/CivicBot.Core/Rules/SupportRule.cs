namespace CivicBot.Core;

/// <summary>How many supporters bring a proposal on its way (SEMANTICS 3.2): three, or a share of the active members if that is more; all of them, if they are fewer.</summary>
public sealed record SupportRule(Fraction Share)
{
    public const int Least = 3;

    /// <param name="active">How many members were active at proposing; the author is one of them.</param>
    public int Needed(int active, Preset preset = Preset.Standard) =>
        (int)Math.Min(active, (preset is Preset.Urgent ? 2L : 1L) * Math.Max(Least, Share.CeilingOf(active)));
}
