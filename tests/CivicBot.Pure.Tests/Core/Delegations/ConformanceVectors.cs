using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>The table of SEMANTICS 2.11, line by line. Line 14, a delegation to oneself, is refused where it is asked for and never becomes an edge.</summary>
public class ConformanceVectors
{
    [Theory]
    [InlineData("1", "A→B", "B yes", "yes 2 (A B)")]
    [InlineData("2", "A→B", "A no, B yes", "yes 1 (B), no 1 (A)")]
    [InlineData("3", "A→B→C", "C yes", "yes 3 (A B C)")]
    [InlineData("4", "A→B→C", "B no, C yes", "yes 1 (C), no 2 (A B)")]
    [InlineData("5", "A→B, B→A", "", "lost Cycle 2 (A B)")]
    [InlineData("6", "A→B→C→D→A", "C yes, A no", "yes 2 (B C), no 2 (A D)")]
    [InlineData("7", "A→B→C→D→A", "C yes", "yes 4 (A B C D)")]
    [InlineData("8", "A→B, topic A→C", "B yes, C no", "yes 1 (B), no 2 (A C)")]
    [InlineData("9", "A→B, topic A→nobody", "B yes", "yes 1 (B), lost Kept 1 (A)")]
    [InlineData("10", "A→B", "A abstain, B yes", "yes 1 (B), abstain 1 (A)")]
    [InlineData("11", "A→B expired", "B yes", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("12b: the roll does not shrink", "A→B", "B yes", "yes 2 (A B)")]
    [InlineData("13", "A→B in person, B→C", "C yes", "yes 2 (B C), lost InPersonOnly 1 (A)")]
    [InlineData("25", "A→B→C→D→E→F→G→H→I→A", "", "lost Cycle 9 (A B C D E F G H I)")]
    [InlineData("26", "A→B→C→D→E→F→G→H→I→J", "J yes", "yes 9 (B C D E F G H I J), lost TooDeep 1 (A)")]
    public void Of_a_state_that_nothing_changes(string vector, string edges, string ballots, string expected)
    {
        var voting = new Voting().Tell(edges).Tell(ballots);
        Said(voting, null, window: false).ShouldBe(expected, vector);
        // A guard or a window in which nothing happens changes nothing, nor does another order of acceptance.
        Said(voting, voting.AtStart, window: false).ShouldBe(expected, vector);
        Said(voting, voting.AtStart, window: true).ShouldBe(expected, vector);
        var backwards = new Voting().Tell(string.Join(',', edges.Split(',').Reverse())).Tell(ballots);
        Said(backwards, null, window: false).ShouldBe(expected, vector);
    }

    [Theory]
    [InlineData("17", "A→B", "B yes", "B no", "yes 1 (A), no 1 (B)")]
    [InlineData("18", "A→B→C", "C yes", "B no", "yes 2 (A C), no 1 (B)")]
    [InlineData("19", "A→B", "B yes", "A revokes", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("20", "A→B", "", "B yes", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("21", "A→B", "B yes", "B withdraws", "yes 1 (A), lost NoBallot 1 (B)")]
    [InlineData("22", "A→B", "A no, B yes", "A withdraws", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("23", "A→B, topic A→C", "B yes, C no", "A revokes topic", "yes 1 (B), no 1 (C), lost NoBallot 1 (A)")]
    [InlineData("24", "A→B", "B yes", "topic A→nobody", "yes 1 (B), lost Kept 1 (A)")]
    [InlineData("27", "A→B in person", "", "B yes", "yes 1 (B), lost InPersonOnly 1 (A)")]
    // Beyond the table.
    [InlineData("a cut further on counts", "A→B→C", "C yes", "B revokes", "yes 1 (C), lost NoBallot 2 (A B)")]
    [InlineData("a vote kept further on too", "A→B→C", "C yes", "decision B→nobody", "yes 1 (C), lost Kept 2 (A B)")]
    [InlineData("the nearest cut is the reason", "A→B→C→D", "D yes", "B revokes, topic C→nobody", "yes 1 (D), lost NoBallot 2 (A B), lost Kept 1 (C)")]
    [InlineData("a replaced edge is cut", "A→B", "B yes, C no", "A→C", "yes 1 (B), no 1 (C), lost NoBallot 1 (A)")]
    [InlineData("the same edge anew is another", "A→B", "B yes", "A revokes, A→B", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("a narrower edge made since does not apply", "A→B", "B yes, C no", "topic A→C", "yes 2 (A B), no 1 (C)")]
    [InlineData("nor does a vote kept in a wider scope cut", "decision A→B", "B yes", "topic A→nobody", "yes 2 (A B)")]
    [InlineData("an edge alive at the start lives for the decision", "A→B expires soon", "B yes", "", "yes 2 (A B)")]
    [InlineData("a cut ring is cut for all who run into it", "Z→A→B→C→A", "", "B revokes", "lost NoBallot 4 (A B C Z)")]
    [InlineData("each by the cut next to him", "A→B→C→A", "", "B revokes, topic C→nobody", "lost NoBallot 2 (A B), lost Kept 1 (C)")]
    [InlineData("who votes in the window is counted with that", "A→B", "B yes", "A no", "yes 1 (B), no 1 (A)")]
    public void Of_what_happens_inside_the_override_window(string vector, string edges, string ballots, string inside, string expected)
    {
        var voting = new Voting().Tell(edges).Tell(ballots);
        var start = voting.AtStart;
        Said(voting.Tell(inside), start, window: true).ShouldBe(expected, vector);
    }

    [Theory]
    [InlineData("15", "", "A→B, B yes", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("ballots are those of the close", "A→B", "B yes, B no", "no 2 (A B)")]
    [InlineData("who withdraws is represented again", "A→B", "A no, B yes, A withdraws", "yes 2 (A B)")]
    [InlineData("revocations apply", "A→B", "B yes, A revokes", "yes 1 (B), lost NoBallot 1 (A)")]
    [InlineData("no wider edge steps in", "A→B, topic A→C", "B yes, C no, A revokes topic", "yes 1 (B), no 1 (C), lost NoBallot 1 (A)")]
    [InlineData("nor for one that expires", "A→B, topic A→C expires soon", "B yes, C no", "yes 1 (B), no 1 (C), lost NoBallot 1 (A)")]
    [InlineData("but for one that had expired", "A→B, topic A→C expired", "B yes, C no", "yes 2 (A B), no 1 (C)")]
    [InlineData("a replaced edge leaves nothing behind", "A→B", "B yes, A→C, C no", "yes 1 (B), no 1 (C), lost NoBallot 1 (A)")]
    [InlineData("a kept vote applies", "A→B", "B yes, decision A→nobody", "yes 1 (B), lost Kept 1 (A)")]
    [InlineData("a delegate in person may still vote", "A→B in person", "B yes", "yes 2 (A B)")]
    public void Of_what_happens_after_the_harvest_guard_began(string vector, string edges, string since, string expected)
    {
        var voting = new Voting().Tell(edges);
        var start = voting.AtStart;
        Said(voting.Tell(since), start, window: false).ShouldBe(expected, vector);
    }

    [Fact]
    public void Line_12_a_delegate_off_the_roll()
    {
        var voting = new Voting().Tell("A→B, B yes");
        Voting.Say(voting.Close(null, window: false, except: "B"), voting.Roll(except: "B")).ShouldBe("lost DelegateGone 1 (A)");
    }

    [Fact]
    public void Line_12_does_not_fall_back_to_a_wider_edge()
    {
        var voting = new Voting().Tell("A→C, topic A→B, C yes");
        Voting.Say(voting.Close(null, window: false, except: "B"), voting.Roll(except: "B")).ShouldBe("yes 1 (C), lost DelegateGone 1 (A)");
    }

    [Theory]
    [InlineData("16", "A→B, C→B", "yes 2 (A B), lost Held 1 (C)")]
    [InlineData("16, the other way round", "C→B, A→B", "yes 2 (B C), lost Held 1 (A)")]
    [InlineData("a route is as old as its newest edge", "A→D, C→B, D→B", "yes 2 (B C), lost Held 2 (A D)")]
    [InlineData("complete at once: by one's own edge", "D→C, A→D, C→B", "yes 2 (B D), lost Held 2 (A C)")]
    [InlineData("each voter has a cap of his own", "A→B, C→B, D→E, E no", "yes 2 (A B), no 2 (D E), lost Held 1 (C)")]
    public void Line_16_a_cap_of_one(string vector, string edges, string expected)
    {
        var voting = new Voting().Tell(edges).Tell("B yes");
        Said(voting, null, window: false, cap: 1).ShouldBe(expected, vector);
        Said(voting, voting.AtStart, window: true, cap: 1).ShouldBe(expected, vector);
    }

    [Fact]
    public void Line_16_holds_are_not_opened_again_inside_the_window()
    {
        var voting = new Voting().Tell("A→B, C→B, B yes");
        var start = voting.AtStart;
        Said(voting.Tell("A no"), start, window: true, cap: 1).ShouldBe("yes 1 (B), no 1 (A), lost Held 1 (C)");
        Said(voting.Tell("C no"), start, window: true, cap: 1).ShouldBe("yes 1 (B), no 2 (A C)");
    }

    [Theory]
    [InlineData(3, 10, 0, 3)]
    [InlineData(3, 10, 30, 3)]
    [InlineData(3, 10, 31, 4)]
    [InlineData(3, 10, 40, 4)]
    [InlineData(3, 10, 2_000_000_000, 200_000_000)]
    public void The_cap_is_a_tenth_of_the_roll_rounded_up_and_three_at_least(int atLeast, int percent, int roll, int cap) =>
        new DelegationCap(atLeast, new Fraction(percent, 100)).Of(roll).ShouldBe(cap);

    private static string Said(Voting voting, RoutesAt? before, bool window, int? cap = null) => Voting.Say(voting.Close(before, window, cap), voting.Roll());
}
