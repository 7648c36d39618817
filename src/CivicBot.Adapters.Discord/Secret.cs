namespace CivicBot.Adapters.Discord;

/// <summary>A word that must not be printed by accident: shown as <c>***</c> wherever it is formatted.</summary>
public sealed class Secret(string value)
{
    public string Reveal() => value;

    public override string ToString() => "***";

    public static implicit operator Secret(string value) => new(value);

    public static Secret FromString(string value) => new(value);
}
