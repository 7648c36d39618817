using System.Globalization;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>The seed of a draw: a function of the ledger as it stood when the draw became necessary, and of a public value that nobody could know then.</summary>
internal static class Seeds
{
    private const string OfJuries = "civicbot/jury/v1";

    /// <returns>Hexadecimal digits.</returns>
    public static string Of(Fold fold, DecisionId id, int? part, string beacon)
    {
        var (roll, root) = (fold.State.Decisions[id].Stamps.Roll ?? "", fold.Log.Draws[(id.Number, part ?? 0)].ToHex());
        return Convert.ToHexStringLower(part is { } number
            ? Lot.Seed(OfJuries, fold.Log.Origin, id.ToString(), number.ToString(CultureInfo.InvariantCulture), roll, root, beacon)
            : Lot.Seed(Lot.Ties, fold.Log.Origin, id.ToString(), roll, root, beacon));
    }
}
