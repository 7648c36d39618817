using CivicBot.Ledger;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

public class AVerifierKey
{
    internal const string Peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    internal const string PeterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    internal const string Enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    internal const string Example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    [Theory]
    [InlineData(Peter)]
    [InlineData(Enoch)]
    [InlineData(Example)]
    [InlineData(LogKey)]
    [InlineData(WitnessKey)]
    public void Prints_as_it_was_read(string text) => Key(text).ToString().ShouldBe(text);

    [Fact]
    public void Comes_from_its_seed()
    {
        Log.Key.ShouldBe(Key(LogKey));
        Convert.ToHexStringLower(Log.Key.PublicKey).ShouldBe("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
        Log.PrivateText().ShouldBe(LogSecret);
        Witness.Key.ShouldBe(Key(WitnessKey));
        new Ed25519Signer("EnochRoot", new byte[32]).Key.ShouldBe(Key(Enoch));
    }

    [Fact]
    public void Comes_from_Gos_form_of_the_secret_key()
    {
        Ed25519Signer.TryParse(PeterSecret, out var signer).ShouldBeTrue();
        signer!.Key.ShouldBe(Key(Peter));
        signer.PrivateText().ShouldBe(PeterSecret);
    }

    [Theory]
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData(Peter + "\n")]
    [InlineData(null)]
    public void Is_refused_with_a_wrong_length_type_or_spelling(string? text) => VerifierKey.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(Peter)]
    [InlineData(WitnessKey)]
    public void Is_refused_in_part_and_with_any_character_changed(string text)
    {
        for (var start = 0; start < text.Length; start++)
            for (var end = start; end <= text.Length; end++)
                if (end - start < text.Length) VerifierKey.TryParse(text[start..end], out _).ShouldBeFalse(text[start..end]);
        foreach (var changed in OneCharacterOff(text)) VerifierKey.TryParse(changed, out _).ShouldBeFalse(changed);
    }

    [Fact]
    public void Has_a_secret_form_that_is_refused_with_any_character_changed_or_missing()
    {
        foreach (var changed in OneCharacterOff(PeterSecret)) Ed25519Signer.TryParse(changed, out _).ShouldBeFalse(changed);
        for (var end = 0; end < PeterSecret.Length; end++) Ed25519Signer.TryParse(PeterSecret[..end], out _).ShouldBeFalse();
        Ed25519Signer.TryParse(null, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bad Name")]
    [InlineData("bad+name")]
    [InlineData("bad\u00a0name")]
    [InlineData("bad\u2003name")]
    public void Needs_a_proper_name(string name) => Should.Throw<ArgumentException>(() => new Ed25519Signer(name, new byte[32]));

    [Fact]
    public void Needs_a_name_of_whole_characters() => Needs_a_proper_name("bad\ud83d");

    private static IEnumerable<string> OneCharacterOff(string text) =>
        Enumerable.Range(0, text.Length).Select(k => text[..k] + (char)(text[k] + 1) + text[(k + 1)..]);
}
