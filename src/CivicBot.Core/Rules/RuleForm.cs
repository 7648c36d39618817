using System.Globalization;

namespace CivicBot.Core;

/// <summary>What a rule can be: how its value is read, and within which bounds.</summary>
public abstract record RuleForm
{
    private protected RuleForm()
    {
    }

    /// <param name="words">What was typed, as <see cref="RuleWord"/> reads it.</param>
    internal abstract Reading Read(string[] words);

    internal static int? Whole(string digits) =>
        digits.Length <= 9 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static string Word(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsNothing(string[] words) => words is ["off" or "none" or "0"];

    private static Reading Bounded(Fraction share, Fraction most, object value) => share > most ? RuleFault.TooMuch : value.ToString()!;

    /// <summary>One of some words.</summary>
    /// <param name="Later">Words that people know, and that do not work yet.</param>
    public sealed record Choice(Values<string> Words, Values<string> Later) : RuleForm
    {
        internal override Reading Read(string[] words) => words switch
        {
            ["none"] when Words.Contains("off") => "off",
            [var word] when Words.Contains(word) => word,
            [var word] when Later.Contains(word) => RuleFault.ComesLater,
            _ => RuleFault.Unreadable,
        };
    }

    /// <summary>A whole number.</summary>
    public sealed record Number(int Least, int Most) : RuleForm
    {
        internal override Reading Read(string[] words)
        {
            if ((IsNothing(words) ? 0 : words is [var word] ? Whole(word) : null) is not { } number) return RuleFault.Unreadable;
            return number < Least ? RuleFault.TooLittle : number > Most ? RuleFault.TooMuch : Word(number);
        }
    }

    /// <summary>A length of time.</summary>
    /// <param name="OrOff">It can be off altogether.</param>
    public sealed record Length(TimeSpan Least, TimeSpan Most, bool OrOff = false) : RuleForm
    {
        internal override Reading Read(string[] words)
        {
            if (OrOff && IsNothing(words)) return "off";
            if (Span.Read(string.Concat(words)) is not { } length) return RuleFault.Unreadable;
            return length < Least ? RuleFault.TooLittle : length > Most ? RuleFault.TooMuch : Span.Word(length);
        }
    }

    /// <summary>A share, from nothing up.</summary>
    public sealed record Share(Fraction Most) : RuleForm
    {
        internal override Reading Read(string[] words) =>
            (IsNothing(words) ? Fraction.Zero : words is [var word] ? Fraction.Read(word) : null) is { } share ? Bounded(share, Most, share) : RuleFault.Unreadable;
    }

    /// <summary>A quorum of participation, unless approval is said; or none.</summary>
    public sealed record QuorumOf(Fraction Most) : RuleForm
    {
        internal override Reading Read(string[] words)
        {
            if (IsNothing(words)) return "none";
            (QuorumKind Kind, string Share)? said = words switch
            {
                [var share] => (QuorumKind.Participation, share),
                ["participation", var share] => (QuorumKind.Participation, share),
                [var share, "participation"] => (QuorumKind.Participation, share),
                ["approval", var share] => (QuorumKind.Approval, share),
                [var share, "approval"] => (QuorumKind.Approval, share),
                _ => null,
            };
            return said is var (kind, word) && Fraction.Read(word) is { } read ? Bounded(read, Most, new Quorum(kind, read)) : RuleFault.Unreadable;
        }
    }

    /// <summary>A majority: simple, a share of more than half of those for or against, or one of the others.</summary>
    /// <param name="Others">Majorities that few can prevent are possible too: absolute, unanimous, consensus.</param>
    /// <param name="OrDrop">For what follows when consent was not found: no vote at all.</param>
    public sealed record MajorityOf(bool Others, bool OrDrop = false) : RuleForm
    {
        public static Fraction Half { get; } = new(1, 2);

        /// <summary>The largest share; more is unanimity in all but name.</summary>
        public static Fraction Largest { get; } = new(4, 5);

        public const int MostAgainst = 20;

        internal override Reading Read(string[] words)
        {
            if (OrDrop && (IsNothing(words) || words is ["drop"])) return "drop";
            var word = string.Concat(OrDrop && words is ["vote", ..] ? words[1..] : words);
            if (word.StartsWith("consensus", StringComparison.Ordinal)) return Consensus(word["consensus".Length..]);
            return Majority.Read(word) switch
            {
                null => RuleFault.Unreadable,
                Majority.Qualified { Share: var share } when share <= Half => RuleFault.TooLittle,
                Majority.Qualified qualified => Bounded(qualified.Share, Largest, qualified),
                Majority.Simple simple => simple.ToString(),
                var other => Others ? other.ToString()! : RuleFault.TooMuch,
            };
        }

        private Reading Consensus(string rest)
        {
            if (Whole(rest.Replace("minus", "", StringComparison.Ordinal).TrimStart('-')) is not { } against) return RuleFault.Unreadable;
            if (!Others || against > MostAgainst) return RuleFault.TooMuch;
            return (against == 0 ? new Majority.Unanimous() : (Majority)new Majority.Consensus(against)).ToString()!;
        }
    }

    /// <summary>How many voices one member may carry: a number, with a share of the roll if that is more; or no limit.</summary>
    public sealed record CapOf : RuleForm
    {
        public const int Most = 100;
        public const int Usual = 3;

        public static Fraction LargestShare { get; } = new(1, 2);

        internal override Reading Read(string[] words)
        {
            if (words is ["off" or "none"]) return "none";
            // max(3, 10%), as the specification writes it.
            words = string.Join(' ', words).Replace("max", "", StringComparison.Ordinal).Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is [var share] && Fraction.Read(share) is { IsZero: false }) words = [Word(Usual), share];
            if (DelegationCap.Read(string.Join(' ', words)) is not { } cap) return words is ["0"] ? RuleFault.TooLittle : RuleFault.Unreadable;
            return cap.Least > Most ? RuleFault.TooMuch : Bounded(cap.Share, LargestShare, cap);
        }
    }

    /// <summary>What makes somebody a voter.</summary>
    public sealed record LevelOf(int Least) : RuleForm
    {
        /// <summary>The highest level that can be had today: nothing imports a roll or hands out codes yet, and a roll that is empty decides nothing.</summary>
        public const int MostToday = 2;
        public const int MostVouchers = 10;

        public static TimeSpan LongestKnown { get; } = TimeSpan.FromDays(90);

        internal override Reading Read(string[] words)
        {
            if (words is ["1", .. { Length: > 1 } apart]) words = ["1", string.Concat(apart)];
            if (LevelRule.Read(string.Join(' ', words)) is not { } rule) return words is [var level] && Whole(level) is not null ? RuleFault.TooMuch : RuleFault.Unreadable;
            if (rule.Level > MostToday) return RuleFault.ComesLater;
            return rule.Level < Least ? RuleFault.TooLittle : rule.Known > LongestKnown || rule.Vouchers > MostVouchers ? RuleFault.TooMuch : rule.ToString();
        }
    }

    /// <summary>From a full hour to another, or off.</summary>
    public sealed record HoursOf : RuleForm
    {
        internal override Reading Read(string[] words)
        {
            if (words is ["off" or "none"]) return "off";
            var spoken = string.Join(' ', words.Where(word => word is not ("from" or "between" or "entre")));
            foreach (var between in new[] { " - ", " to ", " until ", " jusqu'a " }) spoken = spoken.Replace(between, "-", StringComparison.Ordinal);
            // « de 22h à 8h »: what stood between has been left out as filling.
            return spoken.Replace(' ', '-').Split('-') is [var from, var to] && TimeOfDay.Read(from) is { Minute: 0 } begin && TimeOfDay.Read(to) is { Minute: 0 } end && begin != end
                ? new QuietHours(begin.Hour, end.Hour).ToString() : RuleFault.Unreadable;
        }
    }

    /// <summary>A day of the week with a time, or off.</summary>
    public sealed record WeekdayOf : RuleForm
    {
        internal override Reading Read(string[] words)
        {
            if (words is ["off" or "none"]) return "off";
            var time = words.Length == 1 ? "9:00" : string.Concat(words.Skip(1));
            return words.Length > 0 && TimeOfDay.Read(time) is { } at && Digest.Read($"{words[0]} 00:00") is { } day ? (day with { At = at }).ToString() : RuleFault.Unreadable;
        }
    }
}

/// <summary>What came of reading a value: its word in the ledger, or why not.</summary>
internal readonly record struct Reading(string? Canonical, RuleFault Fault)
{
    public static implicit operator Reading(string canonical) => new(canonical, default);

    public static implicit operator Reading(RuleFault fault) => new(null, fault);
}
