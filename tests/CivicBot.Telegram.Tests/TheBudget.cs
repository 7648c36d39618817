using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Chat;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Telegram.Tests;

public class TheBudget
{
    private readonly FakeTimeProvider _time = new();
    private readonly Budget _budget;

    public TheBudget() => _budget = new Budget(_time);

    [Fact]
    public void Of_a_group_is_twenty_in_any_minute()
    {
        for (var n = 0; n < 20; n++) _budget.Take(-1, Purpose.Answer).ShouldBeNull();
        _budget.Take(-1, Purpose.Result).ShouldBe(TimeSpan.FromSeconds(61));
        _budget.Take(-2, Purpose.Result).ShouldBeNull(); // another group has its own
        _time.Advance(TimeSpan.FromSeconds(61));
        _budget.Take(-1, Purpose.Result).ShouldBeNull();
    }

    [Fact]
    public void Of_cards_leaves_something_for_the_rest()
    {
        for (var n = 0; n < 12; n++) _budget.Take(-1, Purpose.Card).ShouldBeNull();
        _budget.Take(-1, Purpose.Card).ShouldNotBeNull();
        for (var n = 0; n < 8; n++) _budget.Take(-1, Purpose.Result).ShouldBeNull();
        _budget.Take(-1, Purpose.Result).ShouldNotBeNull();
    }

    [Fact]
    public void Of_all_together_is_thirty_in_any_second()
    {
        for (var n = 1; n <= 30; n++) _budget.Take(n, Purpose.Message).ShouldBeNull();
        _budget.Take(31, Purpose.Message).ShouldBe(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        _budget.Take(31, Purpose.Message).ShouldBeNull();
    }

    [Fact]
    public void Is_closed_while_the_platform_says_so()
    {
        _budget.Close(-1, TimeSpan.FromSeconds(9));
        _budget.Take(-1, Purpose.Result).ShouldBe(TimeSpan.FromSeconds(9));
        _budget.Take(1, Purpose.Result).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(9));
        _budget.Take(-1, Purpose.Result).ShouldBeNull();
    }
}
