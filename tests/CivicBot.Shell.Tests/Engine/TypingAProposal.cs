using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Proposals;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Lines about proposals as people type them, in both languages: read, decided, kept in the ledger, and audited.</summary>
public class TypingAProposal
{
    [Fact]
    public async Task From_the_first_line_to_a_vote_on_an_amendment()
    {
        await using var stage = new Stage(more: [new ProposalsPlugin()]);
        foreach (var name in (string[])["bob", "carol", "dave"]) await stage.SayAsync(name, "/poll \"Tea?\" method:yesno closes:2h");
        await stage.SayAsync("alice", "/vote 1 for");
        await SaysAsync("/propose \"Buy a cargo bike\" \"We buy one for 800 €: a red one\" topic:transport newtopic:yes mode:open review:6 weeks", "alice");
        (await stage.PollAsync(4)).ShouldSatisfyAllConditions(
            proposal => proposal.Body.ShouldBe("We buy one for 800 €: a red one"), proposal => proposal.Mode.ShouldBe(Mode.Open),
            proposal => proposal.Proposal!.Review.ShouldBe(TimeSpan.FromDays(42)), proposal => proposal.Proposal!.Topic.ShouldBe(1));
        await SaysAsync("/support 4", "bob");
        await SaysAsync("/soutenir #4", "carol");
        (await stage.PollAsync(4)).Phase.ShouldBe(Phase.Discussion);

        (await stage.AskAsync("bob", "/suggest 4 mustn't park: in the yard")).Text.ShouldStartWith("Your suggestion is 4.1.");
        (await stage.AskAsync("dave", "/amender 4 “We buy one for 900 €: a red one”")).Text.ShouldContain("«\u00a0900\u00a0»");
        ((Suggestion)(await stage.PollAsync(4)).Proposal!.Parts[1]).ShouldSatisfyAllConditions(
            part => part.Degree.ShouldBe(Degree.MustNot), part => part.Text.ShouldBe("park: in the yard"));
        (await stage.AskAsync("carol", "/case 4 against \"We have no shed\"")).Text.ShouldStartWith("You make the case against proposal 4.");
        await stage.WaitAsync(TimeSpan.FromHours(72));
        await SaysAsync("/ask-vote 4.2", "bob");
        (await stage.AskAsync("carol", "/voter 4.2 pour")).Text.ShouldStartWith("Enregistré pour 4.2");
        (await stage.AskAsync("bob", "/vote 4.2 for")).Text.ShouldStartWith("Recorded on 4.2: for.");
        (await stage.AskAsync("dave", "/vote 4.2 for")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();

        async Task SaysAsync(string line, string name) => (await stage.SayAsync(name, line)).ShouldAllBe(seen => seen.Purpose != Purpose.Refusal);
    }

    /// <summary>The button says the same line again, with a word more.</summary>
    [Fact]
    public async Task On_a_new_topic_takes_one_press_more()
    {
        await using var stage = new Stage(more: [new ProposalsPlugin()]);
        var asked = await stage.AskAsync("alice", "/proposer \"Acheter un « vélo »\" \"Pour \"\"800 €\" thème:transports mode:scellé comme:consentement");
        (await stage.EntriesAsync()).ShouldBeEmpty();
        asked = await stage.AskAsync("alice", "/proposer \"Acheter un « vélo »\" \"Pour 800 €\" thème:transports mode:scellé comme:consentement");
        await stage.PressAsync("alice", asked.Document.Parts.OfType<Part.Choices>().Single().Items.Single().Token!);
        (await stage.PollAsync()).ShouldSatisfyAllConditions(
            proposal => proposal.Title.ShouldBe("Acheter un « vélo »"), proposal => proposal.Body.ShouldBe("Pour 800 €"),
            proposal => proposal.Mode.ShouldBe(Mode.Open, "a consent round is open, whatever is asked"), proposal => proposal.Proposal!.Preset.ShouldBe(Preset.Consent));
        (await stage.StateAsync()).Topics.Values.ShouldBe(["transports"]);
    }

    [Fact]
    public async Task Step_by_step_shows_the_line_before_anything_is_opened()
    {
        await using var stage = new Stage(more: [new ProposalsPlugin()]);
        await stage.SayAsync("alice", "/proposer");
        foreach (var answer in (string[])["Acheter un vélo", "Pour 800 €, rangé dans la cour", "silence"]) await stage.SayAsync("alice", answer);
        (await stage.AskAsync("alice", "-")).Text.ShouldContain("/proposer \"Acheter un vélo\" \"Pour 800 €, rangé dans la cour\" comme:silence");
        (await stage.EntriesAsync()).ShouldBeEmpty();
        await stage.SayAsync("alice", "oui");
        (await stage.PollAsync()).ShouldSatisfyAllConditions(proposal => proposal.Body.ShouldBe("Pour 800 €, rangé dans la cour"), proposal => proposal.Proposal!.Preset.ShouldBe(Preset.Lazy));
    }

    /// <summary>What help shows for instance is a line that works, in the language it is shown in.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_example_is_understood(string language)
    {
        await using var stage = new Stage(more: [new ProposalsPlugin()]);
        await stage.SayAsync("bob", "/poll \"Tea?\" method:yesno");
        foreach (var command in new ProposalsPlugin().Commands.Select(command => command.Description))
        {
            var said = (await stage.SayAsync("bob", "/" + command.Example.In(language))).Select(seen => seen.Text);
            // It takes part 7 of nothing, or a topic to be made; it is never unreadable.
            said.ShouldAllBe(text => text.Contains('7') || text.Contains("transport", StringComparison.Ordinal));
        }
    }
}
