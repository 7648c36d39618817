using System.Security.Cryptography;
using System.Text;

namespace CivicBot.Core;

/// <summary>The verifiable lot (SEMANTICS 3.7.4): its seed hashes what nobody could know before, so nobody chooses it and everybody can draw it again.</summary>
public static class Lot
{
    /// <summary>The first line of the seed with which a tie is broken.</summary>
    public const string Ties = "civicbot/lot/v1";

    /// <summary>SHA-256 of the lines, each ended by a line feed.</summary>
    /// <param name="domain">What the lot is for, so that no two lots share a seed: <see cref="Ties"/>.</param>
    /// <param name="lines">Origin, decision, roll hash, root right after the close, value of the beacon: in this order, hashes in hex.</param>
    public static byte[] Seed(string domain, params IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Prepend(domain))
        {
            if (line.Contains('\n', StringComparison.Ordinal)) throw new ArgumentException("A line holds no line feed, or two lots could share a seed.", nameof(lines));
            text.Append(line).Append('\n');
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The numbers in the order in which they are drawn: by SHA-256 of the seed followed by the number in decimal, the lowest first.</summary>
    public static Values<int> Order(byte[] seed, IEnumerable<int> numbers)
    {
        if (seed.Length != SHA256.HashSizeInBytes) throw new ArgumentException("A seed has 32 bytes.", nameof(seed));
        return numbers.OrderBy(Drawn, StringComparer.Ordinal).ToValues();

        string Drawn(int number) =>
            Convert.ToHexString(SHA256.HashData([.. seed, .. Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture))]));
    }
}
