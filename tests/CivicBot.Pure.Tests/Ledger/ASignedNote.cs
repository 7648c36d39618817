using System.Text;
using CivicBot.Ledger;
using static CivicBot.Pure.Tests.Ledgers.AVerifierKey;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

public class ASignedNote
{
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PeterLine = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string EnochLine = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private const string Both = Text + "\n" + PeterLine + EnochLine;

    private static readonly VerifierKey PeterKey = Key(Peter);
    private static readonly VerifierKey EnochKey = Key(Enoch);

    private static string? WhyNot(string note, params VerifierKey[] keys) =>
        SignedNote.TryParse(note, out var parsed, out var why) && parsed.TryOpen(keys, out _, out why) ? null : why;

    private static OpenedNote Opened(string note, params VerifierKey[] keys)
    {
        SignedNote.TryParse(note, out var parsed, out var why).ShouldBeTrue(why);
        parsed!.TryOpen(keys, out var opened, out why).ShouldBeTrue(why);
        return opened!;
    }

    [Fact]
    public void Prints_as_Go_prints_it()
    {
        Ed25519Signer.TryParse(PeterSecret, out var peter).ShouldBeTrue();
        SignedNote.Sign(Text, peter!, new Ed25519Signer("EnochRoot", new byte[32])).ToString().ShouldBe(Both);
    }

    [Fact]
    public void Is_opened_by_each_known_key()
    {
        Opened(Both, PeterKey, EnochKey).Verified.Keys.ShouldBe([PeterKey, EnochKey], ignoreOrder: true);
        Opened(Both, EnochKey).Unverified.ShouldHaveSingleItem().Line.ShouldBe(PeterLine);
        Opened(Both, PeterKey).Text.ShouldBe(Text);
    }

    [Fact]
    public void Of_C2SPs_example_is_opened() => Opened(
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
        Key(Example)).Verified.Count.ShouldBe(1);

    [Fact]
    public void Reads_back_from_bytes() =>
        (SignedNote.TryParse(Encoding.UTF8.GetBytes(Both), out var note, out _) ? note.ToString() : null).ShouldBe(Both);

    [Fact]
    public void May_have_blank_lines_in_its_text()
    {
        var note = SignedNote.Sign("a\n\nb\n\n\nc\n", Log).ToString();
        Opened(note, Log.Key).Text.ShouldBe("a\n\nb\n\n\nc\n");
    }

    [Fact]
    public void Keeps_one_of_the_lines_of_a_key()
    {
        Opened(Text + "\n" + PeterLine + PeterLine, PeterKey).Verified.Count.ShouldBe(1);
        Opened(Text + "\n" + PeterLine + EnochLine + EnochLine, PeterKey).Unverified.Count.ShouldBe(1);
        SignedNote.TryParse(Both, out var note, out _).ShouldBeTrue();
        note!.With(note.Signatures[0]).Signatures.Count.ShouldBe(2);
    }

    [Fact]
    public void Is_refused_by_a_bad_line_of_a_known_key_even_beside_a_good_one()
    {
        var bad = PeterLine.Replace("KE6RyyBwJnAM=", "KE6RyyBwJnBM=", StringComparison.Ordinal);
        WhyNot(Text + "\n" + bad, PeterKey).ShouldBe("invalid signature");
        WhyNot(Text + "\n" + bad + EnochLine, PeterKey, EnochKey).ShouldBe("invalid signature");
        WhyNot(Text + "\n" + PeterLine + bad, PeterKey).ShouldBe("invalid signature");
        WhyNot(Text + "\n" + bad + EnochLine, EnochKey).ShouldBeNull();
        WhyNot(Text.Replace("think", "thank", StringComparison.Ordinal) + "\n" + PeterLine, PeterKey).ShouldBe("invalid signature");
    }

    [Fact]
    public void Is_refused_without_a_known_key() => WhyNot(Both, Log.Key).ShouldBe("no signature of a known key");

    [Fact]
    public void Is_refused_when_two_known_keys_answer_to_one_line() =>
        WhyNot(Both, PeterKey, Key(Peter)).ShouldBe("ambiguous key");

    [Fact]
    public void Does_not_take_a_key_of_another_name_or_id_for_the_one_named()
    {
        var renamed = new VerifierKey("Bobby", PeterKey.Type, PeterKey.PublicKey);
        WhyNot(Text + "\n" + PeterLine, renamed).ShouldBe("no signature of a known key");
        WhyNot(Text + "\n" + PeterLine, new VerifierKey("PeterNeumann", SignatureType.Cosignature, PeterKey.PublicKey)).ShouldBe("no signature of a known key");
    }

    [Fact]
    public void Has_at_most_a_hundred_signatures()
    {
        static string Many(int count) => Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, count));
        WhyNot(Many(100), PeterKey).ShouldBeNull();
        WhyNot(Many(101), PeterKey).ShouldBe("too many signatures");
    }

    [Fact]
    public void Is_refused_without_its_final_newline() => WhyNot(Both[..^1], PeterKey).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData(Text)]
    [InlineData(Text + "\n")]
    [InlineData(Text + PeterLine)]
    [InlineData("\n" + PeterLine)]
    [InlineData("no newline" + "\n" + PeterLine)]
    [InlineData(Text + "\n" + PeterLine + "junk\n")]
    [InlineData(Text + "\n" + PeterLine + "\n")]
    [InlineData(Text + "\n" + PeterLine + "\n" + "— x\n")]
    [InlineData("\u0001" + Text + "\n" + PeterLine)]
    [InlineData("a\r\n\n" + PeterLine)]
    [InlineData("a\t\n\n" + PeterLine)]
    [InlineData(Text + "\n- PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")]
    [InlineData(Text + "\n—  PeterNeumann x08go/ZJkuBS9UG/SffcvIAQ\n")]
    [InlineData(Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQ\n")]
    [InlineData(Text + "\n— Bad+Name x08go/ZJkuBS9UG/SffcvIAQ\n")]
    [InlineData(Text + "\n—  x08go/ZJkuBS9UG/SffcvIAQ\n")]
    [InlineData(Text + "\n— PeterNeumann \n")]
    [InlineData(Text + "\n— PeterNeumann\n")]
    [InlineData(Text + "\n— PeterNeumann x08gow==\n")]
    [InlineData(Text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQ \n")]
    [InlineData(Text + "\n— PeterNeumann x08go/Z*kuBS\n")]
    public void Is_refused_when_malformed(string note) => SignedNote.TryParse(note, out _, out _).ShouldBeFalse();

    [Fact]
    public void Is_refused_with_half_a_character() => SignedNote.TryParse("\ud83d\n\n" + PeterLine, out _, out _).ShouldBeFalse();

    [Fact]
    public void Is_refused_with_a_byte_that_is_not_UTF8()
    {
        SignedNote.TryParse([0xff, .. Encoding.UTF8.GetBytes(Both)], out _, out var why).ShouldBeFalse();
        why.ShouldBe("not UTF-8");
    }

    [Fact]
    public void Is_never_made_of_a_text_that_could_not_be_read()
    {
        foreach (var text in new[] { "", "no newline", "bell \a\n", "\ud83d\n" })
            Should.Throw<ArgumentException>(() => SignedNote.Sign(text, Log));
        Should.Throw<ArgumentException>(static () => SignedNote.Sign("a\n"));
    }
}
