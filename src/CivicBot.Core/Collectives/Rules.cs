using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// The rules of a collective, by key, in the words in which the ledger keeps them (SEMANTICS 3.12). A decision copies what
/// concerns it when it opens, so a later change never reaches a decision that is under way.
/// </summary>
public sealed record Rules(ImmutableSortedDictionary<string, string> ByKey)
{
    /// <summary>What every collective starts with.</summary>
    public static Rules Default { get; } = new(new Dictionary<string, string>
    {
        ["change"] = "standard sealed participation>=1/2 majority>=2/3",
        ["consent"] = "answers>=1/2 rounds=3 then=vote:2/3",
        ["delegation"] = "on cap=max(3,10%) window=24h for=180d max=365d",
        ["digest"] = "monday 09:00",
        ["direct_messages"] = "2/7d",
        ["durations"] = "support=14d discussion=7d frozen=24h voting=7d",
        ["early_close"] = "off",
        ["idle"] = "180d",
        ["level"] = "1 n=0d",
        ["majority"] = "simple",
        ["min_direct_voters"] = "min(3,R)",
        ["mode"] = "sealed",
        ["open_votes"] = "3",
        ["polls.by"] = "anyone",
        ["polls.early_close"] = "opener",
        ["polls.level"] = "0",
        ["proposals.by"] = "member",
        ["proposals.open"] = "2",
        ["pushes"] = "3",
        ["quiet_ending"] = "off",
        ["quiet_hours"] = "22-8",
        ["quorum"] = "participation>=3/10",
        ["rerun"] = "off",
        ["rivals.method"] = "schulze",
        ["support"] = "max(3,5%)",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public bool Equals(Rules? other) => other is not null && ByKey.SequenceEqual(other.ByKey);

    public override int GetHashCode() => ByKey.Count;
}
