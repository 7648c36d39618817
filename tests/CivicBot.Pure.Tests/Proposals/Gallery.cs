using System.Runtime.CompilerServices;
using CivicBot.Core;
using CivicBot.Sdk;
using static CivicBot.Pure.Tests.Proposals.Meeting;

namespace CivicBot.Pure.Tests.Proposals;

/// <summary>
/// Every card of a proposal, phase by phase and outcome by outcome, as it is read in both languages: <c>gallery.en.txt</c> and <c>gallery.fr.txt</c>. Where one
/// changes on purpose, the test leaves what it drew beside it, to be read aloud and to take its place.
/// </summary>
public class Gallery
{
    private static readonly PartId Part1 = new(new DecisionId(1), 1);
    private static readonly PartId Part2 = new(new DecisionId(1), 2);

    private static IEnumerable<(string Name, string Text)> Scenes(string language)
    {
        yield return ("support", AboutABike(language).Card());
        yield return ("support, with a topic", About(new Propose("Buy a cargo bike (800 €)", Bike, Topic: "housing", NewTopic: true), language).Do("bob", new Support(new DecisionId(1))).Stamped().Card());
        yield return ("support, urgent", About(new Propose("Repair the roof", "Now, for at most 500 €.", Preset.Urgent), language).Card());
        yield return ("support, a change of rule", new Meeting(language).Do("alice", new ProposeRule("quorum", "participation 1/5", "Few of us come in summer.")).Card());
        yield return ("support, silence is consent", About(new Propose("Paint the door", "Green.", Preset.Lazy), language).Card());
        yield return ("support was not found", AboutABike(language).Days(14).Result());
        yield return ("taken back", AboutABike(language).Do("alice", new Abandon(new DecisionId(1))).Result());
        yield return ("silence was consent", About(new Propose("Paint the door", "Green.", Preset.Lazy), language).Supported().Days(3).Result());

        yield return ("discussion", Discussed(language).Stamped().Card());
        yield return ("discussion of a change of rule", new Meeting(language).Do("alice", new ProposeRule("quorum", "participation 1/5", null)).Supported().Card());
        yield return ("discussion, a vote on an amendment", Discussed(language).Days(4).Do("carol", new AskVote(Part2)).Do("bob", new VoteOnPart(Part2, Position.For)).Card());
        yield return ("discussion, extended", AboutABike(language).Supported().Do("bob", new Unsupport(new DecisionId(1))).Days(7).Card());
        yield return ("supporters left", AboutABike(language).Supported().Do("bob", new Unsupport(new DecisionId(1))).Days(9).Result());

        yield return ("frozen", AboutABike(language).Supported().Days(7).Stamped().Card());
        yield return ("frozen, in line", InLine(language).Card());

        yield return ("voting, sealed", AboutABike(language).AtTheVote().Vote("bob", Position.For).Vote("carol", Position.Against).Stamped().Card());
        yield return ("voting, open", AboutABike(language, ("mode", "open"), ("early_close", "on"), ("quiet_ending", "on"), ("delegation", "off")).AtTheVote().Vote("bob", Position.For).Vote("carol", Position.Against).Card());
        yield return ("voting, with cases", Cased(language).Days(8).Card());
        yield return ("voting, with voices carried", AboutABike(language).Delegate("dan", "bob").Delegate("eve", "dan").AtTheVote().Vote("bob", Position.For).Card());
        yield return ("voting, in the window", AboutABike(language).Delegate("dan", "bob").Delegate("eve", "dan").AtTheVote().Vote("bob", Position.For).Days(6).Card());
        yield return ("voting, with rivals", Rivalled(language).Card());
        yield return ("voting, closes early", AboutABike(language, ("early_close", "on"), ("mode", "open")).AtTheVote().All(Position.For).Card());

        yield return ("adopted", AboutABike(language).AtTheVote().Vote("alice", Position.For).Vote("bob", Position.For).Vote("carol", Position.Against).Days(7).Result());
        yield return ("adopted, on its card", AboutABike(language).AtTheVote().Vote("alice", Position.For).Vote("bob", Position.For).Vote("carol", Position.Against).Days(7).Card());
        yield return ("rejected, with voices", AboutABike(language, ("majority", "2/3")).Delegate("dan", "bob").Delegate("eve", "dan").Delegate("gil", "fay").AtTheVote()
            .Vote("alice", Position.For).Vote("bob", Position.Against).Vote("carol", Position.For).Do("carol", new LeaveRooms()).Days(7).Result());
        yield return ("level", AboutABike(language).AtTheVote().Vote("alice", Position.For).Vote("bob", Position.Against).Vote("carol", Position.Abstain).Days(7).Result());
        yield return ("too few", AboutABike(language, ("min_direct_voters", "1")).AtTheVote().Vote("alice", Position.For).Vote("bob", Position.For).Days(7).Result());
        yield return ("too few themselves", AboutABike(language).Delegate("dan", "bob").Delegate("eve", "bob").AtTheVote().Vote("bob", Position.For).Vote("alice", Position.For).Days(7).Result());
        yield return ("too few for it", AboutABike(language, ("quorum", "approval 1/2")).AtTheVote().Vote("alice", Position.For).Vote("bob", Position.For).Vote("carol", Position.Against).Days(7).Result());
        yield return ("a rule changed", RuleVoted(language).Result());
        yield return ("a rule that had changed", RuleVoted(language, meanwhile: true).Result());
        yield return ("rivals, one chosen", Rivalled(language).Vote("alice", 2, 3, 1).Vote("bob", 2, 1).Vote("carol", 1).Days(7).Result());
        yield return ("rivals, none passes", Rivalled(language).Vote("alice", 3).Vote("bob", 3).Vote("carol", 1).Days(7).Result());
        yield return ("a lot is awaited", Tied(language).Card());
        yield return ("a lot was drawn", Drawn(Tied(language), null).Result());

        yield return ("consent, clarify and react", Consent(language).Supported().Card());
        yield return ("consent, a round", InRound(language).Answer("bob", ConsentAnswer.Consent).Card());
        yield return ("consent, objected", Objected(language).Do("carol", new Contest(Part1)).Card());
        yield return ("consent, a jury is out", Drawn(Objected(language).Do("alice", new Contest(Part1)), 1).Card());
        yield return ("consent, waiting for a new text", Objected(language).Days(3).Card());
        yield return ("consent, a new text", Objected(language).Days(3).Do("alice", new EditText(new DecisionId(1), null, "We borrow one first.")).Card());
        yield return ("consent, it comes to a vote", Objected(language).Days(10).Card());
        yield return ("consent, adopted", InRound(language).Answer("alice", ConsentAnswer.Consent).Answer("bob", ConsentAnswer.Consent).Answer("carol", ConsentAnswer.Consent)
            .Answer("dan", ConsentAnswer.Concern, "Who repairs it?").Answer("eve", ConsentAnswer.StandAside).Days(3).Result());
        yield return ("consent, judged", Judged(language).Days(3).Result());
        yield return ("consent, blocked", Objected(language, ("consent.rounds", "1"), ("consent.fallback", "drop")).Days(3).Result());
        yield return ("consent, no new text", Objected(language, ("consent.fallback", "drop")).Days(10).Result());
        yield return ("consent, too few answers", InRound(language).Answer("bob", ConsentAnswer.Consent).Days(3).Result());

        var adopted = Adopted(language);
        yield return ("the story of an adopted one", adopted.Scene.Do("bob", "decision", ("decision", ["1"])));
        yield return ("the story of a running one", Discussed(language).Stamped().Scene.Do("bob", "decision", ("decision", ["1"])));
        adopted.Do("bob", new Propose("Plant a tree", null)).Do("carol", new ProposeRule("quorum", "participation 1/5", null));
        yield return ("the register", adopted.Scene.Do("bob", "decisions"));

        var early = AboutABike(language, ("early_close", "on"), ("mode", "open")).AtTheVote().All(Position.For);
        yield return ("told: it closes early", early.Told(new Told.EarlyClose(1, early.Decision.ClosesEarlyAt!.Value)));
        yield return ("told: the close is near", AboutABike(language).AtTheVote().Days(6).Told(new Told.CloseIsNear(1), "eve"));
        yield return ("told: the review is due", Adopted(language).Days(90).Told(new Told.ReviewDue(1)));
        yield return ("told: the text changed", AboutABike(language).Supported().Do("alice", new EditText(new DecisionId(1), null, Bike.Replace("800", "900", StringComparison.Ordinal))).Told(new Told.TextChanged(1), "bob"));
        yield return ("told: drawn as a juror", Drawn(Objected(language).Do("alice", new Contest(Part1)), 1).Told(new Told.DrawnAsJuror(Part1), "bob"));
        yield return ("told: the week", adopted.Told(new Told.Digest(adopted.Scene.Now.AddDays(-7))));
        yield return ("reminder", Reminded(language));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Reads_as_it_was_read_aloud(string language)
    {
        var drawn = string.Concat(Scenes(language).Select(scene => $"--- {scene.Name}\n{scene.Text}\n\n"));
        var path = Path.Combine(Folder(), $"gallery.{language}.txt");
        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        if (drawn == kept)
        {
            File.Delete(path + ".drawn");
            return;
        }
        File.WriteAllText(path + ".drawn", drawn);
        drawn.ShouldBe(kept);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static Meeting Discussed(string language) => AboutABike(language).Supported()
        .Do("bob", new Suggest(new DecisionId(1), Degree.Must, "It is insured"))
        .Do("dan", new Amend(new DecisionId(1), Bike.Replace("800 €", "at most 700 €", StringComparison.Ordinal)))
        .Do("eve", new EnterRival(new DecisionId(1), null, "Rent one", "We rent a cargo bike when we need one."))
        .Do("fay", new Suggest(new DecisionId(1), Degree.ShouldNot, "Be too heavy"));

    private static Meeting Cased(string language) => AboutABike(language).Supported()
        .Do("alice", new MakeCase(new DecisionId(1), Side.For, "We carry soil every week."))
        .Do("bob", new MakeCase(new DecisionId(1), Side.Against, "We have no room for it."));

    private static Meeting InLine(string language)
    {
        var meeting = AboutABike(language, ("open_votes", "1")).Supported();
        meeting.Do("bob", new Propose("Plant a tree", null)).Id = new DecisionId(2);
        meeting.Do("alice", new Support(meeting.Id)).Do("carol", new Support(meeting.Id));
        return meeting.Days(8);
    }

    private static Meeting Rivalled(string language) => AboutABike(language).Supported()
        .Do("eve", new EnterRival(new DecisionId(1), null, "Rent one", "We rent a cargo bike when we need one."))
        .Do("fay", new Support(new DecisionId(1), 1)).Do("gil", new Support(new DecisionId(1), 1)).Days(8);

    private static Meeting Tied(string language) => Rivalled(language).Vote("alice", 1, 2).Vote("bob", 2, 1).Vote("carol", 1, 2).Vote("dan", 2, 1).Days(7);

    private static Meeting Drawn(Meeting meeting, int? part)
    {
        var drawn = new Draw(new DecisionId(1), part, "b1946ac92492d234", new string('7', 64)).Decide(meeting.Scene.Collective, meeting.Scene.By("alice") with { By = null });
        drawn.Refusal.ShouldBeNull();
        meeting.Scene.Collective = meeting.Scene.Collective.Apply(drawn.Events);
        return meeting;
    }

    private static Meeting RuleVoted(string language, bool meanwhile = false)
    {
        var meeting = new Meeting(language).Do("alice", new ProposeRule("quorum", "participation 1/5", null)).AtTheVote();
        foreach (var name in People.Take(4)) meeting.Vote(name, Position.For);
        if (meanwhile) meeting.Scene.Collective = meeting.Scene.Collective with { Rules = meeting.Scene.Collective.Rules.With("quorum", "none") };
        return meeting.Days(7);
    }

    private static Meeting Consent(string language, params (string, string)[] rules) => About(new Propose("Buy a cargo bike (800 €)", Bike, Preset.Consent), language, rules);

    private static Meeting InRound(string language, params (string, string)[] rules) => Consent(language, rules).Supported().Days(2);

    private static Meeting Objected(string language, params (string, string)[] rules) => InRound(language, rules)
        .Answer("alice", ConsentAnswer.Consent).Answer("bob", ConsentAnswer.Consent).Answer("carol", ConsentAnswer.Consent).Answer("dan", ConsentAnswer.Consent)
        .Do("eve", new RaiseObjection(new DecisionId(1), "children play in the yard", "it stands in the cellar"));

    private static Meeting Judged(string language)
    {
        var meeting = Drawn(Objected(language).Do("alice", new Contest(Part1)), 1);
        var jury = ((Objection)meeting.Decision.Proposal!.Parts[1]).Jury!.Members.Select(number => meeting.Scene.Collective[number].Name!).ToList();
        return meeting.Do(jury[0], new Judge(Part1, Verdict.Preference)).Do(jury[1], new Judge(Part1, Verdict.Preference));
    }

    private static Meeting Adopted(string language) => Discussed(language).Do("alice", new SettleAmendment(Part2, true)).Do("bob", new Support(new DecisionId(1))).Do("carol", new Support(new DecisionId(1)))
        .Do("alice", new MarkSuggestion(Part1, true)).Days(8).Vote("alice", Position.For).Vote("bob", Position.For).Vote("carol", Position.Against).Days(7).Stamped()
        .Do("alice", new StateOutcome(new DecisionId(1), "The bike is here.", Member("bob"), new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), null));

    private static string Reminded(string language)
    {
        var meeting = AboutABike(language).AtTheVote().Vote("bob", Position.For).Days(6);
        return Sdk.Scene.Text(meeting.Scene.KindOf("proposal").Reminder(meeting.Scene.View().Find(1)!, language));
    }
}
