using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Ledger;

/// <summary>Prints one value straight into UTF-8, since every entry passes here before it is hashed.</summary>
internal sealed class CanonicalPrinter
{
    private static readonly SearchValues<char> MustEscape = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private readonly ArrayBufferWriter<byte> _line = new(512);

    public byte[] Written => _line.WrittenSpan.ToArray();

    public void Value(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members: Object(members, depth); break;
            case JsonArray items: Array(items, depth); break;
            case JsonValue value: Scalar(value); break;
            default: throw new ArgumentException("there is no null: an absent field is left out");
        }
    }

    private void Object(JsonObject members, int depth)
    {
        CheckDepth(depth);
        var sorted = new KeyValuePair<string, JsonNode?>[members.Count];
        ((ICollection<KeyValuePair<string, JsonNode?>>)members).CopyTo(sorted, 0);
        System.Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        Byte('{');
        for (var k = 0; k < sorted.Length; k++)
        {
            if (k > 0) Byte(',');
            // Ordinal order is the RFC's order of UTF-16 units anyway; ASCII keeps it true in languages that sort by code point.
            if (!Ascii.IsValid(sorted[k].Key)) throw new ArgumentException("a key is ASCII");
            String(sorted[k].Key);
            Byte(':');
            Value(sorted[k].Value, depth + 1);
        }
        Byte('}');
    }

    private void Array(JsonArray items, int depth)
    {
        CheckDepth(depth);
        Byte('[');
        for (var k = 0; k < items.Count; k++)
        {
            if (k > 0) Byte(',');
            Value(items[k], depth + 1);
        }
        Byte(']');
    }

    private void Scalar(JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String when value.TryGetValue(out string? text): String(text); break;
            case JsonValueKind.String when value.TryGetValue(out char one): String(one.ToString()); break;
            case JsonValueKind.Number when TryGetWhole(value, out var number): Integer(number); break;
            case JsonValueKind.True: _line.Write("true"u8); break;
            case JsonValueKind.False: _line.Write("false"u8); break;
            default: throw new ArgumentException("only strings, whole numbers, true and false");
        }
    }

    // A JsonValue made in code yields only the very type it was made of.
    private static bool TryGetWhole(JsonValue value, out long number)
    {
        if (value.TryGetValue(out number)) return true;
        number = value.TryGetValue(out int i) ? i
            : value.TryGetValue(out uint u) ? u
            : value.TryGetValue(out short s) ? s
            : value.TryGetValue(out byte b) ? b
            : long.MinValue;
        return number != long.MinValue;
    }

    private void Integer(long number)
    {
        if (number is > CanonicalJson.MaxInteger or < -CanonicalJson.MaxInteger) throw new ArgumentException("beyond ±(2^53 − 1)");
        Utf8Formatter.TryFormat(number, _line.GetSpan(20), out var written);
        _line.Advance(written);
    }

    private void String(ReadOnlySpan<char> text)
    {
        Byte('"');
        for (var at = text.IndexOfAny(MustEscape); at >= 0; at = text.IndexOfAny(MustEscape))
        {
            Raw(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }
        Raw(text);
        Byte('"');
    }

    private void Raw(ReadOnlySpan<char> text) => _line.Advance(Utf8Text.Strict.GetBytes(text, _line.GetSpan(text.Length * 3 + 1)));

    private void Escape(char c)
    {
        Byte('\\');
        var letter = c switch { '"' => '"', '\\' => '\\', '\b' => 'b', '\f' => 'f', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => 'u' };
        Byte(letter);
        if (letter != 'u') return;
        _line.Write("00"u8);
        Byte("0123456789abcdef"[c >> 4]);
        Byte("0123456789abcdef"[c & 15]);
    }

    private void Byte(char ascii)
    {
        _line.GetSpan(1)[0] = (byte)ascii;
        _line.Advance(1);
    }

    private static void CheckDepth(int depth)
    {
        if (depth > CanonicalJson.MaxDepth) throw new ArgumentException("nested deeper than 16");
    }
}
