using CivicBot.Core;
using CivicBot.Sdk;
using CsCheck;

namespace CivicBot.Pure.Tests.Proposals;

/// <summary>While a sealed vote runs, nothing that anybody can read depends on what the ballots say.</summary>
public class KeepingASecret
{
    private static readonly Gen<Position[]> SevenPositions = Gen.Enum<Position>().Array[7];

    [Fact]
    public void A_sealed_card_is_the_same_whatever_was_chosen() =>
        Gen.Select(SevenPositions, SevenPositions, Gen.Int[0, 7]).Sample((one, other, voters) =>
        {
            Said(one.Take(voters), rivals: false).ShouldBe(Said(other.Take(voters), rivals: false));
        }, iter: 40);

    [Fact]
    public void So_is_one_with_rivals() =>
        Gen.Select(SevenPositions, SevenPositions, Gen.Int[0, 7]).Sample((one, other, voters) =>
        {
            Said(one.Take(voters), rivals: true).ShouldBe(Said(other.Take(voters), rivals: true));
        }, iter: 20);

    [Fact]
    public void Whoever_carries_voices_shows_his_vote_only_once_the_window_has_begun()
    {
        var meeting = Meeting.AboutABike().Delegate("dan", "bob").AtTheVote().Vote("bob", Position.Against).Vote("carol", Position.For);
        meeting.Card().ShouldContain("Voices carried: bob 1.");
        meeting.Days(6).Card().ShouldContain("Voices carried: bob 1 (Against).");
        meeting.Card().ShouldNotContain("carol");
    }

    /// <summary>All that can be read: the card, the story, the register, the reminder and what is told.</summary>
    private static string Said(IEnumerable<Position> positions, bool rivals)
    {
        var meeting = Meeting.AboutABike().Delegate("gil", "alice").Supported();
        if (rivals) meeting.Do("eve", new EnterRival(meeting.Id, null, "Rent one", null)).Do("fay", new Support(meeting.Id, 1)).Do("gil", new Support(meeting.Id, 1));
        meeting.Days(8);
        foreach (var (place, position) in positions.Index())
        {
            if (rivals) meeting.Vote(Meeting.People[place], (int)position + 1);
            else meeting.Vote(Meeting.People[place], position);
        }
        var view = meeting.Scene.View();
        return string.Join('\n', meeting.Card(), meeting.Scene.Do("zoe", "decision", ("decision", ["1"])), meeting.Scene.Do("zoe", "decisions"),
            Sdk.Scene.Text(meeting.Scene.KindOf("proposal").Reminder(view.Find(1)!, "en")), meeting.Told(new Told.Digest(meeting.Scene.Now)));
    }
}
