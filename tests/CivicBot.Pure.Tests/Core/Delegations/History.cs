using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>One thing a member does.</summary>
internal abstract record Act(int Who)
{
    public sealed record Delegates(int Who, Scope Scope, int To, int Hours, bool InPerson) : Act(Who);

    public sealed record Revokes(int Who, Scope Scope) : Act(Who);

    public sealed record Votes(int Who, Position Position) : Act(Who);

    public sealed record Withdraws(int Who) : Act(Who);
}

/// <summary>Anything that members may do before routes are fixed and after, on a roll that need not list them all.</summary>
internal sealed record History(int Members, Roll Roll, int? Topic, Act[] Before, Act[] Since, bool Kept, bool Window, int? Cap)
{
    private static readonly Scope[] Scopes = [Scope.Everything, Scope.OfTopic(3), Scope.OfDecision(Voting.Seven), Scope.OfTopic(4)];
    private static readonly Gen<Scope> Scoping = Gen.Int[0, Scopes.Length - 1].Select(i => Scopes[i]);

    public static Gen<History> Any(int most) =>
        from members in Gen.Int[1, most]
        from listed in Gen.Int[0, 9].Array[members]
        from topic in Gen.Int[0, 3]
        from before in Acts(members).Array[0, members * 3]
        from since in Acts(members).Array[0, members]
        from kept in Gen.Bool
        from window in Gen.Bool
        from cap in Gen.Int[0, 4]
        select new History(members, new Roll([.. Enumerable.Range(0, members).Where(i => listed[i] > 0)]), topic == 0 ? null : 3, before, since, kept, window, cap == 4 ? null : cap);

    public (RoutesAt? Before, RoutesAt Now) Play()
    {
        var (edges, ballots) = Play(Before, Delegations.Empty, BallotBox.Empty);
        var before = Kept ? new RoutesAt(Voting.Start, edges, ballots) : null;
        (edges, ballots) = Play(Since, edges, ballots);
        return (before, new RoutesAt(Voting.Start.AddDays(1), edges, ballots));
    }

    public Routes Resolve()
    {
        var (before, now) = Play();
        return Routes.Resolve(Roll, Voting.Seven, Topic, now, before, Window, Cap);
    }

    /// <summary>The same with every member under another number.</summary>
    public History Relabel(int[] numbers)
    {
        Act Other(Act act) => act is Act.Delegates { To: >= 0 } edge ? edge with { Who = numbers[edge.Who], To = numbers[edge.To] } : act with { Who = numbers[act.Who] };
        return this with { Roll = new Roll([.. Roll.Members.Select(member => numbers[member]).Order()]), Before = [.. Before.Select(Other)], Since = [.. Since.Select(Other)] };
    }

    private static (Delegations Edges, BallotBox Ballots) Play(Act[] acts, Delegations edges, BallotBox ballots)
    {
        foreach (var act in acts)
        {
            (edges, ballots) = act switch
            {
                Act.Delegates(var who, var scope, var to, var hours, var inPerson) => (edges.With(who, scope, to, Voting.Start.AddHours(hours), inPerson), ballots),
                Act.Revokes(var who, var scope) => (edges.Without(who, scope), ballots),
                Act.Votes(var who, var position) => (edges, ballots.With(who, new CastAt(new Ballot.Stance(position), Voting.Start))),
                _ => (edges, ballots.Without(act.Who)),
            };
        }
        return (edges, ballots);
    }

    private static Gen<Act> Acts(int members) =>
        Gen.Frequency((6, Delegating(members)), (1, Revoking(members)), (2, Casting(members)), (1, Gen.Int[0, members - 1].Select(who => (Act)new Act.Withdraws(who))));

    private static Gen<Act> Delegating(int members) =>
        from who in Gen.Int[0, members - 1]
        from to in Gen.Int[0, members - 1]
        from scope in Scoping
        from nobody in Gen.Int[0, 5]
        from hours in Gen.Int[0, 4].Select(i => i == 0 ? -5 : i == 1 ? 5 : 500)
        from inPerson in Gen.Int[0, 4]
        select (Act)new Act.Delegates(who, scope, nobody == 0 && scope != Scope.Everything ? Edge.Nobody : to, hours, inPerson == 0);

    private static Gen<Act> Revoking(int members) => Gen.Select(Gen.Int[0, members - 1], Scoping, (who, scope) => (Act)new Act.Revokes(who, scope));

    private static Gen<Act> Casting(int members) => Gen.Select(Gen.Int[0, members - 1], Gen.Int[0, 2], (who, position) => (Act)new Act.Votes(who, (Position)position));
}
