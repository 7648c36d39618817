namespace CivicBot.Core;

/// <summary>How far a delegation reaches. The narrowest that applies to a decision wins.</summary>
public enum Reach
{
    /// <summary>Whatever the collective decides.</summary>
    Everything,

    /// <summary>The decisions of one topic.</summary>
    Topic,

    Decision,
}

/// <summary>What a delegation is for (SEMANTICS 2.2).</summary>
/// <param name="Number">Of the topic or the decision; 0 for everything.</param>
public readonly record struct Scope(Reach Reach, int Number) : IComparable<Scope>
{
    public static Scope Everything => new(Reach.Everything, 0);

    public static Scope OfTopic(int number) => new(Reach.Topic, number);

    public static Scope OfDecision(DecisionId id) => new(Reach.Decision, id.Number);

    /// <summary>The widest comes first.</summary>
    public int CompareTo(Scope other) => (Reach, Number).CompareTo((other.Reach, other.Number));

    public static bool operator <(Scope left, Scope right) => left.CompareTo(right) < 0;

    public static bool operator >(Scope left, Scope right) => left.CompareTo(right) > 0;

    public static bool operator <=(Scope left, Scope right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Scope left, Scope right) => left.CompareTo(right) >= 0;

    /// <summary>The scopes that apply to a decision, narrowest first.</summary>
    public static Values<Scope> Of(DecisionId decision, int? topic) =>
        topic is { } number ? [OfDecision(decision), OfTopic(number), Everything] : [OfDecision(decision), Everything];
}
