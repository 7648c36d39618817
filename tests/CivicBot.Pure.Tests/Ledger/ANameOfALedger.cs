using CivicBot.Ledger;

namespace CivicBot.Pure.Tests.Ledgers;

public class ANameOfALedger
{
    [Theory]
    [InlineData("civicbot.example", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Civic", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a+b", false)]
    [InlineData("ä", false)]
    public void Begins_with_a_plain_host(string? host, bool plain) => Origin.IsHost(host).ShouldBe(plain);

    [Fact]
    public void Has_a_host_of_at_most_64_characters()
    {
        Origin.IsHost(new string('a', 64)).ShouldBeTrue();
        Origin.IsHost(new string('a', 65)).ShouldBeFalse();
    }

    [Fact]
    public void Ends_in_26_characters_for_16_bytes()
    {
        var name = Origin.Compose("civicbot.example", [.. Enumerable.Range(0, 16).Select(static k => (byte)(k * 17))]);
        name.ShouldBe("civicbot.example/008J4CT4ANK7F24SNAXWSQFEZW");
        Origin.IsOrigin(name).ShouldBeTrue();
        Should.Throw<ArgumentException>(static () => Origin.Compose("A", new byte[16]));
        Should.Throw<ArgumentException>(static () => Origin.Compose("a", new byte[15]));
    }

    [Theory]
    [InlineData("civicbot.example/008J4CT4ANK7F24SNAXWSQFEZ")]
    [InlineData("civicbot.example/008J4CT4ANK7F24SNAXWSQFEZU")]
    [InlineData("civicbot.example008J4CT4ANK7F24SNAXWSQFEZW")]
    [InlineData("/008J4CT4ANK7F24SNAXWSQFEZW")]
    [InlineData("civicbot.example/008J4CT4ANK7F24SNAXWSQFEZW\n")]
    [InlineData(null)]
    public void Is_refused_in_any_other_form(string? origin) => Origin.IsOrigin(origin).ShouldBeFalse();

    [Fact]
    public void Leaves_room_for_a_short_code_of_an_entry()
    {
        Code.Of(Hash256.FromHex("ffffffffff" + new string('0', 54))).ShouldBe("ZZZZ-ZZZZ");
        Code.Of(Hash256.FromHex("0000000001" + new string('f', 54))).ShouldBe("0000-0001");
        Code.Of(KnownAnswers.Leaves[0]).ShouldBe("DRT0-Q77Z");
    }
}
