using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>What rules come to for a number of members.</summary>
public class TheNumbersOfRules
{
    private static readonly Gen<Fraction> Shares = Gen.Select(Gen.Int[0, 100], Gen.Int[1, 100]).Where((part, whole) => part <= whole).Select((part, whole) => new Fraction(part, whole));

    [Fact]
    public void A_share_is_rounded_up_and_no_further() => Gen.Select(Shares, Gen.Long[0, 2_000_000]).Sample((share, roll) =>
    {
        var needed = new Quorum(QuorumKind.Participation, share).Needed(roll);
        (needed * share.Denominator >= share.Numerator * roll).ShouldBeTrue();
        (needed == 0 || (needed - 1) * share.Denominator < share.Numerator * roll).ShouldBeTrue();
    });

    [Fact]
    public void A_share_is_kept_reduced() => Gen.Select(Gen.Int[0, 100], Gen.Int[1, 100]).Where((part, whole) => part <= whole).Sample((part, whole) =>
    {
        var share = new Fraction(part, whole);
        (share.Numerator * whole).ShouldBe(part * share.Denominator);
        Fraction.Read(share.ToString()).ShouldBe(share);
        Fraction.Read($"{part * 7}/{whole * 7}").ShouldBe(share);
    });

    [Theory]
    [InlineData("participation 3/10", 40, 12)]
    [InlineData("participation 3/10", 41, 13)]
    [InlineData("approval 1/4", 9, 3)]
    [InlineData("none", 9, 0)]
    [InlineData("participation 1/2", 0, 0)]
    public void A_quorum(string words, long roll, long needed) => Quorum.Read(words)!.Needed(roll).ShouldBe(needed);

    [Fact]
    public void Abstaining_counts_for_taking_part_and_not_for_approval()
    {
        Quorum.Read("participation 3/10")!.Reached(4, 4, 4, 40).ShouldBeTrue();
        Quorum.Read("participation 3/10")!.Reached(4, 4, 3, 40).ShouldBeFalse();
        Quorum.Read("approval 3/10")!.Reached(11, 4, 20, 40).ShouldBeFalse();
        Quorum.Read("approval 3/10")!.Reached(12, 0, 0, 40).ShouldBeTrue();
        Quorum.None.Reached(0, 0, 0, 40).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 2, 2)]
    [InlineData(5, 3, 5)]
    [InlineData(60, 3, 6)]
    [InlineData(61, 4, 8)]
    [InlineData(1000, 50, 100)]
    public void Support(int active, int needed, int urgent)
    {
        Rules.Default.Support.Needed(active).ShouldBe(needed);
        Rules.Default.Support.Needed(active, Preset.Urgent).ShouldBe(urgent);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(30, 3)]
    [InlineData(31, 4)]
    [InlineData(1000, 100)]
    public void The_voices_one_may_carry(int roll, int most)
    {
        Rules.Default.Delegation.Cap(roll).ShouldBe(most);
        Rules.Default.With("delegation.cap", "none").Delegation.Cap(roll).ShouldBeNull();
        Rules.Default.With("delegation.cap", "7").Delegation.Cap(roll).ShouldBe(7);
    }

    [Fact]
    public void The_window_is_for_long_votes_and_delegation_only()
    {
        Rules.Default.Delegation.WindowOf(TimeSpan.FromHours(72)).ShouldBe(TimeSpan.FromHours(24));
        Rules.Default.Delegation.WindowOf(TimeSpan.FromHours(71)).ShouldBeNull();
        Rules.Default.With("delegation", "off").Delegation.WindowOf(TimeSpan.FromHours(72)).ShouldBeNull();
        Rules.Default.With("delegation.window", "off").Delegation.WindowOf(TimeSpan.FromHours(72)).ShouldBeNull();
    }

    [Fact]
    public void Direct_votes_and_answers()
    {
        Rules.Default.MinDirect.Needed(40).ShouldBe(3);
        Rules.Default.MinDirect.Needed(2).ShouldBe(2);
        Rules.Default.Consent.Needed(9).ShouldBe(5);
        Rules.Default.Consent.ShouldBe(new ConsentRule(new Fraction(1, 2), 3, new Majority.Qualified(new Fraction(2, 3))));
        Rules.Default.With("consent.fallback", "drop").Consent.Fallback.ShouldBeNull();
    }

    [Fact]
    public void The_lengths_of_each_preset()
    {
        Rules.Default.Durations.For(Preset.Standard).ShouldBe(new Durations(TimeSpan.FromDays(14), TimeSpan.FromDays(7), TimeSpan.FromHours(24), TimeSpan.FromDays(7)));
        Rules.Default.Durations.For(Preset.Urgent).ShouldBe(new Durations(TimeSpan.FromHours(24), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(48)));
        Rules.Default.Durations.For(Preset.Consent).ShouldBe(new Durations(TimeSpan.FromDays(14), TimeSpan.FromHours(48), TimeSpan.Zero, TimeSpan.FromHours(72)));
    }

    [Fact]
    public void What_a_collective_starts_with()
    {
        var rules = Rules.Default;
        (rules.PollsBy, rules.PollsLevel, rules.PollsEarlyClose, rules.ProposalsBy, rules.Level).ShouldBe((Who.Anyone, new LevelRule(0), true, Who.Member, new LevelRule(1)));
        (rules.ProposalsOpen, rules.OpenVotes, rules.Idle, rules.Mode, rules.RivalsMethod).ShouldBe((2, 3, TimeSpan.FromDays(180), Mode.Sealed, Method.Schulze));
        (rules.Quorum, rules.Majority).ShouldBe((new Quorum(QuorumKind.Participation, new Fraction(3, 10)), new Majority.Simple()));
        (rules.EarlyClose, rules.QuietEnding, rules.Pushes, rules.DirectMessages).ShouldBe((false, false, 3, 2));
        (rules.QuietHours, rules.Digest).ShouldBe((new QuietHours(22, 8), new Digest(DayOfWeek.Monday, new TimeOnly(9, 0))));
        (rules.Delegation.On, rules.Delegation.Lasts).ShouldBe((true, TimeSpan.FromDays(180)));
        rules.Change.ShouldBe(new ChangeRule(Preset.Standard, Mode.Sealed, new Quorum(QuorumKind.Participation, new Fraction(1, 2)), new Majority.Qualified(new Fraction(2, 3))));
    }

    [Fact]
    public void Levels_hold_what_is_asked_of_a_voter()
    {
        Rules.Default.With("level", "1 7d").Level.ShouldBe(new LevelRule(1, TimeSpan.FromDays(7), 2));
        Rules.Default.With("level", "2").Level.ShouldBe(new LevelRule(2, TimeSpan.Zero, 2));
        Rules.Default.With("level", "2 3").Level.ShouldBe(new LevelRule(2, TimeSpan.Zero, 3));
    }

    [Theory]
    [InlineData("22-8", new[] { 22, 23, 0, 7 }, new[] { 8, 12, 21 })]
    [InlineData("8-22", new[] { 8, 21 }, new[] { 22, 0, 7 })]
    public void Quiet_hours_may_go_over_midnight(string word, int[] quiet, int[] loud)
    {
        quiet.ShouldAllBe(hour => QuietHours.Read(word)!.Hold(hour));
        loud.ShouldAllBe(hour => !QuietHours.Read(word)!.Hold(hour));
    }

    /// <summary>A ledger that was founded before there was this rule.</summary>
    [Fact]
    public void A_rule_that_a_ledger_does_not_hold_is_as_it_is_at_first() => new Rules(Rules.Default.ByKey.Remove("quorum")).Quorum.ShouldBe(Rules.Default.Quorum);

    [Fact]
    public void A_value_that_no_bounds_let_in_is_a_bug() => Should.Throw<FormatException>(() => Rules.Default.With("quorum", "most of us").Quorum);
}
