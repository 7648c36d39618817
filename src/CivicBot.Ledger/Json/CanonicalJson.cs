using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Ledger;

/// <summary>
/// The one spelling of an entry: RFC 8785 without floats and without null. Keys are ASCII in ordinal order; numbers are whole, within
/// ±(2^53 − 1); strings escape what they must and nothing else.
/// </summary>
public static class CanonicalJson
{
    /// <summary>A tile holds entries of at most this many bytes (C2SP tlog-tiles).</summary>
    public const int MaxEntryBytes = 65_535;

    public const int MaxDepth = 16;

    public const long MaxInteger = (1L << 53) - 1;

    /// <summary>Prints a value. What the profile cannot say is the caller's bug and throws <see cref="ArgumentException"/>.</summary>
    public static byte[] Write(JsonNode? node)
    {
        var printer = new CanonicalPrinter();
        printer.Value(node, depth: 1);
        return printer.Written;
    }

    /// <summary>
    /// Reads a line only if it is the line <see cref="Write"/> would print. That one comparison refuses doubled keys, white space,
    /// other orders, other escapes, <c>1e0</c> and <c>-0</c>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out JsonObject? value, [NotNullWhen(false)] out string? why) =>
        TryRead(line, MaxEntryBytes, out value, out why);

    internal static bool TryRead(
        ReadOnlySpan<byte> line, int maxBytes, [NotNullWhen(true)] out JsonObject? value, [NotNullWhen(false)] out string? why)
    {
        value = null;
        why = line.Length > maxBytes ? "longer than allowed" : null;
        if (why is not null) return false;
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
            if (JsonNode.Parse(line, nodeOptions: null, options) is not JsonObject read) why = "not an object";
            else if (!Write(read).AsSpan().SequenceEqual(line)) why = "not canonical";
            else value = read;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            // Syntax, half a surrogate pair, a value outside the profile: System.Text.Json and our printer say these by throwing.
            why = fault is JsonException ? "not JSON" : "not canonical";
        }
        return value is not null;
    }
}
