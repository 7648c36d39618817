using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Ledger;
using CsCheck;

namespace CivicBot.Pure.Tests.Ledgers;

public class CanonicalLines
{
    private static string Written(JsonNode? node) => Encoding.UTF8.GetString(CanonicalJson.Write(node));

    private static bool IsRead(string line) => CanonicalJson.TryRead(Encoding.UTF8.GetBytes(line), out _, out _);

    [Fact]
    public void Sort_their_keys_and_keep_the_order_of_arrays() =>
        Written(new JsonObject { ["ts"] = "t", ["t"] = true, ["a"] = new JsonArray(3, 1L, false), ["B"] = new JsonObject() })
            .ShouldBe("""{"B":{},"a":[3,1,false],"t":true,"ts":"t"}""");

    [Theory]
    [InlineData("🗳")]
    [InlineData("\u00a0")]
    [InlineData("\u2028")]
    [InlineData("\ue000")]
    [InlineData("\u007f")]
    [InlineData("\uffff")]
    [InlineData("<>&'+/é")]
    public void Write_hard_characters_raw(string text)
    {
        Written(new JsonArray(text)).ShouldBe($"[\"{text}\"]");
        IsRead($"{{\"a\":\"{text}\"}}").ShouldBeTrue();
    }

    [Fact]
    public void Escape_quotes_backslashes_and_control_characters_only() =>
        Written(new JsonArray("\" \\ \b \f \n \r \t \0 \u000b \u001f")).ShouldBe(
            """["\" \\ \b \f \n \r \t \u0000 \u000b \u001f"]""");

    [Fact]
    public void Come_back_as_they_were_written() =>
        Gen.Select(Gen.String, Gen.Long[-CanonicalJson.MaxInteger, CanonicalJson.MaxInteger], Gen.Bool).Sample(static (text, number, flag) =>
        {
            var whole = new string([.. text.Where(static c => !char.IsSurrogate(c))]);
            var line = CanonicalJson.Write(new JsonObject { ["s"] = whole, ["n"] = number, ["b"] = flag, ["l"] = new JsonArray(whole, number) });
            return CanonicalJson.TryRead(line, out var read, out _)
                && read["s"]!.GetValue<string>() == whole && read["n"]!.GetValue<long>() == number && read["b"]!.GetValue<bool>() == flag
                && CanonicalJson.Write(read).AsSpan().SequenceEqual(line);
        });

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"b":1,"a":1}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a":1} """)]
    [InlineData("{\"a\":1}\n")]
    [InlineData("{\"a\":1}\r")]
    [InlineData("\ufeff{\"a\":1}")]
    [InlineData("""{"a":1e0}""")]
    [InlineData("""{"a":1.0}""")]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":-0}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":9007199254740992}""")]
    [InlineData("""{"a":-9007199254740992}""")]
    [InlineData("""{"a":99999999999999999999}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"é":1}""")]
    [InlineData("""{"a":"\u0041"}""")]
    [InlineData("""{"a":"\/"}""")]
    [InlineData("""{"a":"\u001F"}""")]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":"\ud83d\uddf3"}""")]
    [InlineData("""{"a":1}{"a":1}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1}//""")]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("")]
    public void Are_refused_in_any_other_spelling(string line) => IsRead(line).ShouldBeFalse();

    [Fact]
    public void Are_refused_when_they_are_not_UTF8()
    {
        CanonicalJson.TryRead([.. "{\"a\":\""u8, 0xff, .. "\"}"u8], out _, out var why).ShouldBeFalse();
        CanonicalJson.TryRead([.. "{\"a\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8], out _, out _).ShouldBeFalse();
        why.ShouldBe("not canonical");
    }

    [Fact]
    public void Cannot_say_floats_null_half_characters_or_keys_that_are_not_ASCII()
    {
        foreach (var node in new JsonNode?[]
        {
            null, 1.0, 1.5m, CanonicalJson.MaxInteger + 1, ulong.MaxValue, "\ud83d", new JsonObject { ["é"] = 1 }, new JsonObject { ["a"] = null }, new JsonArray((JsonNode?)null),
        })
            Should.Throw<ArgumentException>(() => CanonicalJson.Write(node));
    }

    [Fact]
    public void Nest_sixteen_deep_and_no_deeper()
    {
        IsRead(string.Concat(Enumerable.Repeat("{\"a\":", 15)) + "{}" + new string('}', 15)).ShouldBeTrue();
        IsRead(string.Concat(Enumerable.Repeat("{\"a\":", 16)) + "{}" + new string('}', 16)).ShouldBeFalse();
        JsonNode deep = new JsonObject();
        for (var k = 0; k < 16; k++) deep = new JsonArray(deep);
        Should.Throw<ArgumentException>(() => CanonicalJson.Write(deep));
    }

    [Fact]
    public void Fit_into_a_tile()
    {
        static string Line(int bytes) => $"{{\"a\":\"{new string('x', bytes - 8)}\"}}";
        IsRead(Line(CanonicalJson.MaxEntryBytes)).ShouldBeTrue();
        IsRead(Line(CanonicalJson.MaxEntryBytes + 1)).ShouldBeFalse();
    }
}
