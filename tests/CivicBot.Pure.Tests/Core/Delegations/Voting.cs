using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>
/// A decision among people with one letter each, told in a line: <c>A→B→C</c> are two delegations, accepted in this order; <c>topic A→nobody</c>, <c>A→B in person</c>,
/// <c>A→B expired</c>, <c>A→B expires soon</c> (before the close), <c>A revokes</c>, <c>A revokes topic</c>, <c>A yes</c>, <c>A withdraws</c>. Whoever is named is on the roll.
/// </summary>
internal sealed class Voting
{
    public const int Topic = 3;

    /// <summary>When routes are fixed, or the guard begins; the close comes a day later.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly DecisionId Seven = new(7);

    private readonly SortedSet<int> people = [];

    public Delegations Edges { get; private set; } = Delegations.Empty;

    public BallotBox Ballots { get; private set; } = BallotBox.Empty;

    public RoutesAt AtStart => new(Start, Edges, Ballots);

    public RoutesAt AtClose => new(Start.AddDays(1), Edges, Ballots);

    public Roll Roll(string except = "") => new([.. people.Where(person => !except.Contains(Letter(person), StringComparison.Ordinal))]);

    public Voting Tell(string happenings)
    {
        foreach (var happening in happenings.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Happen(happening.Split(' '));
        return this;
    }

    public Routes Close(RoutesAt? before, bool window, int? cap = null, string except = "") =>
        Routes.Resolve(Roll(except), Seven, Topic, AtClose, before, window, cap);

    /// <summary>What the table says: <c>yes 2 (A B), lost Cycle 1 (C)</c>.</summary>
    public static string Say(Routes routes, Roll roll)
    {
        var voices = from member in roll.Members
                     let ballot = routes.BallotOf(member) as Ballot.Stance
                     group Letter(member) by ballot is null ? (Order: 3 + (int)routes.EndOf(member)!, Word: $"lost {routes.EndOf(member)}")
                         : (Order: (int)ballot.Position, Word: Words[(int)ballot.Position]) into voice
                     orderby voice.Key.Order
                     select $"{voice.Key.Word} {voice.Count()} ({string.Join(' ', voice)})";
        return string.Join(", ", voices);
    }

    public static int Number(char letter) => letter - 'A';

    private static char Letter(int number) => (char)('A' + number);

    private static readonly string[] Words = ["yes", "no", "abstain"];

    private void Happen(string[] words)
    {
        var scope = words.Contains("topic") ? Scope.OfTopic(Topic) : words.Contains("decision") ? Scope.OfDecision(Seven) : Scope.Everything;
        words = [.. words.Where(word => word is not ("topic" or "decision"))];
        var who = Number(words[0][0]);
        people.Add(who);
        if (words[0].Contains('→', StringComparison.Ordinal)) Delegate(words, scope);
        else if (words[1] == "revokes") Edges = Edges.Without(who, scope);
        else if (words[1] == "withdraws") Ballots = Ballots.Without(who);
        else Ballots = Ballots.With(who, new CastAt(new Ballot.Stance((Position)Array.IndexOf(Words, words[1])), Start));
    }

    private void Delegate(string[] words, Scope scope)
    {
        var chain = words[0].Split('→').Select(name => name == "nobody" ? Edge.Nobody : Number(name.Single())).ToArray();
        var expires = words.Contains("expired") ? Start.AddDays(-1) : words.Contains("soon") ? Start.AddHours(1) : Start.AddDays(90);
        foreach (var (from, to) in chain.Zip(chain.Skip(1)))
        {
            Edges = Edges.With(from, scope, to, expires, words.Contains("person"));
            if (to != Edge.Nobody) people.Add(to);
        }
    }
}
