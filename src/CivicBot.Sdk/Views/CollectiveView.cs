using System.Globalization;
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

    /// <summary>The word under which a pause is kept: the moment at which it ends, as <c>2026-12-01T08:00:00Z</c>.</summary>
    public const string Snooze = "snooze";

    /// <summary>Until when the reader wants no messages that he did not ask for; null if he does.</summary>
    public DateTimeOffset? SnoozedUntil => preferences.TryGetValue(Snooze, out var kept)
        && DateTimeOffset.TryParseExact(kept, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > now ? until : null;

    /// <summary>The reader's name here; null if he has not acted yet.</summary>
    public string? MyName => me is { } id ? collective.Members[id].Name : null;

    public IReadOnlyList<string> MyAccounts => me is { } id ? [.. collective.Members[id].Accounts.Select(account => account.Key)] : [];

    /// <summary>The account that reads this; null where nobody does.</summary>
    public AccountId? Account => reader;

    /// <summary>Accounts that ask, just now, to act as the reader.</summary>
    public IReadOnlyList<(AccountId Account, string? Name)> AsksToBeMe => me is not { } mine ? []
        : [.. collective.LinksAsked.Where(asked => asked.Value.Member == mine && asked.Value.At + LinkRequest.Lasts > now).OrderBy(asked => asked.Value.At).Select(asked => (asked.Key, asked.Value.Name))];

    /// <summary>The rooms of the collective, by name.</summary>
    public IReadOnlyList<(int Number, string? Name, string? Platform)> Rooms =>
        [.. collective.Rooms.Values.Where(room => room.Room is not null).Select(room => (room.Number, room.Name, room.Room?.Key.Split(':')[0]))];

    public int Members => collective.Members.Values.Count(member => member.Into is null);

    /// <summary>Everyone who is a member, in the order of joining.</summary>
    public IEnumerable<MemberView> Everyone => collective.Roster.Select(id => collective.Members[id]).Where(member => member.Into is null).Select(View);

    /// <summary>The reader as a member; null if he has not acted yet.</summary>
    public MemberView? Me => me is { } id ? View(collective.Members[id]) : null;

    public IReadOnlyList<string> Topics => [.. collective.Topics.Values.OfType<string>()];

    /// <summary>The reader's own delegations, wherever they reach: those that hold, and those that wait for a yes.</summary>
    public IReadOnlyList<DelegationView> MyDelegations => Me is not { } mine ? [] :
    [
        .. collective.Delegations.From(mine.Number).Where(edge => Holds(edge.Key, edge.Value.Expires))
            .Select(edge => Delegated(edge.Key, mine.Number, edge.Value.Delegate, edge.Value.Expires, edge.Value.InPerson, waits: false)),
        .. collective.Offers.Where(offer => offer.Key.Delegator == mine.Number && Holds(offer.Key.Scope, offer.Value.Expires)).OrderBy(offer => offer.Key.Scope)
            .Select(offer => Delegated(offer.Key.Scope, mine.Number, offer.Value.Delegate, offer.Value.Expires, offer.Value.InPerson, waits: true)),
    ];

    /// <summary>Who entrusts his voice to the reader: what holds, and what waits for his yes.</summary>
    public IReadOnlyList<DelegationView> DelegatedToMe => Me is not { } mine ? [] :
    [
        .. collective.Delegations.To(mine.Number).Where(edge => Holds(edge.Scope, edge.Edge.Expires))
            .Select(edge => Delegated(edge.Scope, edge.Delegator, mine.Number, edge.Edge.Expires, edge.Edge.InPerson, waits: false)),
        .. collective.Offers.Where(offer => offer.Value.Delegate == mine.Number && Holds(offer.Key.Scope, offer.Value.Expires)).OrderBy(offer => offer.Key.Delegator).ThenBy(offer => offer.Key.Scope)
            .Select(offer => Delegated(offer.Key.Scope, offer.Key.Delegator, mine.Number, offer.Value.Expires, offer.Value.InPerson, waits: true)),
    ];

    /// <summary>Where the reader takes delegations without being asked: topics, and null for everything.</summary>
    public IReadOnlyList<string?> IAmOpenTo => Me is not { } mine ? []
        : [.. collective.OpenTo.Where(open => open.Delegate == mine.Number).OrderBy(open => open.Scope).Select(open => TopicOf(open.Scope))];

    /// <summary>How many entrust their voice to a member, by the member's number and by topic (null: on everything); those that follow over others are not counted.</summary>
    public ILookup<int, (string? Topic, int Voices)> Trusted => Enumerable.Range(0, collective.Roster.Count).SelectMany(collective.Delegations.From)
        .Where(edge => edge.Key.Reach is not Reach.Decision && !edge.Value.KeepsMyVote && edge.Value.Expires > now)
        .GroupBy(edge => (edge.Value.Delegate, Scope: edge.Key)).OrderBy(voices => voices.Key)
        .ToLookup(voices => voices.Key.Delegate, voices => (TopicOf(voices.Key.Scope), voices.Count()));

    /// <summary>
    /// The ring into which a voice would run by a delegation, once it holds, if nobody in it voted: from its delegator back to him; empty if there is none.
    /// </summary>
    public IReadOnlyList<MemberView> RingBy(DelegationView delegation)
    {
        var ring = new List<int> { delegation.From.Number };
        while (ring.Count <= collective.Roster.Count && Next(ring[^1], delegation) is { } next)
        {
            ring.Add(next);
            if (next == ring[0]) return [.. ring.Select(member => View(collective[member]))];
        }
        return [];
    }

    /// <summary>How many voices would follow the delegate of a delegation, once it holds, if he alone voted.</summary>
    public int Following(DelegationView delegation) => delegation.To is not { } to ? 0
        : Enumerable.Range(0, collective.Roster.Count).Count(member => member != to.Number && Leads(member, to.Number, delegation));

    private bool Leads(int from, int to, DelegationView delegation)
    {
        for (var step = 0; step < Routes.MostSteps; step++)
        {
            if (Next(from, delegation, to) is not { } next) return false;
            if (next == to) return true;
            from = next;
        }
        return false;
    }

    /// <summary>Whom a member's voice goes to where a delegation would hold; a voice that goes to somebody in person goes no further.</summary>
    private int? Next(int member, DelegationView delegation, int? voter = null)
    {
        if (member == delegation.From.Number) return delegation.To?.Number;
        var (topic, decision) = delegation.Scope switch
        {
            (Reach.Topic, var number) => ((int?)number, new DecisionId(0)),
            (Reach.Decision, var number) => (collective.Find(new DecisionId(number))?.Proposal?.Topic, new DecisionId(number)),
            _ => (null, new DecisionId(0)),
        };
        return collective.Delegations.Active(member, topic, decision, now) is var (_, edge) && !edge.KeepsMyVote && (!edge.InPerson || voter is null || edge.Delegate == voter) ? edge.Delegate : null;
    }

    /// <summary>The member whom somebody means: by account, by mention, or by a name that only one has.</summary>
    public MemberRead FindMember(string typed)
    {
        var word = typed.Trim().TrimStart('@');
        var byAccount = collective.Accounts.Where(account => account.Key.Key == typed.Trim() || account.Key.Key.EndsWith(":@" + word, StringComparison.Ordinal)).Select(account => account.Value).Distinct().ToList();
        if (byAccount is [var known]) return new MemberRead.One(View(collective.Members[known]));
        var named = collective.Roster.Where(id => collective.Members[id] is { Into: null, Name: { } name } && TypedText.Loose(name) == TypedText.Loose(word)).ToList();
        return named switch
        {
            [var one] => new MemberRead.One(View(collective.Members[one])),
            [] => new MemberRead.None(word, NearSpelling.Of(word, collective.Members.Values.Select(member => member.Name).OfType<string>())),
            _ => new MemberRead.Several(word, [.. named.SelectMany(id => collective.Members[id].Accounts).Select(account => account.Key)]),
        };
    }

    /// <summary>A topic that reads almost the same; null if there is none.</summary>
    public string? NearTopic(string typed) => NearSpelling.Of(typed, Topics);

    public bool HasTopic(string typed) => Core.Topics.Of(collective, typed) is not null;

    private bool Holds(Scope scope, DateTimeOffset expires) => expires > now && (scope.Reach is not Reach.Decision || collective.Running.Contains(new DecisionId(scope.Number)));

    private string? TopicOf(Scope scope) => scope.Reach is Reach.Topic ? collective.Topics.GetValueOrDefault(scope.Number) : null;

    private DelegationView Delegated(Scope scope, int from, int to, DateTimeOffset until, bool inPerson, bool waits) =>
        new(scope, TopicOf(scope), View(collective[from]), to == Edge.Nobody ? null : View(collective[to]), until, inPerson, waits);

    private MemberView View(Member member) => new(member, collective, now);

    /// <summary>Every decision, the oldest first.</summary>
    public IEnumerable<DecisionView> Decisions => collective.Decisions.Values.Select(View);

    public MemberView? Find(MemberId id) => collective.Members.GetValueOrDefault(id) is { } member ? View(member) : null;

    public DecisionView? Find(int number) => collective.Find(new DecisionId(number)) is { } decision ? View(decision) : null;

    /// <summary>A decision's card, drawn by its kind.</summary>
    public Document Card(DecisionView decision, string language) => catalogue.KindOf(decision.Kind).Card(decision, language);

    /// <summary>What was decided and why, in the words of the decision's kind.</summary>
    public Document Result(DecisionView decision, string language) => catalogue.KindOf(decision.Kind).Result(decision, language);

    /// <summary>How a decision came about and what followed, where its kind tells that; null where its card or result says all.</summary>
    public Document? Story(DecisionView decision, string language) => catalogue.KindOf(decision.Kind).Story?.Invoke(decision, language);

    private DecisionView View(Decision decision) => new(decision, collective, me, Clock, now);
}

/// <summary>What commands and kinds the host has loaded.</summary>
public interface ICatalogue
{
    IReadOnlyList<CommandDescription> Commands { get; }

    /// <summary>The kind of that name; one that draws a plain card if its plugin is not loaded.</summary>
    Kind KindOf(string name);
}
