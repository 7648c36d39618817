using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Knows_in_a_collective_what_was_handled_in_the_lobby_before_it_was_founded()
    {
        await Succeeds(Nothing(CollectiveId.Lobby, 0) with { Seen = ["early"] });
        (await Storage.Ledgers.SeenAsync(Tea, ["early", "late"], Patience)).ShouldBe(["early"]);
    }

    [Fact]
    public async Task Appends_at_the_end()
    {
        await Succeeds(Entries(Tea, 0, 2));
        await Succeeds(Entries(Tea, 2, 3));
        (await Read(Tea)).Select(static stored => stored.Entry.N).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Appends_nowhere_else(long expected)
    {
        await Succeeds(Entries(Tea, 0, 2));
        await IsStale(Entries(Tea, expected, 1, "new"));
        (await Read(Tea)).Count.ShouldBe(2);
        (await Storage.Ledgers.SeenAsync(Tea, ["new"], Patience)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Holds_a_batch_without_entries_to_the_size_too()
    {
        await Succeeds(Entries(Tea, 0, 2));
        await IsStale(Nothing(Tea, 1) with { Outbox = [Reply("a")] });
        await Succeeds(Nothing(Tea, 2) with { Outbox = [Reply("b")] });
        (await Pending()).Select(static row => row.Owed.Slot).ShouldBe(["b"]);
        (await Storage.Ledgers.HeadAsync(Tea, Patience))!.Size.ShouldBe(2);
    }

    [Fact]
    public async Task Lets_one_of_two_writers_win()
    {
        for (var size = 0; size < 20; size++)
        {
            var both = await Task.WhenAll(
                Task.Run(() => Storage.Ledgers.AppendAsync(Entries(Tea, size, 1, $"a{size}"), Patience)),
                Task.Run(() => Storage.Ledgers.AppendAsync(Entries(Tea, size, 1, $"b{size}"), Patience)));
            both.ShouldBe([Appended.Durable, Appended.Stale], ignoreOrder: true);
        }

        (await Read(Tea)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Takes_an_event_once()
    {
        await Succeeds(Entries(Tea, 0, 1, "vote"));
        await IsStale(Entries(Tea, 1, 1, "other", "vote"));
        (await Storage.Ledgers.SeenAsync(Tea, ["vote", "other"], Patience)).ShouldBe(["vote"]);
        await Succeeds(Entries(Cake, 0, 1, "vote"));
        (await Read(Tea)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Takes_an_event_once_when_two_writers_have_it()
    {
        var both = await Task.WhenAll(
            Task.Run(() => Storage.Ledgers.AppendAsync(Nothing(Tea) with { Seen = ["vote"] }, Patience)),
            Task.Run(() => Storage.Ledgers.AppendAsync(Nothing(Tea) with { Seen = ["vote"] }, Patience)));
        both.ShouldBe([Appended.Durable, Appended.Stale], ignoreOrder: true);
    }

    [Fact]
    public async Task Takes_a_key_that_is_named_twice_in_one_batch() => await Succeeds(Entries(Tea, 0, 1, "vote", "vote"));

    [Fact]
    public async Task Forgets_event_keys_after_thirty_days()
    {
        await Succeeds(Entries(Tea, 0, 1, "old"));
        await Succeeds(Nothing(Tea, 1) with { Seen = ["young"], At = Noon.AddDays(20) });
        await ReopenAsync();
        await Succeeds(Nothing(Tea, 1) with { At = Noon.AddDays(31) });
        (await Storage.Ledgers.SeenAsync(Tea, ["old", "young"], Patience)).ShouldBe(["young"]);
    }

    [Fact]
    public async Task Writes_the_good_ones_of_a_group()
    {
        await Succeeds(Entries(Tea, 0, 1));
        var group = Enumerable.Range(0, 50).Select(i => i switch
        {
            10 => Entries(Tea, 0, 1), // stale
            20 => Entries(new CollectiveId("c20"), 0, 1) with { Openings = [AnOpening(0, 0), AnOpening(0, 0)] }, // impossible
            _ => Entries(new CollectiveId($"c{i}"), 0, 1),
        }).Select(batch => Storage.Ledgers.AppendAsync(batch, Patience)).ToList();

        for (var i = 0; i < group.Count; i++)
        {
            if (i == 20) await Should.ThrowAsync<Exception>(group[i]);
            else (await group[i]).ShouldBe(i == 10 ? Appended.Stale : Appended.Durable);
        }

        (await Storage.Directory.AllAsync(Patience).CountAsync(Patience)).ShouldBe(49);
        (await Read(new CollectiveId("c20"))).ShouldBeEmpty();
        (await Read(new CollectiveId("c21"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tells_a_reader_what_became_of_a_batch_whose_answer_was_lost()
    {
        await fixture.AppendUnheardAsync(Storage, Entries(Tea, 0, 1, "vote"));
        (await Read(Tea)).Count.ShouldBe(1);
        (await Storage.Ledgers.SeenAsync(Tea, ["vote"], Patience)).ShouldBe(["vote"]);
        await IsStale(Entries(Tea, 0, 1, "vote"));
    }

    [Fact]
    public async Task Refuses_a_batch_that_contradicts_itself()
    {
        await Should.ThrowAsync<ArgumentException>(() => Storage.Ledgers.AppendAsync(Entries(Tea, 0, 1) with { Head = null }, Patience));
        await Should.ThrowAsync<ArgumentException>(() => Storage.Ledgers.AppendAsync(Entries(Tea, 1, 1) with { Expected = 0 }, Patience));
        await Succeeds(Entries(Tea, 0, 1));
    }
}
