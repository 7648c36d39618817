using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Commons;

public class FindingOnesWay
{
    [Theory]
    [InlineData("en", "Ask, vote, decide, without leaving the chat. Three steps to a first vote:\n  1  ask something: /poll \"Tea or coffee?\" Tea Coffee closes:2h\n  2  vote: /vote 1 Tea\n  3  see how it stands: /decision 1\n")]
    [InlineData("fr", "Demander, voter, décider sans quitter la messagerie. Trois pas jusqu’au premier vote :\n  1  posez une question : /sondage \"Thé ou café ?\" Thé Café clôture:2h\n  2  votez : /voter 1 Thé\n  3  voyez où cela en est : /decision 1\n")]
    public void Help_begins_with_three_steps_and_lists_every_command(string language, string steps)
    {
        var scene = new Scene(language);
        var said = Plain(scene.Do("eve", "help"));
        said.ShouldStartWith(steps);
        foreach (var command in scene.Commands) said.ShouldContain($"  /{command.Name.In(language)} · {Plain(command.Summary.In(language))}\n");
    }

    [Fact]
    public void Help_tells_all_about_one_command_by_any_of_its_names()
    {
        foreach (var name in new[] { "withdraw", "/withdraw", "retirer" })
        {
            new Scene().Do("eve", "help", ("command", [name])).ShouldBe("/withdraw · Take your vote back\n  number · the number on its card\nFor instance: /withdraw 1");
        }
        new Scene().Do("eve", "help", ("command", ["withdrew"])).ShouldBe("I know no command “withdrew”. Did you mean withdraw? Type /help withdraw");
        new Scene().Do("eve", "help", ("command", ["abracadabra"])).ShouldBe("I know no command “abracadabra”. All there are: /help");
    }

    [Fact]
    public void About_states_promise_and_limits()
    {
        var said = new Scene().Do("eve", "about");
        said.ShouldContain("What was recorded cannot be changed or removed without you, or anyone who kept a later checkpoint, being able to prove it.");
        said.ShouldContain("whoever runs the bot sees open and sealed votes as they arrive");
        said.ShouldContain("AGPL");
    }

    [Fact]
    public void A_language_is_kept_as_a_private_preference()
    {
        var scene = new Scene();
        scene.Do("eve", "language", ("language", ["fr"])).Replace('\u00a0', ' ').ShouldBe("Désormais, on vous répond en français. Pour revenir à l’anglais : /langue en");
        scene.Last.ShouldBeOfType<Answer.Prefer>().ShouldSatisfyAllConditions(prefer => prefer.Key.ShouldBe("language"), prefer => prefer.Value.ShouldBe("fr"));
        scene.Do("eve", "language", ("language", ["de"])).ShouldBe("I do not speak “de” yet: English and French only. Type /language en or /language fr");
    }

    [Theory]
    [InlineData("europe/berlin", "This is now “Nest”: it speaks English, and its clocks are those of Europe/Berlin. Ask something: /poll \"Tea or coffee?\" Tea Coffee")]
    [InlineData("berlin", "I know no time zone “berlin”. Did you mean Europe/Berlin? Type /found Nest timezone:Europe/Berlin")]
    [InlineData("Europe/Pariss", "I know no time zone “Europe/Pariss”. Did you mean Europe/Paris? Type /found Nest timezone:Europe/Paris")]
    [InlineData("Mars/Base", "I know no time zone “Mars/Base”. They are named by continent and city, as in /found Nest timezone:Europe/Paris")]
    public void Founding_names_and_sets_the_clocks(string zone, string said) =>
        new Scene().Do("alice", "found", ("name", ["Nest"]), ("timezone", [zone])).ShouldBe(said);

    [Fact]
    public void Founding_speaks_the_language_of_who_founds()
    {
        var scene = new Scene("fr", founded: false);
        scene.Do("alice", "found", ("name", ["Le Nid"])).Replace('\u00a0', ' ').ShouldStartWith("Ici, c’est désormais « Le Nid » : on y parle français, à l’heure de UTC.");
        scene.Do("eve", "found", ("name", ["Autre"])).ShouldContain("/decisions");
    }

    [Fact]
    public void Commands_that_want_a_number_ask_which_one()
    {
        var scene = new Scene();
        scene.Do("bob", "withdraw").ShouldBe("Nothing is open just now. What was decided so far: /decisions");
        scene.Do("alice", "poll", ("question", ["Tea?"]), ("options", ["Green", "Black"]));
        scene.Do("bob", "withdraw").ShouldBe("Which one?\n  /withdraw 1 · Tea?");
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
