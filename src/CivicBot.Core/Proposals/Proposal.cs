using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>What a proposal has beside what every decision has: its rule, its support, what others made of its text, and what came of it.</summary>
/// <param name="Preset">Which way it goes.</param>
/// <param name="Terms">The rules of the collective as they were when it was proposed. They stand, whatever becomes of those.</param>
/// <param name="Needed">How many supporters it takes.</param>
public sealed record Proposal(Preset Preset, Rules Terms, int Needed)
{
    /// <summary>The topic by which delegations reach it; fixed when the text is.</summary>
    public int? Topic { get; init; }

    /// <summary>The rule that it changes, if it does.</summary>
    public RuleChange? Changes { get; init; }

    /// <summary>Each supporter, and the version of the text that was supported.</summary>
    public ImmutableSortedDictionary<int, int> Supporters { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>It had enough support once: that stands.</summary>
    public bool Admitted { get; init; }

    /// <summary>When the text became what it is.</summary>
    public DateTimeOffset TextSince { get; init; }

    /// <summary>The text as it read before its last change, so that supporters can see what changed.</summary>
    public string? TextBefore { get; init; }

    /// <summary>How often the end of the discussion was moved for a late version.</summary>
    public int Moves { get; init; }

    /// <summary>The discussion was extended once, since too few stood by the text at its end.</summary>
    public bool Extended { get; init; }

    /// <summary>Suggestions, amendments, rivals and objections, in one numbering.</summary>
    public ImmutableSortedDictionary<int, ProposalPart> Parts { get; init; } = ImmutableSortedDictionary<int, ProposalPart>.Empty;

    public ProposalCase? For { get; init; }

    public ProposalCase? Against { get; init; }

    /// <summary>The consent round; 0 before the first.</summary>
    public int Round { get; init; }

    /// <summary>Draws that are awaited.</summary>
    public Values<AwaitedDraw> Awaits { get; init; } = [];

    /// <summary>The order that a lot gave to the options that were level.</summary>
    public DrawnLot? Lot { get; init; }

    /// <summary>When it is to be looked at again, counted from adoption.</summary>
    public TimeSpan Review { get; init; }

    public Aftermath? Aftermath { get; init; }

    /// <summary>How long its phases last.</summary>
    public Durations Lasts => Terms.Durations.For(Preset);

    public int NextPart => Parts.Count == 0 ? 1 : Parts.Keys.Last() + 1;

    /// <summary>The texts that compete with it and have the support for it.</summary>
    public IEnumerable<Rival> Rivals => Parts.Values.OfType<Rival>().Where(rival => rival.State is PartState.Open or PartState.Accepted && rival.Supporters.Count >= Needed);

    /// <summary>Supporters of the present text.</summary>
    /// <param name="version">The decision's version.</param>
    public int Standing(int version) => Supporters.Count(supporter => supporter.Value == version);

    /// <summary>Supporters of the present text who have no demand open of their own.</summary>
    public int Satisfied(int version, Func<MemberId, int> number)
    {
        var unsatisfied = Parts.Values.OfType<Suggestion>()
            .Where(part => part is { State: PartState.Open, Degree: Degree.Must or Degree.MustNot }).Select(part => number(part.By)).ToHashSet();
        return Supporters.Count(supporter => supporter.Value == version && !unsatisfied.Contains(supporter.Key));
    }

    public Proposal With(ProposalPart part) => this with { Parts = Parts.SetItem(part.Number, part) };

    public Proposal With<T>(int part, Func<T, T> change)
        where T : ProposalPart => With(change((T)Parts[part]));
}

/// <summary>A change of one of the collective's rules, in the ledger's words.</summary>
public sealed record RuleChange(string Key, string From, string To);

/// <summary>What speaks for or against, in at most 600 characters.</summary>
/// <param name="Text">Null once its opening has been erased.</param>
public sealed record ProposalCase(MemberId By, string? Text)
{
    public const int Length = 600;
}

/// <summary>Which side of a case.</summary>
public enum Side
{
    For,
    Against,
}

/// <summary>A draw by a public random value that did not exist when it became necessary.</summary>
/// <param name="Part">The objection that is to be judged; null: options are level.</param>
/// <param name="From">The members or options to draw from.</param>
/// <param name="Since">The first value published after this moment decides.</param>
public sealed record AwaitedDraw(int? Part, Values<int> From, DateTimeOffset Since);

/// <summary>What a draw gave.</summary>
/// <param name="Beacon">The public value.</param>
/// <param name="Seed">What follows from it, in hexadecimal digits; anyone can compute it.</param>
public sealed record DrawnLot(string Beacon, string Seed, Values<int> Order);

/// <summary>How a decision ended without a count.</summary>
public sealed record Ending(Outcome Outcome, Reason Reason, DateTimeOffset At);
