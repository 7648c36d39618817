using CivicBot.Adapters.Matrix.Receiving;

namespace CivicBot.Adapters.Tests.Matrix;

public class TypedLines
{
    [Theory]
    [InlineData("!vote 1 a", "vote 1 a", true)]
    [InlineData("CivicBot: vote 1 a", "vote 1 a", true)]
    [InlineData("civicbot vote 1 a", "vote 1 a", true)]
    [InlineData("@civicbot:hs: !vote 1 a", "vote 1 a", true)]
    [InlineData("@CivicBot vote", "vote", true)]
    [InlineData("[CivicBot](https://matrix.to/#/@civicbot:hs): vote", "vote", true)]
    [InlineData("[CivicBot](https://matrix.to/#/%40civicbot%3Ahs) vote", "vote", true)]
    [InlineData("[CivicBot](https://matrix.to/#/@eve:hs) vote", "[CivicBot](https://matrix.to/#/@eve:hs) vote", false)]
    [InlineData("CivicBots are fine", "CivicBots are fine", false)]
    [InlineData("CivicBot", "", true)]
    [InlineData("!!! wow", "!!! wow", false)]
    [InlineData("! no", "! no", false)]
    [InlineData("hello !vote", "hello !vote", false)]
    [InlineData("!\u2068vote 1 Café\u2069", "vote 1 Café", true)]
    [InlineData("!poll \"Tea?\"\nyes\nno", "poll \"Tea?\"\nyes\nno", true)]
    public void Are_read_without_the_ways_of_addressing_us(string body, string text, bool command) =>
        TypedLine.Read(body, false, false, "@civicbot:hs", "CivicBot").ShouldBe(new TypedLine(text, command));

    [Theory]
    [InlineData("!private", "en")]
    [InlineData("!PRIVÉ", "fr")]
    [InlineData("!prive\u0301 please", "fr")]
    [InlineData("CivicBot: prive", "fr")]
    [InlineData("private", null)]
    [InlineData("!privateer", null)]
    public void May_ask_for_privacy(string body, string? language) =>
        TypedLine.Read(body, false, false, "@civicbot:hs", "CivicBot").AsksForPrivacy().ShouldBe(language);

    [Fact]
    public void A_quote_of_ones_own_stays() => TypedLine.Read("> said\n!vote", true, false, "x").Text.ShouldBe("> said\n!vote");
}
