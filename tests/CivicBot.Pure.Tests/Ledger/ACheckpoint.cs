using CivicBot.Ledger;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

public class ACheckpoint
{
    private static string? WhyNot(string note, params VerifierKey[] keys) => Checkpoint.TryOpen(note, keys, out _, out _, out var why) ? null : why;

    private static string Resigned(string text) => SignedNote.Sign(text, Log).ToString();

    [Theory]
    [InlineData(8, Checkpoint8)]
    [InlineData(6, Checkpoint6)]
    [InlineData(0, Checkpoint0)]
    public void Signs_to_the_known_note_and_opens_again(int size, string note)
    {
        var head = new Checkpoint(Name, size, Root(size));
        head.Sign(Log).ShouldBe(note);
        Checkpoint.TryOpen(note, Log.Key, out var opened, out var why).ShouldBeTrue(why);
        opened.ShouldBe(head);
    }

    [Fact]
    public void Of_a_fork_is_validly_signed_and_differs_at_the_same_size()
    {
        Checkpoint.TryOpen(Forged8, Log.Key, out var forged, out _).ShouldBeTrue();
        forged!.Size.ShouldBe(8);
        forged.Root.ShouldNotBe(Root(8));
        forged.Root.ShouldBe(MerkleTree.Root([.. Leaves[..7], MerkleTree.LeafHash("forged"u8)]));
    }

    [Fact]
    public void Is_cosigned_as_known()
    {
        SignedNote.TryParse(Checkpoint8, out var note, out _).ShouldBeTrue();
        note!.With(Witness.Cosign(note.Text, 1679315147)).ToString().ShouldBe(Checkpoint8Cosigned);
        Checkpoint.TryOpen(Checkpoint8Cosigned, [Log.Key, Witness.Key], out _, out var opened, out var why).ShouldBeTrue(why);
        Cosigner.TimeOf(opened!.Verified[Witness.Key]).ShouldBe(1679315147);
        Cosigner.TimeOf(opened.Verified[Log.Key]).ShouldBeNull();
    }

    [Fact]
    public void Is_refused_when_its_cosignature_is_of_another_size_or_time()
    {
        SignedNote.TryParse(Checkpoint6, out var six, out _).ShouldBeTrue();
        var replayed = six!.With(Witness.Cosign(new Checkpoint(Name, 8, Root(8)).Text, 1679315147)).ToString();
        WhyNot(replayed, Log.Key, Witness.Key).ShouldBe("invalid signature");
        WhyNot(replayed, Log.Key).ShouldBeNull();
        WhyNot(Checkpoint8Cosigned.Replace("AAAABkGFDL", "AAAABkGFDM", StringComparison.Ordinal), Log.Key, Witness.Key).ShouldBe("invalid signature");
    }

    [Fact]
    public void Is_refused_when_only_a_witness_signed_it() => WhyNot(Checkpoint8Cosigned, Witness.Key).ShouldBe("not signed by its ledger");

    [Fact]
    public void Is_refused_when_another_ledger_signed_it()
    {
        var other = new Ed25519Signer("civicbot.example/other", new byte[32]);
        WhyNot(new Checkpoint(Name, 8, Root(8)).Sign(other), other.Key).ShouldBe("not signed by its ledger");
    }

    [Fact]
    public void Is_no_promise_and_no_change_of_key()
    {
        WhyNot(Resigned($"civicbot/promise/v1\n{Name}\n7\n{Root(8).ToBase64()}\n"), Log.Key).ShouldNotBeNull();
        WhyNot(Resigned($"civicbot/key/v1\n{Name}\n8\n{LogKey}\n"), Log.Key).ShouldNotBeNull();
        WhyNot(Resigned($"civicbot/promise/v1\n7\n{Root(8).ToBase64()}\n"), Log.Key).ShouldBe("not signed by its ledger");
    }

    [Fact]
    public void Reads_Gos_tree_text() =>
        (Checkpoint.TryParse("go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n", out var read, out _) ? read : null)
            .ShouldBe(new Checkpoint("go.sum database tree", 123456789012, MerkleTree.LeafHash("hello world"u8)));

    [Theory]
    [InlineData("o\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n+8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n-8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n 8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n٨\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n9223372036854775808\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7Zoqudgjqt\n")]
    [InlineData("o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\nextension\n")]
    [InlineData("o\n0\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("o\n8\n")]
    [InlineData("")]
    public void Is_refused_in_any_other_form(string text)
    {
        Checkpoint.TryParse(text, out _, out var why).ShouldBeFalse();
        why.ShouldNotBeNull();
    }
}
