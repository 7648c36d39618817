namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Gives_back_the_same_bytes()
    {
        var batch = Entries(Tea, 0, 3);
        await Succeeds(batch);
        var read = await Read(Tea);
        read.Select(static stored => stored.Entry.Line.ToArray()).ShouldBe(batch.Entries.Select(static entry => entry.Line.ToArray()));
        read.Select(static stored => stored.Entry.Leaf).ShouldBe(batch.Entries.Select(static entry => entry.Leaf));
        read.SelectMany(static stored => stored.Openings).ShouldBe(batch.Openings);
        (await Storage.Ledgers.HeadAsync(Tea, Patience)).ShouldBe(batch.Head);
    }

    [Fact]
    public async Task Gives_back_the_same_bytes_after_a_restart()
    {
        for (var i = 0; i < 10; i++) await Succeeds(Entries(Tea, i, 1));
        var (before, head) = (await Bytes(Storage, Tea), await Storage.Ledgers.HeadAsync(Tea, Patience));
        await ReopenAsync();
        (await Bytes(Storage, Tea)).ShouldBe(before);
        (await Storage.Ledgers.HeadAsync(Tea, Patience)).ShouldBe(head);
        await Succeeds(Entries(Tea, 10, 1));
    }

    [Fact]
    public async Task Takes_part_of_a_buffer_for_a_line()
    {
        var batch = Entries(Tea, 0, 1);
        var line = batch.Entries[0].Line.ToArray();
        byte[] buffer = [1, 2, .. line, 9];
        await Succeeds(batch with { Entries = [batch.Entries[0] with { Line = buffer.AsMemory(2, line.Length) }] });
        (await Read(Tea))[0].Entry.Line.ToArray().ShouldBe(line);
    }

    [Fact]
    public async Task Reads_a_long_ledger_from_anywhere()
    {
        await Succeeds(Entries(Tea, 0, 1234));
        (await Read(Tea)).Select(static stored => stored.Entry.N).ShouldBe(Enumerable.Range(0, 1234).Select(static n => (long)n));
        (await Read(Tea, 1200)).Count.ShouldBe(34);
        (await Read(Tea, 1234)).ShouldBeEmpty();
        (await Read(Tea, 9999)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Knows_nothing_of_a_ledger_that_is_not_there()
    {
        await Succeeds(Entries(Cake, 0, 1));
        (await Read(Tea)).ShouldBeEmpty();
        (await Storage.Ledgers.HeadAsync(Tea, Patience)).ShouldBeNull();
        (await Storage.Ledgers.BesideAsync(Tea, Patience)).Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_the_openings_that_are_still_there()
    {
        await Succeeds(Entries(Tea, 0, 2) with { Openings = [AnOpening(0, 1), AnOpening(0, 0), AnOpening(1, 0)] });
        await Succeeds(Nothing(Tea, 2) with { Wiped = [(0, 0), (1, 0), (9, 9)] });
        var read = await Read(Tea);
        read[0].Openings.ShouldBe([AnOpening(0, 1)]);
        read[1].Openings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_the_openings_of_an_entry_in_order()
    {
        await Succeeds(Entries(Tea, 0, 1) with { Openings = [AnOpening(0, 10), AnOpening(0, 2)] });
        (await Read(Tea))[0].Openings.Select(static opening => opening.I).ShouldBe([2, 10]);
    }
}
