namespace CivicBot.Core;

/// <summary>
/// The public random value that a draw waited for was published. Submitted by the clock alone: the seed is a function of the value and of the ledger, which
/// whoever audits computes again (SEMANTICS 3.7, 3.8).
/// </summary>
/// <param name="Part">The objection that peers are drawn for; null: options are level.</param>
/// <param name="Seed">SHA-256, in hexadecimal digits.</param>
public sealed record Draw(DecisionId Id, int? Part, string Beacon, string Seed) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (occasion.By is not null || decision.Proposal is not { } proposal) return new Refusal.NothingToDraw(Id);
        if (proposal.Awaits.FirstOrDefault(awaited => awaited.Part == Part) is not { } awaits) return Ruling.Unchanged;
        var order = Lot.Order(Convert.FromHexString(Seed), awaits.From);
        var drawn = new LotDrawn(Id, Part, Beacon, Seed, order.Take(Part is null ? order.Count : Jury.Size).ToValues(), occasion.At);
        if (Part is not null) return drawn;
        var state = drawn.Apply(collective);
        return Ruling.Of(drawn).Before([.. Closing.Results(state, state.Decisions[Id])]);
    }
}

/// <summary>Something must be drawn, and waits for a public random value that nobody can know yet.</summary>
/// <param name="Part">The objection that peers are drawn for; null: options are level.</param>
/// <param name="Options">Those that are level; for a jury the peers follow from who is on the roll.</param>
public sealed record DrawAwaited(DecisionId Id, int? Part, Values<int> Options, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        var proposal = decision.Proposal!;
        return before.With(decision with
        {
            Phase = Part is null ? Phase.Tallying : decision.Phase,
            Proposal = proposal with { Awaits = [.. proposal.Awaits, new AwaitedDraw(Part, Part is { } part ? Jurors.From(before, decision, part, At) : Options, At)] },
        });
    }
}

/// <summary>A lot was drawn.</summary>
/// <param name="Order">The options in the order of the lot, or the members who were drawn.</param>
public sealed record LotDrawn(DecisionId Id, int? Part, string Beacon, string Seed, Values<int> Order, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var after = before.With(Id, proposal =>
        {
            var drawn = proposal with { Awaits = proposal.Awaits.Where(awaited => awaited.Part != Part).ToValues() };
            return Part is not { } part ? drawn with { Lot = new DrawnLot(Beacon, Seed, Order) }
                : drawn.With<Objection>(part, objection => objection with { Jury = new Jury(Order, At + Jury.Lasts) });
        });
        // What waited for a lot among its options has kept its place among the open votes until now.
        return Part is null && At > after.FreedAt ? after with { FreedAt = At } : after;
    }
}
