using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// The rules of a collective, by key, in the words in which the ledger keeps them (SEMANTICS 3.12). A decision copies what
/// concerns it when it opens, so a later change never reaches a decision that is under way.
/// </summary>
public sealed record Rules(ImmutableSortedDictionary<string, string> ByKey)
{
    private const int LongestTyped = 100;

    /// <summary>What every collective starts with.</summary>
    public static Rules Default { get; } = new(RuleKey.All.ToImmutableSortedDictionary(rule => rule.Key, rule => rule.Default, StringComparer.Ordinal));

    public Who PollsBy => Opener("polls.by");

    public LevelRule PollsLevel => Value("polls.level", LevelRule.Read);

    /// <summary>Whoever opened a poll may close it early.</summary>
    public bool PollsEarlyClose => Of("polls.early_close") == "opener";

    public Who ProposalsBy => Opener("proposals.by");

    public LevelRule Level => Value("level", LevelRule.Read);

    /// <summary>After how long without any act a member is on no roll.</summary>
    public TimeSpan Idle => Time("idle");

    /// <summary>How many proposals a member may have open at a time.</summary>
    public int ProposalsOpen => Number("proposals.open");

    public SupportRule Support => new(Share("support"));

    public Durations Durations => new(Time("durations.support"), Time("durations.discussion"), Time("durations.frozen"), Time("durations.voting"));

    /// <summary>How many binding decisions may be voted on at a time.</summary>
    public int OpenVotes => Number("open_votes");

    /// <summary>How a proposal and its rivals are counted.</summary>
    public Method RivalsMethod => Of("rivals.method") == "approval" ? Method.Approval : Method.Schulze;

    public Mode Mode => ModeOf("mode");

    public Quorum Quorum => Value("quorum", Quorum.Read);

    public Majority Majority => Value("majority", Majority.Read);

    public MinDirect MinDirect => new(Number("min_direct_voters"));

    public bool EarlyClose => IsOn("early_close");

    public bool QuietEnding => IsOn("quiet_ending");

    public DelegationRule Delegation => new(IsOn("delegation"), Unless("none", "delegation.cap", DelegationCap.Read),
        Of("delegation.window") == "off" ? null : Time("delegation.window"), Time("delegation.lasts"));

    public ConsentRule Consent => new(Share("consent.answers"), Number("consent.rounds"), Unless("drop", "consent.fallback", Majority.Read));

    /// <summary>How many notifications a decision may cause.</summary>
    public int Pushes => Number("pushes");

    /// <summary>How many direct messages a member may get in seven days.</summary>
    public int DirectMessages => Number("direct_messages");

    /// <summary>Null: direct messages come at any hour.</summary>
    public QuietHours? QuietHours => Unless("off", "quiet_hours", QuietHours.Read);

    /// <summary>Null: there is none.</summary>
    public Digest? Digest => Unless("off", "digest", Digest.Read);

    public ChangeRule Change => new(Preset.Standard, ModeOf("change.mode"), Value("change.quorum", Quorum.Read), Value("change.majority", Majority.Read));

    /// <summary>The rules by which a change of rule is decided.</summary>
    public Rules ForChange() => With("mode", Of("change.mode")).With("quorum", Of("change.quorum")).With("majority", Of("change.majority"));

    /// <summary>The word of one rule; in a ledger that is older than the rule, what the rule is at first.</summary>
    public string Of(string key) => ByKey.GetValueOrDefault(key) ?? Default.ByKey[key];

    /// <param name="canonical">In the words of the ledger, as <see cref="Read"/> gives them.</param>
    public Rules With(string key, string canonical) => new(ByKey.SetItem(key, canonical));

    /// <summary>Reads a rule and a value as people type them, in English or French, and checks the bounds.</summary>
    public static RuleRead Read(string key, string typed)
    {
        if (RuleKey.Find(key) is not { } rule) return new RuleRead.NoSuchRule(key);
        var reading = typed.Length > LongestTyped ? RuleFault.Unreadable : rule.Form.Read(RuleWord.Read(typed));
        return reading.Canonical is { } canonical ? new RuleRead.Value(rule.Key, canonical) : new RuleRead.Unfit(rule.Key, typed, reading.Fault);
    }

    public bool Equals(Rules? other) => other is not null && ByKey.SequenceEqual(other.ByKey);

    public override int GetHashCode() => ByKey.Count;

    public override string ToString() => string.Join(", ", ByKey.Select(rule => $"{rule.Key} = {rule.Value}"));

    private T Value<T>(string key, Func<string, T?> read)
        where T : class => read(Of(key)) ?? throw Strange(key);

    private T? Unless<T>(string nothing, string key, Func<string, T?> read)
        where T : class => Of(key) == nothing ? null : Value(key, read);

    private int Number(string key) => RuleForm.Whole(Of(key)) ?? throw Strange(key);

    private TimeSpan Time(string key) => Span.Read(Of(key)) ?? throw Strange(key);

    private Fraction Share(string key) => Fraction.Read(Of(key)) ?? throw Strange(key);

    private bool IsOn(string key) => Of(key) == "on";

    private Who Opener(string key) => Of(key) == "anyone" ? Who.Anyone : Who.Member;

    private Mode ModeOf(string key) => Of(key) switch
    {
        "open" => Mode.Open,
        "sealed" => Mode.Sealed,
        "secret" => Mode.Secret,
        _ => throw Strange(key),
    };

    /// <summary>No value gets in unread, so this is a bug.</summary>
    private FormatException Strange(string key) => new($"The rule {key} cannot be “{Of(key)}”.");
}

/// <summary>Who may open something.</summary>
public enum Who
{
    /// <summary>Whoever is in a room of the collective.</summary>
    Anyone,
    Member,
}
