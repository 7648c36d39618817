using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>SEMANTICS 3.7.4. The answers were worked out with another SHA-256, in a few lines of Python.</summary>
public class ALot
{
    private static readonly byte[] Seed = Lot.Seed(Lot.Ties, "civicbot.example/5GGSXAE16WDDQMKCFE0ACXD4H8", "7", Hex("ab", 32), Hex("cd", 32), Hex("ef", 16));

    [Fact]
    public void Has_the_seed_that_anybody_can_work_out() => Convert.ToHexStringLower(Seed).ShouldBe("2599f468b0d0950a9632a6696b759b8b0d384cffc372a5c84996d3dbbf0376a2");

    [Fact]
    public void Draws_the_order_that_anybody_can_work_out() => Lot.Order(Seed, Enumerable.Range(1, 12)).ShouldBe([10, 6, 2, 4, 7, 8, 9, 12, 1, 3, 11, 5]);

    [Fact]
    public void Does_not_ask_in_which_order_it_is_given_them() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Shuffle(Enumerable.Range(1, 9).ToArray()))
            .Sample((seed, shuffled) => Lot.Order(seed, shuffled) == Lot.Order(seed, Enumerable.Range(1, 9)));

    /// <summary>Each step of a tie is the same lot: who is out of it does not change the order of the rest.</summary>
    [Fact]
    public void Draws_some_in_the_order_in_which_it_draws_all() =>
        Lot.Order(Seed, [2, 5, 9]).ShouldBe(Lot.Order(Seed, Enumerable.Range(1, 12)).Where(number => number is 2 or 5 or 9));

    [Fact]
    public void For_something_else_is_another() => Lot.Seed("civicbot/jury/v1", "a").ShouldNotBe(Lot.Seed(Lot.Ties, "a"));

    [Fact]
    public void Takes_no_line_that_is_two_and_no_seed_that_is_none()
    {
        Should.Throw<ArgumentException>(() => Lot.Seed(Lot.Ties, "a\nb"));
        Should.Throw<ArgumentException>(() => Lot.Order([1, 2, 3], [1]));
    }

    private static string Hex(string two, int times) => string.Concat(Enumerable.Repeat(two, times));
}
