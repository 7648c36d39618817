using static CivicBot.Core.RuleForm;

namespace CivicBot.Core;

/// <summary>One rule that a collective can set: its key in the ledger, what it is at first, and what it can be (SEMANTICS 3.12).</summary>
/// <param name="French">What the key is called in French, as it is shown; accents are optional where it is typed.</param>
/// <param name="Default">In the words of the ledger.</param>
/// <param name="Example">Something else that it could be, likewise, for showing how it is changed.</param>
/// <param name="Also">Other words for the key, in any language.</param>
public sealed record RuleKey(string Key, string French, string Default, string Example, RuleForm Form, string Also = "")
{
    private static readonly Choice OnOff = new(["on", "off"], []);
    private static readonly Choice Openers = new(["anyone", "member"], ["role"]);

    /// <summary>Every rule there is, from who decides to how this is changed.</summary>
    public static IReadOnlyList<RuleKey> All { get; } =
    [
        new("polls.by", "sondages.par", "anyone", "member", Openers),
        new("polls.level", "sondages.niveau", "0", "1", new LevelOf(0)),
        new("polls.early_close", "sondages.clôture-anticipée", "opener", "off", new Choice(["opener", "off"], [])),
        new("proposals.by", "propositions.par", "member", "anyone", Openers),
        new("level", "niveau", "1", "1 7d", new LevelOf(1)),
        new("idle", "inactivité", "180d", "365d", new Length(Days(30), Days(730)), "inactive inactivity inactif"),

        new("proposals.open", "propositions.ouvertes", "2", "1", new Number(1, 20)),
        new("support", "soutien", "1/20", "1/10", new Share(new Fraction(1, 4)), "supporters soutiens"),
        new("durations.support", "durées.soutien", "14d", "21d", new Length(Days(1), Days(60))),
        new("durations.discussion", "durées.discussion", "7d", "3d", new Length(Days(1), Days(60)), "discussion"),
        new("durations.frozen", "durées.gel", "24h", "2d", new Length(Days(1), Days(14)), "frozen gel freeze"),
        new("durations.voting", "durées.vote", "7d", "5d", new Length(Days(1), Days(60)), "voting"),
        new("open_votes", "votes-ouverts", "3", "5", new Number(1, 20)),
        new("rivals.method", "rivales.méthode", "schulze", "approval", new Choice(["approval", "schulze"], ["grades"]), "rivals rivales"),

        new("mode", "secret", "sealed", "open", new Choice(["open", "sealed", "secret"], []), "secrecy"),
        new("quorum", "quorum", "participation 3/10", "participation 1/5", new QuorumOf(new Fraction(3, 4))),
        new("majority", "majorité", "simple", "2/3", new MajorityOf(Others: true)),
        new("min_direct_voters", "voix-directes", "3", "5", new Number(1, 20), "direct-voters"),
        new("early_close", "clôture-anticipée", "off", "on", OnOff),
        new("quiet_ending", "fin-calme", "off", "on", OnOff),

        new("delegation", "délégation", "on", "off", OnOff, "delegations"),
        new("delegation.cap", "délégation.plafond", "3 1/10", "5", new CapOf(), "cap plafond"),
        new("delegation.lasts", "délégation.durée", "180d", "90d", new Length(Days(7), DelegationRule.Longest)),
        new("delegation.window", "délégation.reprise", "24h", "off", new Length(Days(1), Days(2), OrOff: true), "window override-window"),

        new("consent.answers", "consentement.réponses", "1/2", "1/3", new Share(new Fraction(3, 4))),
        new("consent.rounds", "consentement.tours", "3", "2", new Number(1, 5)),
        new("consent.fallback", "consentement.sinon", "2/3", "drop", new MajorityOf(Others: false, OrDrop: true)),

        new("pushes", "annonces", "3", "1", new Number(0, 3), "notifications"),
        new("direct_messages", "messages", "2", "1", new Number(0, 2), "messages-privés dms"),
        new("quiet_hours", "heures-calmes", "22-8", "21-9", new HoursOf()),
        new("digest", "résumé", "monday 09:00", "friday 18:00", new WeekdayOf()),

        // A secret vote needs five voters, and absolute majorities need the absent: with neither could everyone be sure to change the rules again.
        new("change.mode", "changement.secret", "sealed", "open", new Choice(["open", "sealed"], [])),
        new("change.quorum", "changement.quorum", "participation 1/2", "participation 1/3", new QuorumOf(new Fraction(2, 3))),
        new("change.majority", "changement.majorité", "2/3", "3/4", new MajorityOf(Others: false)),
    ];

    /// <summary>The rule that is called so, in any language; dots, dashes and blanks are as good as each other.</summary>
    public static RuleKey? Find(string typed) => Bare(typed) is { Length: > 0 } bare ? All.FirstOrDefault(rule => rule.Names.Any(name => Bare(name) == bare)) : null;

    /// <summary>The rules that stand together under a word, such as the four of <c>durations</c>; none if it is no such word.</summary>
    public static IReadOnlyList<RuleKey> Family(string typed) =>
        [.. All.Where(rule => new[] { rule.Key, rule.French }.Any(name => name.Contains('.', StringComparison.Ordinal) && Bare(name.Split('.')[0]) == Bare(typed)))];

    /// <summary>What it is called in a language.</summary>
    public string In(string language) => language == "fr" ? French : Key;

    /// <summary>Everything it is called.</summary>
    public IEnumerable<string> Names => [Key, French, .. Also.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Bare(string name) => string.Concat(TypedText.Loose(name).Where(char.IsLetterOrDigit));

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
