using System.Globalization;

namespace CivicBot.Core;

/// <summary>How many must be for a proposal, and how few against it (SEMANTICS 3.6). Where nobody is for or against, nothing passes.</summary>
public abstract record Majority
{
    private protected Majority()
    {
    }

    /// <summary>Whether these votes adopt it. Who abstains counts for neither.</summary>
    /// <param name="roll">How many could vote.</param>
    public bool Passes(long @for, long against, long roll) => @for > 0 && Holds(@for, against, roll);

    private protected abstract bool Holds(long @for, long against, long roll);

    /// <summary>Reads the word that the ledger keeps.</summary>
    public static Majority? Read(string word) => word switch
    {
        "simple" => new Simple(),
        "absolute" => new Absolute(),
        "unanimous" => new Unanimous(),
        _ when word.StartsWith(Consensus.Word, StringComparison.Ordinal) && RuleForm.Whole(word[Consensus.Word.Length..]) is { } against and > 0 => new Consensus(against),
        _ when Fraction.Read(word) is { IsZero: false } share => new Qualified(share),
        _ => null,
    };

    /// <summary>More for than against.</summary>
    public sealed record Simple : Majority
    {
        private protected override bool Holds(long @for, long against, long roll) => @for > against;

        public override string ToString() => "simple";
    }

    /// <summary>At least a share of those who are for or against.</summary>
    public sealed record Qualified(Fraction Share) : Majority
    {
        private protected override bool Holds(long @for, long against, long roll) => Share.IsReachedBy(@for, @for + against);

        public override string ToString() => Share.ToString();
    }

    /// <summary>More than half of all who could vote.</summary>
    public sealed record Absolute : Majority
    {
        private protected override bool Holds(long @for, long against, long roll) => 2 * @for > roll;

        public override string ToString() => "absolute";
    }

    /// <summary>Somebody for, nobody against.</summary>
    public sealed record Unanimous : Majority
    {
        private protected override bool Holds(long @for, long against, long roll) => against == 0;

        public override string ToString() => "unanimous";
    }

    /// <summary>Consensus minus a few: somebody for, and no more than that many against.</summary>
    public sealed record Consensus(int Against) : Majority
    {
        internal const string Word = "consensus-";

        private protected override bool Holds(long @for, long against, long roll) => against <= Against;

        public override string ToString() => Word + Against.ToString(CultureInfo.InvariantCulture);
    }
}
