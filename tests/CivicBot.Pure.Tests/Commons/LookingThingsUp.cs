using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Commons;

public class LookingThingsUp
{
    [Fact]
    public void My_shows_my_votes_and_what_is_recorded_about_me()
    {
        var scene = Voted(Mode.Sealed);
        scene.Do("bob", "my").ShouldBe("""
            bob in Garden
            Your votes in what is open:
              Poll 1 · Tea? · Green · today at 09:00
            Change one with /vote 1 Green, for instance, or take it back with /withdraw 1
            Besides, this is recorded about you here:
              name: bob
              account: terminal:bob
              language: English (change it with /language fr)
            """);
        scene.Do("alice", "my").ShouldContain("  opened: 1\n");
        scene.Do("stranger", "my").ShouldStartWith("You have not voted yet. What is open: /polls\nNothing is recorded about you here.");
    }

    [Fact]
    public void A_running_sealed_story_names_no_choice()
    {
        var said = Voted(Mode.Sealed).Do("alice", "decision", ("decision", ["1"]));
        said.ShouldContain("Who chose what is published when it closes.");
        said.ShouldNotContain("bob");
    }

    [Fact]
    public void A_story_tells_all()
    {
        var scene = Voted(Mode.Sealed);
        scene.Do("alice", "close", ("decision", ["1"])).ShouldBeEmpty();
        scene.Do("carol", "decision", ("decision", ["1"])).ShouldBe("""
            Closed · Tea? → Green
            Green 1, Black 0. 1 person voted.
              1  Green  ████████████  1
              2  Black  ░░░░░░░░░░░░  0
              Opened Tue 25 Nov, 09:00 (Paris) by alice
              Closed Tue 25 Nov, 09:00 (Paris)
            Who chose what:
              bob: Green
            """);
    }

    [Fact]
    public void The_register_lists_what_runs_then_what_was_decided()
    {
        var scene = Voted(Mode.Open);
        scene.Do("alice", "close", ("decision", ["1"]));
        scene.Do("alice", "poll", ("question", ["Where?"]), ("options", ["Park", "Café"]));
        scene.Do("bob", "decisions").ShouldBe("""
            Open:
              2 · Where? · closes Wed 26 Nov, 09:00 (Paris)
            Closed:
              1 · Tea? → Green · Tue 25 Nov, 09:00 (Paris)
            The whole story of one: /decision 2
            """);
        scene.Do("bob", "polls").ShouldBe("One poll is open:\n  Poll 2 · Where? · closes Wed 26 Nov, 09:00 (Paris)\n  to vote: /vote 2 Park");
        scene.Vote("bob", "Park", number: 2);
        scene.Do("bob", "polls").ShouldEndWith("\n  your vote: Park. To take it back: /withdraw 2");
    }

    [Fact]
    public void Where_there_is_nothing_says_how_to_begin()
    {
        new Scene().Do("bob", "decisions").ShouldEndWith("/poll \"Tea or coffee?\" Tea Coffee");
        new Scene().Do("bob", "polls").ShouldEndWith("/poll \"Tea or coffee?\" Tea Coffee");
    }

    [Fact]
    public void Mending_says_what_it_is_now()
    {
        var scene = Opened(Mode.Open);
        scene.Do("alice", "edit", ("decision", ["1"]), ("title", ["Which tea?"]), ("closes", ["2h"]))
            .ShouldBe("Poll 1 now asks “Which tea?” and closes Tue 25 Nov, 11:00 (Paris). Options: Green, Black.");
        scene.Do("bob", "edit", ("decision", ["1"]), ("title", ["Mine?"])).ShouldBe("Poll 1 was opened by alice, who alone can mend or close it. You can see how it stands: /decision 1");
        scene.Do("alice", "edit", ("decision", ["1"]), ("closes", ["once"])).ShouldEndWith("\n  /edit 1 closes:2h\n  /edit 1 closes:3d\n  /edit 1 closes:tomorrow 18:00");
        scene.Vote("bob", "Green");
        scene.Do("alice", "edit", ("decision", ["1"])).ShouldEndWith("You can close it and ask afresh: /close 1");
    }

    [Fact]
    public void Mending_by_form_changes_nothing_that_is_left_as_it_was()
    {
        var scene = Opened(Mode.Open);
        var before = scene.Collective.Decisions[new DecisionId(1)];
        scene.Do("alice", "edit", ("decision", ["1"]));
        var form = ((Answer.AskFor)scene.Last!).Form;
        scene.Do("alice", "edit", [("decision", ["1"]), .. form.Fields.Select(field => (field.Key, new[] { field.Skip! }))]);
        scene.Collective.Decisions[new DecisionId(1)].ShouldBe(before);
    }

    private static Scene Opened(Mode mode)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", ("question", ["Tea?"]), ("options", ["Green", "Black"]), ("secrecy", [mode is Mode.Sealed ? "sealed" : "open"]));
        return scene;
    }

    private static Scene Voted(Mode mode)
    {
        var scene = Opened(mode);
        scene.Vote("bob", "Green");
        return scene;
    }
}
