using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Delegating;

/// <summary>Whatever is refused about members and delegations names a command that there is.</summary>
public class RefusingKindly
{
    private static readonly DateTimeOffset Later = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Says_what_to_type_instead(string language)
    {
        var trust = new Trust(language, "ana", "bo").Proposed();
        var known = trust.Scene.Commands.Select(command => command.Name.In(language)).ToList();
        Refusal[] all =
        [
            new Refusal.NoSuchMember(), new Refusal.NotForYourself(), new Refusal.DelegationIsOff(), new Refusal.NotToYourself(), new Refusal.NotToAnObserver(Trust.Id("bo")),
            new Refusal.NobodyNeedsAScope(), new Refusal.EachForHimself(new DecisionId(1)), new Refusal.EachForHimself(new DecisionId(9)), new Refusal.UntilTooLate(Later),
            new Refusal.NoSuchDelegation(), new Refusal.NoSuchOffer(Trust.Id("nobody we know")),
        ];
        foreach (var refusal in all)
        {
            var asked = new Asked { Command = "delegate", Arguments = new Dictionary<string, IReadOnlyList<string>>(), Language = language };
            var lines = RefusalTexts.Of(refusal, trust.Scene.View("ana"), asked).Parts.OfType<Part.Text>().SelectMany(part => part.Line.Pieces).OfType<Inline.Command>().ToList();
            lines.ShouldNotBeEmpty();
            foreach (var line in lines) known.ShouldContain(line.Line.Split(' ')[0]);
        }
    }
}
