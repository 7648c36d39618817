using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

public class AConsentRound
{
    [Fact]
    public void Counts_each_kind_of_answer()
    {
        var gathering = With(Where(Method.Consent));
        Answer(gathering, "alice", ConsentAnswer.Consent);
        Answer(gathering, "bob", ConsentAnswer.Concern, "It may rain");
        Answer(gathering, "carol", ConsentAnswer.Concern);
        Answer(gathering, "dan", ConsentAnswer.StandAside);
        Tally.Of(gathering.Poll).ShouldBe(new Tally([1, 2, 0, 1], 4));
        Answer(gathering, "dan", ConsentAnswer.Object);
        Tally.Of(gathering.Poll).ShouldBe(new Tally([1, 2, 1, 0], 4));
    }

    [Fact]
    public void Takes_consent_only_and_consent_nothing_else()
    {
        var gathering = With(Where(Method.Consent));
        gathering.Vote("bob", 1).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        gathering.Vote("bob", Position.Abstain).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked([1]))).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        Answer(With(Where()), "bob", ConsentAnswer.Consent).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
    }

    [Fact]
    public void Keeps_a_concern_as_it_keeps_every_text()
    {
        var gathering = With(Where(Method.Consent));
        Answer(gathering, "bob", ConsentAnswer.Concern, " It may rain ").Refusal.ShouldBeNull();
        Answer(gathering, "bob", ConsentAnswer.Concern, "It may rain").ShouldBe(Ruling.Unchanged);
        Answer(gathering, "bob", ConsentAnswer.Concern, "It may pour").Events.ShouldHaveSingleItem();
        Answer(gathering, "bob", ConsentAnswer.Concern, " ").Refusal.ShouldBe(new Refusal.EmptyText());
        Answer(gathering, "bob", ConsentAnswer.Concern, "\ud800").Refusal.ShouldBe(new Refusal.UnreadableText());
        Answer(gathering, "bob", ConsentAnswer.Concern, new string('a', 301)).Refusal.ShouldBe(new Refusal.TextTooLong(300, 301));
    }

    [Theory]
    [InlineData(ConsentAnswer.Consent)]
    [InlineData(ConsentAnswer.Object)]
    [InlineData(ConsentAnswer.StandAside)]
    public void Takes_a_concern_from_whoever_consents_with_one_only(ConsentAnswer answer) =>
        Answer(With(Where(Method.Consent)), "bob", answer, "It may rain").Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));

    private static Ruling Answer(Gathering gathering, string name, ConsentAnswer answer, string? concern = null) =>
        gathering.Do(name, new CastBallot(One, new Ballot.Consent(answer, concern)));
}
