using CivicBot.Commons;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Proposals;

/// <summary>Among rivals, keeping things as they are is an option like the others, and typed as people say it.</summary>
public class KeepingThings
{
    private static readonly DecisionId One = new(1);

    [Theory]
    [InlineData("Keep things as they are")]
    [InlineData("keep")]
    [InlineData("status quo")]
    [InlineData("statu quo")]
    [InlineData("Laisser les choses en l’état")]
    [InlineData("3")]
    [InlineData("#3")]
    public void Is_typed_as_people_say_it(string typed)
    {
        var read = ChoiceReader.Read(View("schulze"), typed + " > rent one").ShouldBeOfType<ChoiceRead.Meant>();
        read.Ballot.ShouldBe(Ballot.Ranked.Of(3, [[3], [2]]));
        ChoiceReader.Read(View("approval"), typed).ShouldBe(new ChoiceRead.Options([3]));
    }

    [Theory]
    [InlineData("en", "Keep things as they are", "keep")]
    [InlineData("fr", "Laisser les choses en l’état", "statu quo")]
    public void Has_a_label_and_a_word_to_type_in_each_language(string language, string label, string typed)
    {
        OptionWords.Label(View("schulze"), 3, language).ShouldBe(label);
        OptionWords.Typed(View("schulze"), 3, language).ShouldBe(typed);
    }

    [Fact]
    public void Is_no_option_of_a_poll()
    {
        var meeting = new Meeting();
        meeting.Do("alice", new OpenDecision("poll", "Where?", ["Park", "Café"], Method.Approval, Mode.Open, null));
        OptionWords.IsKeeping(meeting.Scene.View().Find(1)!, 2).ShouldBeFalse();
    }

    private static DecisionView View(string method) => Meeting.AboutABike("en", ("rivals.method", method)).Supported()
        .Do("eve", new EnterRival(One, null, "Rent one", null)).Do("fay", new Support(One, 1)).Do("gil", new Support(One, 1)).Days(8).Scene.View().Find(1)!;
}
