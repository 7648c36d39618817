namespace CivicBot.Core;

/// <summary>How many must have voted for a vote to count (SEMANTICS 3.5), as a share of all who could.</summary>
public sealed record Quorum(QuorumKind Kind, Fraction Share)
{
    /// <summary>A vote counts however few vote.</summary>
    public static Quorum None { get; } = new(QuorumKind.Participation, Fraction.Zero);

    /// <summary>How many it takes; 0 where there is no quorum.</summary>
    public long Needed(long roll) => Share.CeilingOf(roll);

    public bool Reached(long @for, long against, long abstain, long roll) =>
        (Kind is QuorumKind.Approval ? @for : @for + against + abstain) >= Needed(roll);

    /// <summary>Reads the word that the ledger keeps.</summary>
    public static Quorum? Read(string words) => words.Split(' ') switch
    {
        ["none"] => None,
        ["participation", var share] when Fraction.Read(share) is { IsZero: false } read => new Quorum(QuorumKind.Participation, read),
        ["approval", var share] when Fraction.Read(share) is { IsZero: false } read => new Quorum(QuorumKind.Approval, read),
        _ => null,
    };

    public override string ToString() => Share.IsZero ? "none" : (Kind is QuorumKind.Approval ? "approval " : "participation ") + Share;
}

/// <summary>What a quorum counts.</summary>
public enum QuorumKind
{
    /// <summary>Who votes at all; abstaining counts.</summary>
    Participation,

    /// <summary>Who is for. It never rewards staying away, as a quorum of participation can (the no-show paradox).</summary>
    Approval,
}
