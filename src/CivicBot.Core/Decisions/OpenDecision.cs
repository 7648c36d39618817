namespace CivicBot.Core;

/// <summary>
/// Open a decision whose first phase is voting: a poll. In a room where nothing was founded yet it founds the collective, with default rules.
/// </summary>
/// <param name="ClosesAt">Null: after 24 hours.</param>
public sealed record OpenDecision(string Kind, string Title, Values<string> Options, Method Method, Mode Mode, DateTimeOffset? ClosesAt = null,
    bool Change = true, int? Max = null, string? Language = null) : CollectiveCommand
{
    public const int MostOptions = 25;
    public static readonly TimeSpan Default = TimeSpan.FromHours(24);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (!occasion.Standing.Present || occasion.In is not { } room) return new Refusal.NotInTheRoom();
        if (DecisionText.Refuse(Title, Options, Method) is { } unfit) return unfit;
        if (Mode is Mode.Secret) return new Refusal.SecretNeedsARoll();
        if (Max is { } max && (Method is not Method.Approval || max < 1 || max > Options.Count)) return new Refusal.UnfitMax(max, Options.Count);
        var closesAt = ClosesAt ?? occasion.At + Default;
        if (closesAt <= occasion.At) return new Refusal.ClosesInThePast(closesAt);
        if (closesAt - occasion.At > Longest) return new Refusal.ClosesTooLate(occasion.At + Longest);

        return Founding.Around(collective, occasion, room, Language, collective.Rules.PollsBy, (state, member) =>
        {
            var rules = state.Rules;
            var opened = new DecisionOpened(state.NextDecision, Kind, member, state.NumberOf(room)!.Value, TypedText.Normalize(Title), null,
                Options.Select(option => (string?)TypedText.Normalize(option)).ToValues(), Method, Mode, rules.PollsLevel.Level,
                [new PhasePlan(Phase.Voting, closesAt)], new DecisionRule(Change, rules.PollsEarlyClose, Max), occasion.At);
            return Ruling.Of(opened).Before(rules.PollsLevel.Level == 0 ? [] : [.. Opening.Roll(state, opened.Id, rules.PollsLevel, rules.Idle, occasion.At)]);
        });
    }
}

/// <summary>What a title and options must be, at opening and at every edit.</summary>
internal static class DecisionText
{
    public static Refusal? Refuse(string title, Values<string> options, Method method)
    {
        if (TypedText.Refuse(title, TypedText.TitleLength) is { } untitled) return untitled;
        if (method is Method.YesNo) return options.Count == 0 ? null : new Refusal.YesNoHasItsOwnAnswers();
        foreach (var option in options)
        {
            if (TypedText.Refuse(option, TypedText.OptionLength) is { } unfit) return unfit;
        }
        if (options.Count < 2) return new Refusal.TooFewOptions(options.Count);
        if (options.Count > OpenDecision.MostOptions) return new Refusal.TooManyOptions(options.Count, OpenDecision.MostOptions);
        var twins = options.GroupBy(TypedText.Skeleton).FirstOrDefault(alike => alike.Count() > 1);
        return twins is null ? null : new Refusal.TwinOptions(twins.First(), twins.Last());
    }
}

/// <summary>A decision is on its way.</summary>
public sealed record DecisionOpened(DecisionId Id, string Kind, MemberId By, int Room, string? Title, string? Body, Values<string?> Options,
    Method Method, Mode Mode, int Level, Values<PhasePlan> Phases, DecisionRule Rule, DateTimeOffset At) : CollectiveEvent
{
    /// <summary>What makes it a proposal.</summary>
    public Proposal? Proposal { get; init; }

    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(new Decision
    {
        Id = Id,
        Kind = Kind,
        By = By,
        Room = Room,
        Title = Title,
        Body = Body,
        Options = Options,
        Method = Method,
        Mode = Mode,
        Level = Level,
        Phases = Phases,
        Rule = Rule,
        OpenedAt = At,
        Phase = Phases[0].Phase,
        PhaseBegan = At,
        ClosesAt = Phases[0].Ends,
        Proposal = Proposal,
    });
}
