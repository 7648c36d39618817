using CivicBot.Ledger;

namespace CivicBot.Pure.Tests.Ledgers;

public class AHash
{
    private const string Hex = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private const string Base64 = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";

    [Fact]
    public void Is_its_bytes()
    {
        var hash = Hash256.FromHex(Hex);
        hash.ShouldBe(Hash256.FromBase64(Base64));
        hash.GetHashCode().ShouldBe(Hash256.FromBase64(Base64).GetHashCode());
        hash.ShouldNotBe(default);
        hash.ToHex().ShouldBe(Hex);
        hash.ToBase64().ShouldBe(Base64);
        hash.ToArray().ShouldBe(Convert.FromHexString(Hex));
        new Hash256(hash.Span).ShouldBe(hash);
    }

    [Fact]
    public void Is_refused_in_any_other_spelling()
    {
        foreach (var text in new[] { Hex.ToUpperInvariant(), Hex[1..], Hex + "00", "", null }) Hash256.TryParseHex(text, out _).ShouldBeFalse();
        foreach (var text in new[] { Base64[..^1], Base64 + "\n", Base64.Replace("B0=", "B1=", StringComparison.Ordinal), "AAAA", "", null })
            Hash256.TryParseBase64(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(static () => Hash256.FromHex("00"));
        Should.Throw<ArgumentException>(static () => new Hash256(new byte[31]));
    }
}
