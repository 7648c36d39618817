using CivicBot.Ledger;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

public class AReceipt
{
    private static Receipt Parsed(string text)
    {
        Receipt.TryParse(text, out var receipt, out var why).ShouldBeTrue(why);
        return receipt!;
    }

    [Fact]
    public void Is_built_as_known() =>
        Receipt.Of(Leaves, 5, new Checkpoint(Name, 8, Root(8)), Checkpoint8Cosigned, Entries[5]).ToString().ShouldBe(Receipt5);

    [Fact]
    public void Reads_back_and_proves_its_entry()
    {
        var receipt = Parsed(Receipt5);
        receipt.ToString().ShouldBe(Receipt5);
        receipt.Extra!.Value.ToArray().ShouldBe(Entries[5]);
        receipt.TryVerify(Entries[5], [Log.Key, Witness.Key], out var under, out var why).ShouldBeTrue(why);
        under.ShouldBe(new Checkpoint(Name, 8, Root(8)));
        receipt.Verifies(Log.Key, Entries[5]).ShouldBeTrue();
    }

    [Fact]
    public void May_do_without_extra_and_without_a_path()
    {
        var head = new Checkpoint(Name, 1, Root(1));
        var receipt = Parsed(Receipt.Of(Leaves, 0, head, head.Sign(Log)).ToString());
        receipt.Extra.ShouldBeNull();
        receipt.Verifies(Log.Key, Entries[0]).ShouldBeTrue();
    }

    [Fact]
    public void Proves_no_other_entry_place_path_checkpoint_or_key()
    {
        var receipt = Parsed(Receipt5);
        receipt.Verifies(Log.Key, Entries[4]).ShouldBeFalse();
        (receipt with { Index = 4 }).Verifies(Log.Key, Entries[5]).ShouldBeFalse();
        (receipt with { Proof = [.. receipt.Proof.Skip(1)] }).Verifies(Log.Key, Entries[5]).ShouldBeFalse();
        (receipt with { CheckpointNote = Checkpoint6 }).Verifies(Log.Key, Entries[5]).ShouldBeFalse();
        (receipt with { CheckpointNote = Forged8 }).Verifies(Log.Key, Entries[5]).ShouldBeFalse();
        receipt.Verifies(Witness.Key, Entries[5]).ShouldBeFalse();
        receipt.Verifies(new Ed25519Signer(Name, new byte[32]).Key, Entries[5]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2")]
    [InlineData("index 5", "index 05")]
    [InlineData("index 5\n", "")]
    [InlineData("index 5\n", "index 5\n\n")]
    [InlineData("extra QEFCQw==", "extra QEFCQx==")]
    [InlineData("extra QEFCQw==\n", "extra QEFCQw==\nextra QEFCQw==\n")]
    [InlineData("extra QEFCQw==\nindex 5\n", "index 5\nextra QEFCQw==\n")]
    [InlineData("yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuB=")]
    [InlineData("yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=", "AAAA")]
    [InlineData("\n\nciv", "\nciv")]
    [InlineData("index 5\n", "index 5\r\n")]
    public void Is_refused_in_any_other_form(string was, string becomes)
    {
        Receipt.TryParse(Receipt5.Replace(was, becomes, StringComparison.Ordinal), out _, out var why).ShouldBeFalse();
        why.ShouldNotBeNull();
    }

    [Fact]
    public void Is_refused_with_a_longer_path_than_any_tree_has()
    {
        var text = new Receipt(5, [.. Enumerable.Repeat(Root(8), 64)], Checkpoint8).ToString();
        Receipt.TryParse(text, out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Is_refused_when_cut_short_anywhere()
    {
        var end = Receipt5.IndexOf("— witness", StringComparison.Ordinal);
        for (var length = 0; length < Receipt5.Length; length++)
            if (length != end) Receipt.TryParse(Receipt5[..length], out _, out _).ShouldBeFalse(Receipt5[..length]);
    }
}
