using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Commons;

public class Voting
{
    [Fact]
    public void Is_answered_with_what_was_recorded_and_once_with_a_tip()
    {
        var scene = Open(Method.Approval);
        scene.Vote("bob", "Park, Café").ShouldBe("Recorded in poll 1: Park, Café. You can change it until 14:00. Your code: 7F3K-92MX\nTip: /my shows your votes at any time.");
        scene.Vote("bob", "Café").ShouldBe("Changed in poll 1: Café (before: Park, Café). Your code: 7F3K-92MX");
    }

    [Fact]
    public void In_French_is_answered_in_French()
    {
        var scene = Open(Method.Approval, language: "fr");
        Plain(scene.Vote("bob", "Café")).ShouldBe("Enregistré dans le sondage 1 : Café. Vous pouvez changer jusqu’à 14 h. Votre code : 7F3K-92MX\nBon à savoir : /moi montre vos votes à tout moment.");
        Plain(scene.Vote("bob", "Park")).ShouldBe("Changé dans le sondage 1 : Park (avant : Café). Votre code : 7F3K-92MX");
    }

    [Fact]
    public void The_same_again_changes_nothing_and_offers_to_withdraw()
    {
        var scene = Open(Method.Single);
        scene.Vote("bob", "#2", Manner.Pressed);
        scene.Vote("bob", "#2", Manner.Pressed).ShouldBe("Still, in poll 1: Café. You can change it until 14:00.\n[Withdraw]   By typing: /withdraw 1");
        Mine(scene).ShouldBe([2]);
    }

    [Fact]
    public void In_a_single_choice_a_press_replaces()
    {
        var scene = Open(Method.Single);
        scene.Vote("bob", "#1", Manner.Pressed);
        scene.Vote("bob", "#2", Manner.Pressed).ShouldStartWith("Changed in poll 1: Café (before: Park).");
        Mine(scene).ShouldBe([2]);
    }

    [Fact]
    public void In_approval_a_press_toggles_and_the_last_one_taken_back_withdraws()
    {
        var scene = Open(Method.Approval);
        scene.Vote("bob", "#1", Manner.Pressed);
        Later(scene);
        scene.Vote("bob", "#2", Manner.Pressed).ShouldStartWith("Changed in poll 1: Park, Café (before: Park).");
        Later(scene);
        scene.Vote("bob", "#1", Manner.Pressed).ShouldStartWith("Changed in poll 1: Café (before: Park, Café).");
        Later(scene);
        scene.Vote("bob", "#2", Manner.Pressed).ShouldStartWith("Taken back in poll 1: Café. You have no vote there now. You can vote again until 14:00: /vote 1 Café.");
        Mine(scene).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void In_approval_a_double_tap_means_once(int seconds)
    {
        var scene = Open(Method.Approval);
        scene.Vote("bob", "#1", Manner.Pressed);
        scene.Now = scene.Now.AddSeconds(seconds);
        scene.Vote("bob", "#1", Manner.Pressed).ShouldStartWith("Recorded in poll 1: Park. You can change it until 14:00.");
        Mine(scene).ShouldBe([1]);
    }

    [Fact]
    public void A_typed_line_says_all_that_is_meant()
    {
        var scene = Open(Method.Approval);
        scene.Vote("bob", "Park, Café");
        scene.Vote("bob", "Online");
        Mine(scene).ShouldBe([3]);
    }

    [Fact]
    public void By_reaction_adds_and_by_taking_it_back_takes_back()
    {
        var scene = Open(Method.Approval);
        scene.Vote("bob", "#1", Manner.Reacted);
        scene.Vote("bob", "#2", Manner.Reacted);
        scene.Vote("bob", "#2", Manner.Reacted);
        Mine(scene).ShouldBe([1, 2]);
        scene.Vote("bob", "#1", Manner.Unreacted);
        Mine(scene).ShouldBe([2]);
        scene.Vote("bob", "#3", Manner.Unreacted);
        Mine(scene).ShouldBe([2]);
        scene.Vote("bob", "#2", Manner.Unreacted);
        Mine(scene).ShouldBeEmpty();
    }

    [Fact]
    public void In_a_single_choice_an_older_reaction_taken_back_leaves_the_newer()
    {
        var scene = Open(Method.Single);
        scene.Vote("bob", "#1", Manner.Reacted);
        scene.Vote("bob", "#2", Manner.Reacted);
        scene.Vote("bob", "#1", Manner.Unreacted);
        Mine(scene).ShouldBe([2]);
        scene.Vote("bob", "#2", Manner.Unreacted);
        Mine(scene).ShouldBeEmpty();
    }

    [Fact]
    public void Sealed_says_who_sees_it() =>
        Open(Method.Single, Mode.Sealed).Vote("bob", "Café").ShouldStartWith("Recorded in poll 1: Café. You can change it until 14:00. No member sees it before it closes. Your code: ");

    [Fact]
    public void Where_votes_stand_says_so_and_does_not_offer_to_withdraw()
    {
        var scene = Open(Method.Single, change: false);
        scene.Vote("bob", "Café").ShouldStartWith("Recorded in poll 1: Café. It stands: votes cannot be changed here. Your code: ");
        scene.Vote("bob", "Café").ShouldBe("Still, in poll 1: Café. It stands: votes cannot be changed here.");
        scene.Vote("bob", "Park").ShouldBe("Poll 1 was opened with change:no, so your vote stands as you cast it: Café. See everything you voted: /my");
    }

    [Fact]
    public void That_fits_two_is_asked_back()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", ("question", ["Which?"]), ("options", ["3", "2", "1"]));
        scene.Vote("bob", "1").ShouldBe("“1” fits more than one. Which do you mean?\n  3: /vote 1 #1\n  1: /vote 1 \"1\"");
        scene.Last.ShouldBeOfType<Answer.Refuse>();
    }

    [Fact]
    public void Without_a_choice_shows_what_there_is() =>
        Open(Method.Single).Do("bob", "vote", ("decision", ["1"])).ShouldBe("What do you choose in poll 1? It offers Park, Café, Online. Type /vote 1 Park, for instance.\n[Park] [Café] [Online]");

    [Fact]
    public void Twice_where_one_counts_says_so()
    {
        var scene = Open(Method.Single);
        scene.Vote("bob", "Park, Café").ShouldBe("Poll 1 takes one choice, and you named 2. Which one? Type /vote 1 Park, for instance.");
        Mine(scene).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_number_there_is_not_says_which_there_are()
    {
        var scene = Open(Method.Single);
        scene.Vote("bob", "Park", number: 7).ShouldBe("There is no number 7 here; the latest is 1. See them all with /decisions");
        scene.Do("bob", "decision", ("decision", ["7"])).ShouldBe("There is no number 7 here; the latest is 1. See them all with /decisions");
    }

    private static Scene Open(Method method, Mode mode = Mode.Open, bool change = true, string language = "en")
    {
        var scene = new Scene(language);
        var opening = new OpenDecision("poll", "Where do we meet?", ["Park", "Café", "Online"], method, mode, scene.Now.AddHours(5), change);
        scene.Collective = scene.Collective.Apply(opening.Decide(scene.Collective, scene.By("alice")).Events);
        return scene;
    }

    private static void Later(Scene scene) => scene.Now = scene.Now.AddSeconds(3);

    private static Values<int> Mine(Scene scene) => OptionWords.Of(scene.View("bob").Find(1)!.MyBallot?.Ballot);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
