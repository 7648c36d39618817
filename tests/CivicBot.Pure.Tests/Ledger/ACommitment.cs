using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Ledger;

namespace CivicBot.Pure.Tests.Ledgers;

public class ACommitment
{
    private const string Leaf =
        """{"c":"0HnVJeg1kO6Siqrmr/3QQX2DJfsOg125a8RxlTTmraE=","m":"VSWL31g6kyb+vTIqgXC7","n":4,"p":"p1","t":"ballot","ts":"2026-11-23T10:04:00Z","v":1}""";

    private const string Payload = """{"choice":"yes","m":"VSWL31g6kyb+vTIqgXC7","p":"p1","v":1}""";
    private const string Salt = "iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po=";
    private const string Known = "0HnVJeg1kO6Siqrmr/3QQX2DJfsOg125a8RxlTTmraE=";

    [Fact]
    public void Is_the_known_one_for_the_known_payload_and_salt() =>
        Commitment.Of(Convert.FromBase64String(Salt), Payload).ShouldBe(Known);

    [Fact]
    public void Stands_in_its_entry_of_141_bytes()
    {
        var line = Encoding.UTF8.GetBytes(Leaf);
        line.Length.ShouldBe(141);
        CanonicalJson.TryRead(line, out var entry, out _).ShouldBeTrue();
        entry!["c"]!.GetValue<string>().ShouldBe(Known);
        entry["n"]!.GetValue<int>().ShouldBe(4);
        CanonicalJson.Write(new JsonObject
        {
            ["v"] = 1, ["ts"] = "2026-11-23T10:04:00Z", ["t"] = "ballot", ["p"] = "p1", ["n"] = 4L, ["m"] = "VSWL31g6kyb+vTIqgXC7", ["c"] = Known,
        }).ShouldBe(line);
    }

    [Fact]
    public void Is_opened_by_its_own_payload_and_salt_only()
    {
        var opening = new Opening(4, 0, Payload, Salt);
        opening.Opens(Known).ShouldBeTrue();
        (opening with { Payload = Payload.Replace("yes", "no!", StringComparison.Ordinal) }).Opens(Known).ShouldBeFalse();
        (opening with { Salt = "j" + Salt[1..] }).Opens(Known).ShouldBeFalse();
        (opening with { Salt = Salt + "\n" }).Opens(Known).ShouldBeFalse();
        (opening with { Salt = "AAAA" }).Opens(Known).ShouldBeFalse();
        (opening with { Payload = "\ud83d" }).Opens(Known).ShouldBeFalse();
        opening.Opens(Known[..^1]).ShouldBeFalse();
    }

    [Fact]
    public void Wants_a_salt_of_32_bytes() => Should.Throw<ArgumentException>(static () => Commitment.Of(new byte[31], ""));

    [Fact]
    public void Has_an_opening_line_that_reads_back()
    {
        var opening = new Opening(14, 0, Payload, Salt);
        var line = opening.Write();
        Encoding.UTF8.GetString(line).ShouldBe(
            """{"i":0,"n":14,"payload":"{\"choice\":\"yes\",\"m\":\"VSWL31g6kyb+vTIqgXC7\",\"p\":\"p1\",\"v\":1}","salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""");
        Opening.TryRead(line, out var read, out _).ShouldBeTrue();
        read.ShouldBe(opening);
    }

    [Theory]
    [InlineData("""{"i":0,"n":14,"payload":"x"}""")]
    [InlineData("""{"i":0,"n":14,"payload":"x","salt":"AAAA"}""")]
    [InlineData("""{"i":0,"n":14,"payload":1,"salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""")]
    [InlineData("""{"i":-1,"n":14,"payload":"x","salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""")]
    [InlineData("""{"i":"0","n":14,"payload":"x","salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""")]
    [InlineData("""{"a":1,"i":0,"n":14,"payload":"x","salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""")]
    [InlineData("""{"n":14,"i":0,"payload":"x","salt":"iSSTHPL3jdSoaVeonNTiVeJGrZSChfBiNeSbxujo7Po="}""")]
    public void Is_not_opened_by_a_line_of_another_form(string line)
    {
        Opening.TryRead(Encoding.UTF8.GetBytes(line), out _, out var why).ShouldBeFalse();
        why.ShouldNotBeNull();
    }
}
