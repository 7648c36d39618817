namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>Only what we act upon: a room's chatter about typing, receipts and presence never leaves the server.</summary>
internal static class SyncFilter
{
    private const string State =
        "\"m.room.create\",\"m.room.name\",\"m.room.canonical_alias\",\"m.room.power_levels\",\"m.room.member\",\"m.room.encryption\"";

    private const string Said = "\"m.room.message\",\"m.reaction\",\"m.room.redaction\",\"m.room.tombstone\"";

    // Members already sent are sent again: after a restart our memory is empty, the server's is not.
    private const string Lazy = "\"lazy_load_members\":true,\"include_redundant_members\":true";

    /// <summary>For /messages.</summary>
    public const string History = "{\"types\":[" + Said + "," + State + "],\"lazy_load_members\":true}";

    /// <summary>For /sync.</summary>
    public const string Live =
        "{\"room\":{\"timeline\":{\"limit\":50,\"types\":[" + Said + "," + State + "]," + Lazy + "},"
        + "\"state\":{\"types\":[" + State + "]," + Lazy + "},"
        + "\"ephemeral\":{\"not_types\":[\"*\"]},\"account_data\":{\"not_types\":[\"*\"]}},"
        + "\"presence\":{\"not_types\":[\"*\"]},\"account_data\":{\"not_types\":[\"*\"]}}";
}
