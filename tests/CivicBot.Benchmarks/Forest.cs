using CivicBot.Core;

namespace CivicBot.Benchmarks;

/// <summary>
/// A collective that delegates: a fifth of the roll votes; the others follow somebody at most eight steps away from a root, through edges of three scopes, accepted
/// in no order; some roots are silent, some routes run in rings, some edges have expired under a narrower scope, and one delegate is much liked.
/// </summary>
internal sealed class Forest
{
    private const int Depth = 8;
    private static readonly DateTimeOffset Later = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Expired = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly int[] to;
    private readonly bool[] votes;

    public Forest(int members, int seed)
    {
        // Every fiftieth member of the collective is not on the roll.
        var random = new Random(seed);
        Roll = new Roll([.. Enumerable.Range(0, members + (members / 49)).Where(number => number % 50 != 49).Take(members)]);
        (to, votes) = (new int[members], new bool[members]);
        Array.Fill(to, -1);
        Grow(random);
        Record(random);
    }

    public Roll Roll { get; }

    public Delegations Edges { get; private set; } = Delegations.Empty;

    public BallotBox Ballots { get; private set; } = BallotBox.Empty;

    /// <summary>By the place on the roll: who is next, and who has voted.</summary>
    public (int[] Next, bool[] Voted) Prepared => (to, votes);

    private void Grow(Random random)
    {
        var order = Enumerable.Range(0, to.Length).ToArray();
        random.Shuffle(order);
        // A quarter are roots, of whom one in five is silent; the rest stand in layers, each smaller than the one above it.
        var layers = new List<int[]> { order[..(to.Length / 4)] };
        foreach (var root in layers[0]) votes[root] = random.Next(5) > 0;
        var taken = layers[0].Length;
        for (var depth = 1; depth <= Depth; depth++)
        {
            var layer = order[taken..(depth == Depth ? to.Length : taken + ((to.Length - taken) / 3))];
            taken += layer.Length;
            foreach (var member in layer) to[member] = random.Next(6) == 0 && depth == 1 ? layers[0][0] : layers[^1][random.Next(layers[^1].Length)];
            layers.Add(layer);
        }
        votes[layers[0][0]] = true;
        // One member in a thousand turns back to somebody who follows him, and closes a ring with him.
        for (var ring = 0; ring < to.Length / 1000; ring++)
        {
            var below = layers[2][random.Next(layers[2].Length)];
            to[to[below]] = below;
        }
    }

    private void Record(Random random)
    {
        var order = Enumerable.Range(0, to.Length).ToArray();
        random.Shuffle(order);
        Ballot[] ballots = [new Ballot.Stance(Position.For), new Ballot.Stance(Position.Against), new Ballot.Stance(Position.Abstain)];
        foreach (var place in order)
        {
            var member = Roll[place];
            if (votes[place]) Ballots = Ballots.With(member, new CastAt(ballots[random.Next(3)], Later));
            if (to[place] < 0) continue;
            var scope = random.Next(20) switch { 0 => Scope.OfDecision(new DecisionId(7)), < 7 => Scope.OfTopic(3), _ => Scope.Everything };
            if (scope != Scope.Everything && random.Next(3) == 0) Edges = Edges.With(member, Scope.Everything, Roll[random.Next(Roll.Count)], Later);
            if (scope == Scope.Everything && random.Next(20) == 0) Edges = Edges.With(member, Scope.OfTopic(3), Roll[random.Next(Roll.Count)], Expired);
            // One edge in fifty leads to who is not on the roll, one keeps the vote, and one asks for a vote in person.
            var turn = random.Next(50);
            if (turn == 0) Edges = Edges.With(member, scope, 49, Later);
            else if (turn == 1) Edges = Edges.With(member, Scope.OfDecision(new DecisionId(7)), Edge.Nobody, Later);
            else Edges = Edges.With(member, scope, Roll[to[place]], Later, inPerson: turn == 2);
            if (turn < 2 || (turn == 2 && !votes[to[place]])) to[place] = -1;
        }
    }
}
