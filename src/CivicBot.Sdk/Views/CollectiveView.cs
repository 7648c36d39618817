using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>
/// What one reader may see of a collective at a moment. A running sealed decision shows nobody's ballot and no count, whoever reads:
/// plugins cannot leak what they cannot see.
/// </summary>
/// <param name="collective">The state.</param>
/// <param name="reader">The account that reads; null for what everyone sees.</param>
/// <param name="preferences">The reader's private preferences.</param>
/// <param name="catalogue">What commands and kinds there are.</param>
public sealed class CollectiveView(Collective collective, AccountId? reader, IReadOnlyDictionary<string, string> preferences, ICatalogue catalogue, DateTimeOffset now)
{
    private readonly MemberId? me = collective.MemberOf(reader);

    public bool IsFounded => collective.IsFounded;

    public string? Name => collective.Name;

    /// <summary>The language of the room's cards.</summary>
    public string Language => collective.Language;

    /// <summary>An IANA time zone.</summary>
    public string TimeZone => collective.TimeZone;

    /// <summary>What was decided about deciding; each has its sentence in <see cref="RuleSentences"/>.</summary>
    public Rules Rules => collective.Rules;

    public DateTimeOffset Now => now;

    /// <summary>How moments are written here.</summary>
    public Clock Clock { get; } = new(collective.TimeZone);

    public IReadOnlyList<CommandDescription> Commands => catalogue.Commands;

    public IReadOnlyDictionary<string, string> MyPreferences => preferences;

    /// <summary>The reader's name here; null if he has not acted yet.</summary>
    public string? MyName => me is { } id ? collective.Members[id].Name : null;

    public IReadOnlyList<string> MyAccounts => me is { } id ? [.. collective.Members[id].Accounts.Select(account => account.Key)] : [];

    public int Members => collective.Members.Count;

    /// <summary>Every decision, the oldest first.</summary>
    public IEnumerable<DecisionView> Decisions => collective.Decisions.Values.Select(View);

    public DecisionView? Find(int number) => collective.Find(new DecisionId(number)) is { } decision ? View(decision) : null;

    /// <summary>A decision's card, drawn by its kind.</summary>
    public Document Card(DecisionView decision, string language) => catalogue.KindOf(decision.Kind).Card(decision, language);

    /// <summary>What was decided and why, in the words of the decision's kind.</summary>
    public Document Result(DecisionView decision, string language) => catalogue.KindOf(decision.Kind).Result(decision, language);

    private DecisionView View(Decision decision) => new(decision, collective, me, Clock, now);
}

/// <summary>What commands and kinds the host has loaded.</summary>
public interface ICatalogue
{
    IReadOnlyList<CommandDescription> Commands { get; }

    /// <summary>The kind of that name; one that draws a plain card if its plugin is not loaded.</summary>
    Kind KindOf(string name);
}
