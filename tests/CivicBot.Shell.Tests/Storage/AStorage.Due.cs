using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Finds_what_is_due_the_earliest_first()
    {
        await Succeeds(Nothing(Tea) with { Due = [new Due("7/close", Noon.AddHours(2)), new Due("8/close", Noon.AddHours(9))] });
        await Succeeds(Nothing(Cake) with { Due = [new Due("1/close", Noon.AddHours(1).ToOffset(TimeSpan.FromHours(5)))] });
        (await Storage.Directory.NextDueAsync(Patience)).ShouldBe(Noon.AddHours(1));
        (await Storage.Directory.DueAsync(Noon.AddHours(2).AddTicks(-1), 10, Patience)).ShouldHaveSingleItem();
        var due = await Storage.Directory.DueAsync(Noon.AddHours(2), 10, Patience);
        due.ShouldBe([new DueRow(Cake, "1/close", Noon.AddHours(1)), new DueRow(Tea, "7/close", Noon.AddHours(2))]);
        (await Storage.Directory.DueAsync(Noon.AddHours(2), 1, Patience)).ShouldHaveSingleItem().Collective.ShouldBe(Cake);
    }

    [Fact]
    public async Task Finds_nothing_due_that_was_done_or_put_off()
    {
        await Succeeds(Nothing(Tea) with { Due = [new Due("7/close", Noon), new Due("8/close", Noon)] });
        await Succeeds(Nothing(Tea) with { Due = [new Due("7/close", null), new Due("8/close", Noon.AddDays(1)), new Due("9/close", null)] });
        await ReopenAsync();
        (await Storage.Directory.DueAsync(Noon, 10, Patience)).ShouldBeEmpty();
        (await Storage.Directory.NextDueAsync(Patience)).ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public async Task Has_no_next_moment_when_nothing_is_due() => (await Storage.Directory.NextDueAsync(Patience)).ShouldBeNull();
}
