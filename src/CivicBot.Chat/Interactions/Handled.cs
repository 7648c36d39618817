using System.Text.Json.Serialization;

namespace CivicBot.Chat;

/// <summary>What became of an interaction. The reply itself goes by the outbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Committed), "committed")]
[JsonDerivedType(typeof(Ignored), "ignored")]
[JsonDerivedType(typeof(Busy), "busy")]
public abstract record Handled
{
    private protected Handled()
    {
    }
}

/// <summary>On disk with all it caused: now the platform's cursor may advance.</summary>
/// <param name="Head">How many entries the collective's ledger has.</param>
/// <param name="Again">It had been handled before, and nothing was done now.</param>
public sealed record Committed(long Head, bool Again = false) : Handled;

/// <summary>It meant nothing to us: a line of people among themselves. Nothing was stored, and the cursor may advance.</summary>
public sealed record Ignored : Handled;

/// <summary>Not now: the caller repeats it with the same event key.</summary>
public sealed record Busy(TimeSpan RetryAfter) : Handled;
