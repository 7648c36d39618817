using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>The ledger's words for the core's closed sets. They stand here and nowhere else, and are never derived from a name in the code.</summary>
internal static class Words
{
    public static readonly Table<Mode> Modes = new((Mode.Open, "open"), (Mode.Sealed, "sealed"), (Mode.Secret, "secret"));

    public static readonly Table<Method> Methods = new((Method.Single, "single"), (Method.Approval, "approval"), (Method.YesNo, "yesno"),
        (Method.Schulze, "schulze"), (Method.Consent, "consent"));

    public static readonly Table<Position> Positions = new((Position.For, "for"), (Position.Against, "against"), (Position.Abstain, "abstain"));

    public static readonly Table<ConsentAnswer> Answers = new((ConsentAnswer.Consent, "consent"), (ConsentAnswer.Concern, "concern"),
        (ConsentAnswer.Object, "object"), (ConsentAnswer.StandAside, "aside"));

    public static readonly Table<Phase> Phases = new((Phase.Support, "support"), (Phase.Discussion, "discussion"), (Phase.Frozen, "frozen"),
        (Phase.Voting, "voting"), (Phase.Tallying, "tallying"), (Phase.Closed, "closed"));

    public static readonly Table<Outcome> Outcomes = new((Outcome.Leading, "leading"), (Outcome.Level, "level"), (Outcome.NobodyVoted, "nobody_voted"),
        (Outcome.Adopted, "adopted"), (Outcome.Rejected, "rejected"), (Outcome.TiedRejected, "tied_rejected"),
        (Outcome.NoQuorum, "no_quorum"), (Outcome.BlockedByObjection, "blocked_by_objection"), (Outcome.ExpiredUnsupported, "expired_unsupported"),
        (Outcome.Withdrawn, "withdrawn"), (Outcome.Superseded, "superseded"));

    /// <summary>A word for each value, both ways.</summary>
    internal sealed class Table<T>(params (T Value, string Word)[] pairs)
        where T : struct, Enum
    {
        public string this[T value] => pairs.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

        public T this[string word] => System.Array.FindIndex(pairs, pair => pair.Word == word) is >= 0 and var found
            ? pairs[found].Value
            : throw new FormatException($"“{word}” is no {typeof(T).Name.ToLowerInvariant()}");
    }
}
