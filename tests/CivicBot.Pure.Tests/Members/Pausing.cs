using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Members;

public class Pausing
{
    [Theory]
    [InlineData("en", "30d", "I leave you in peace until Thu 25 Dec, 09:00 (Paris): no reminders", "I leave you in peace until Thu 25 Dec, 09:00 (Paris). To end it: /snooze off", "off", "Back again")]
    [InlineData("fr", "30j", "Je vous laisse en paix jusqu’au jeu. 25 déc., 9 h (Paris) : pas de rappel", "Je vous laisse en paix jusqu’au jeu. 25 déc., 9 h (Paris). Pour y mettre fin : /pause fin", "fin", "C’est reparti")]
    public void Keeps_when_it_ends(string language, string typed, string done, string shown, string off, string back)
    {
        var scene = new Scene(language);
        Snooze(typed).ShouldStartWith(done);
        scene.Last.ShouldBeOfType<Answer.Prefer>().ShouldSatisfyAllConditions(kept => kept.Key.ShouldBe("snooze"), kept => kept.Value.ShouldBe("2025-12-25T08:00:00Z"));
        scene.Keep("bob", ((Answer.Prefer)scene.Last!).Key, "2025-12-25T08:00:00Z");
        SeeingWhoWeAre.Plain(scene.Do("bob", "snooze")).ShouldBe(shown);
        SeeingWhoWeAre.Plain(scene.Do("bob", "my")).ShouldContain(language == "en" ? "pause: no messages you did not ask for until Thu 25 Dec" : "pause : pas de message que vous n’ayez demandé jusqu’au jeu. 25 déc.");
        Snooze(off).ShouldStartWith(back);
        scene.Last.ShouldBeOfType<Answer.Prefer>().Value.ShouldBeNull();

        string Snooze(string until) => SeeingWhoWeAre.Plain(scene.Do("bob", "snooze", ("until", [until])));
    }

    [Fact]
    public void Is_over_when_its_time_has_come()
    {
        var scene = new Scene();
        scene.Keep("bob", "snooze", "2025-11-25T08:00:00Z");
        scene.Do("bob", "snooze").ShouldBe("I write to you when a vote of yours is concerned. To be left in peace for 30 days: /snooze 30d");
        scene.Do("bob", "my").ShouldNotContain("snooze");
    }

    [Fact]
    public void Asks_back_what_it_cannot_read() => new Scene().Do("bob", "snooze", ("until", ["ages"])).ShouldContain("\n  /snooze 3d\n");
}
