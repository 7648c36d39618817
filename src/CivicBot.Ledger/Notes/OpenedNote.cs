namespace CivicBot.Ledger;

/// <summary>A note with at least one good signature of a key we know and none that is bad.</summary>
public sealed record OpenedNote(
    string Text, IReadOnlyDictionary<VerifierKey, NoteSignature> Verified, IReadOnlyList<NoteSignature> Unverified);
