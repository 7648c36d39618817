using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores;

public class AMajority
{
    [Theory]
    [InlineData("simple", 2, 1, 9, true)]
    [InlineData("simple", 1, 1, 9, false)]
    [InlineData("simple", 1, 2, 9, false)]
    [InlineData("2/3", 2, 1, 9, true)]
    [InlineData("2/3", 199, 100, 999, false)]
    [InlineData("2/3", 200, 100, 999, true)]
    [InlineData("4/5", 4, 1, 9, true)]
    [InlineData("4/5", 3, 1, 9, false)]
    [InlineData("absolute", 5, 0, 10, false)]
    [InlineData("absolute", 6, 4, 10, true)]
    [InlineData("absolute", 5, 4, 9, true)]
    [InlineData("unanimous", 1, 0, 9, true)]
    [InlineData("unanimous", 8, 1, 9, false)]
    [InlineData("consensus-2", 1, 2, 9, true)]
    [InlineData("consensus-2", 5, 3, 9, false)]
    [InlineData("consensus-2", 0, 2, 9, false)]
    public void Is_tested_in_whole_numbers(string word, long @for, long against, long roll, bool passes) =>
        Majority.Read(word)!.Passes(@for, against, roll).ShouldBe(passes);

    [Theory]
    [InlineData("simple")]
    [InlineData("2/3")]
    [InlineData("absolute")]
    [InlineData("unanimous")]
    [InlineData("consensus-3")]
    public void Never_passes_where_nobody_is_for_or_against(string word)
    {
        Majority.Read(word)!.Passes(0, 0, 12).ShouldBeFalse();
        Majority.Read(word)!.Passes(0, 0, 0).ShouldBeFalse();
    }

    [Fact]
    public void Is_never_lost_by_one_more_for()
    {
        var words = Gen.OneOf("simple", "3/5", "2/3", "3/4", "4/5", "absolute", "unanimous", "consensus-2");
        Gen.Select(words, Gen.Long[0, 1000], Gen.Long[0, 1000]).Sample((word, @for, against) =>
        {
            var majority = Majority.Read(word)!;
            var roll = @for + against + 10;
            (!majority.Passes(@for, against, roll) || majority.Passes(@for + 1, against, roll)).ShouldBeTrue();
            (!majority.Passes(@for, against + 1, roll) || majority.Passes(@for, against, roll)).ShouldBeTrue();
        });
    }

    [Fact]
    public void Of_a_share_is_what_the_share_says() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Long[0, 5000], Gen.Long[0, 5000]).Sample((p, more, @for, against) =>
        new Majority.Qualified(new Fraction(p, p + more)).Passes(@for, against, 10_000).ShouldBe(@for > 0 && (System.Numerics.BigInteger)@for * (p + more) >= (System.Numerics.BigInteger)p * (@for + against)));
}
