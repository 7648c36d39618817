using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>One entry of a ledger read back. What does not fit is an exception: a ledger that is damaged is not gone on with.</summary>
internal static class Replay
{
    public static Fold Add(Fold fold, Stored stored)
    {
        var (entry, openings) = stored;
        if (MerkleTree.LeafHash(entry.Line.Span) != entry.Leaf) throw Damaged(entry, "its bytes are not those of its leaf hash");
        if (!CanonicalJson.TryRead(entry.Line.Span, out var json, out var why)) throw Damaged(entry, why);
        if (entry.N != fold.Log.Size || json.Number("n") != entry.N) throw Damaged(entry, $"number {fold.Log.Size} was expected");
        var at = json.Moment("ts");
        if (at < fold.Log.LastTime) throw Damaged(entry, "it is older than the one before");
        return fold.Add(EventReader.Read(json, openings, fold.State), entry, at);
    }

    private static InvalidDataException Damaged(Entry entry, string why) => new($"Entry {entry.N}: {why}.");
}
