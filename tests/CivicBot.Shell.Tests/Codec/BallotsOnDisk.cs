using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Shell.Tests.Codec;

/// <summary>What a ballot looks like in its commitment (LEDGER 5.3): each kind has a shape of its own, and none is ever changed.</summary>
public class BallotsOnDisk
{
    public static TheoryData<Ballot, string> Shapes => new()
    {
        { new Ballot.Chosen(3, 1), "[1,3]" },
        { new Ballot.Stance(Position.Abstain), "\"abstain\"" },
        { new Ballot.Ranked([1], [3, 2]), "[[1],[2,3]]" },
        { new Ballot.Ranked([2]), "[[2]]" },
        { new Ballot.Consent(ConsentAnswer.Consent), """{"answer":"consent"}""" },
        { new Ballot.Consent(ConsentAnswer.Concern), """{"answer":"concern"}""" },
        { new Ballot.Consent(ConsentAnswer.Concern, "It may rain"), """{"answer":"concern","concern":"It may rain"}""" },
        { new Ballot.Consent(ConsentAnswer.Object), """{"answer":"object"}""" },
        { new Ballot.Consent(ConsentAnswer.StandAside), """{"answer":"aside"}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Have_their_shape_and_are_read_back(Ballot ballot, string shape)
    {
        var payload = Payloads.Ballot(new BallotCast(new DecisionId(7), new MemberId("0f7b"), ballot, DateTimeOffset.UnixEpoch));
        var line = CanonicalJson.Write(payload);
        Encoding.UTF8.GetString(line).ShouldBe($$"""{"choice":{{shape}},"d":7,"m":"0f7b"}""");
        CanonicalJson.TryRead(line, out var read, out _).ShouldBeTrue();
        Payloads.ReadBallot(read!).ShouldBe(ballot);
    }

    [Theory]
    [InlineData("""{"choice":{"answer":"abstain"}}""")]
    [InlineData("""{"choice":{"concern":"It may rain"}}""")]
    [InlineData("""{"choice":"perhaps"}""")]
    [InlineData("""{}""")]
    public void Of_an_unknown_shape_close_the_door(string payload) =>
        Should.Throw<FormatException>(() => Payloads.ReadBallot(JsonNode.Parse(payload)!.AsObject()));
}
