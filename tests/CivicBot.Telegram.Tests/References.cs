using CivicBot.Adapters.Telegram;

namespace CivicBot.Telegram.Tests;

public class References
{
    [Theory]
    [InlineData("ours/-1001/7")]
    [InlineData("line/-1001/7")]
    [InlineData("reply/-1001/7")]
    [InlineData("whisper/1700000000/3")]
    [InlineData("click/1700000000/44000/1")]
    public void Are_read_as_they_were_written(string text) => Reference.Read(text)!.ToString().ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$matrix:event")]
    [InlineData("ours/x/7")]
    [InlineData("ours/7")]
    public void Of_others_are_none(string? text) => Reference.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("telegram:-1001", -1001L, null)]
    [InlineData("telegram:-1001/7", -1001L, 7)]
    [InlineData("telegram:4711", 4711L, null)]
    public void To_rooms_are_read_as_they_were_written(string key, long chat, int? topic)
    {
        Names.Read(key).ShouldBe(new Spot(chat, topic));
        Names.Key(new Spot(chat, topic)).ShouldBe(key);
    }

    [Theory]
    [InlineData("matrix:!x:hs")]
    [InlineData("telegram:")]
    [InlineData("telegram:1/2/3")]
    [InlineData("telegram:1/-2")]
    public void To_rooms_of_others_are_none(string key) => Names.Read(key).ShouldBeNull();
}
