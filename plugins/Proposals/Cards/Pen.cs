using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Writes lines about one proposal, in one language.</summary>
internal sealed class Pen(DecisionView about, string language)
{
    private const int ShownOfAHash = 4;

    public DecisionView About => about;

    public ProposalView Proposal { get; } = about.Proposal!;

    public string Language => language;

    public Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => ProposalsTexts.All.Line(language, key, about, arguments);

    public Part.Text Text(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => new(Line(key, arguments));

    public string Words(string key) => ProposalsTexts.All.Words(language, key);

    /// <summary>A moment; the year is written where it is not that of the proposal.</summary>
    public Inline Moment(DateTimeOffset at) => about.Clock.Moment(at, language, about.OpenedAt);

    public Line Length(TimeSpan length) => RuleSentences.Length(length, language);

    public Line Title => TitleWords.Of(about, language);

    public Inline Name(string? name) => MemberWords.Said(name, language);

    /// <summary>What somebody typed, in one line.</summary>
    public Inline Typed(string? text) => WrittenWords.Of(text, language);

    public Line Outcome => OutcomeWords.Of(about, language);

    /// <summary>One of its rules, as they were when it was proposed.</summary>
    /// <param name="sentence">The rule whose sentence says it, where a change of rule has one of its own.</param>
    public Line Rule(string key, string? sentence = null) => RuleSentences.Of(sentence ?? key, Proposal.Terms.Of(key), language);

    /// <summary>The first digits of a hash: enough to tell two texts apart at a glance.</summary>
    public static Inline.Code Short(string hash) => new(hash[..Math.Min(ShownOfAHash, hash.Length)] + "…");

    /// <summary>A command that stands in backquotes alone, to be put into a row of them.</summary>
    public Line Command(string key) => Line(key, ("number", about.Number));
}
