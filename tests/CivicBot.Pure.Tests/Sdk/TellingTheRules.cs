using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Sdk;

public class TellingTheRules
{
    public static TheoryData<string> Keys => [.. RuleKey.All.Select(rule => rule.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Says_each_in_a_sentence_and_what_it_can_be(string key)
    {
        var rule = RuleKey.Find(key)!;
        foreach (var language in Localized.Languages)
        {
            foreach (var value in new[] { rule.Default, rule.Example }) Text(RuleSentences.Of(key, value, language)).ShouldMatch(@"^\p{Lu}.*\.$");
            Text(RuleSentences.Of(key, rule.Default, language)).ShouldNotBe(Text(RuleSentences.Of(key, rule.Example, language)));
            Text(RuleTexts.Bounds(rule, language)).ShouldMatch(@"^\p{Lu}.*\.$");
        }
    }

    /// <summary>What is shown can be typed, and means the same.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Shows_values_that_read_back(string key)
    {
        var rule = RuleKey.Find(key)!;
        foreach (var language in Localized.Languages)
        {
            foreach (var value in new[] { rule.Default, rule.Example })
            {
                Rules.Read(rule.In(language), RuleTexts.Typed(key, value, language)).ShouldBe(new RuleRead.Value(key, value));
            }
            // Every example in the sentence of its bounds, too; and every word it can be.
            var codes = RuleTexts.Bounds(rule, language).Pieces.OfType<Inline.Code>().Select(code => code.Text).Where(code => code is not ("1/2" or "4/5" or "3/4" or "2/3"));
            foreach (var code in codes) Rules.Read(key, code).ShouldBeOfType<RuleRead.Value>(code);
        }
    }

    [Theory]
    [InlineData("quorum", "participation 3/10", "A vote counts if at least 3 in 10 members take part (abstaining counts).", "Un vote compte si au moins 3 membres sur 10 y participent (s’abstenir compte).")]
    [InlineData("quorum", "approval 1/4", "A vote counts if at least 1 in 4 members is for the proposal.", "Un vote compte si au moins 1 membre sur 4 est pour.")]
    [InlineData("quorum", "none", "A vote counts however few take part.", "Un vote compte, si peu nombreux que soient les participants.")]
    [InlineData("majority", "simple", "A proposal passes with more for than against.", "Une proposition est adoptée avec plus de pour que de contre.")]
    [InlineData("majority", "2/3", "A proposal passes with at least 2 in 3 for it (abstaining aside).", "Une proposition est adoptée avec au moins 2 voix pour sur 3 (abstentions à part).")]
    [InlineData("support", "1/20", "Support: 3 members, or 5% of the active ones if that is more; all of them, if there are fewer.", "Soutien : 3 membres, ou 5 % des membres actifs si c’est plus ; tous, s’ils sont moins.")]
    [InlineData("durations.support", "14d", "A proposal has 14 days to find its support.", "Une proposition a 14 jours pour trouver son soutien.")]
    [InlineData("level", "1 7d", "On proposals, those may vote who have been members for 7 days when voting opens.", "Sur une proposition votent les membres depuis au moins 7 jours à l’ouverture du vote.")]
    [InlineData("level", "2", "On proposals, members may vote for whom 2 other members vouch.", "Sur une proposition votent les membres dont 2 autres membres se portent garants.")]
    [InlineData("delegation.cap", "3 1/10", "A member carries at most 3 other voices, or 10% of the voters if that is more.", "Un membre porte au plus 3 autres voix, ou 10 % des votants si c’est plus.")]
    [InlineData("quiet_hours", "22-8", "I write to nobody in private from 22:00 to 08:00.", "Je n’écris à personne en privé de 22 h à 8 h.")]
    [InlineData("digest", "monday 09:00", "A summary of the week comes every Monday at 09:00, in the main room.", "Un résumé de la semaine paraît chaque lundi à 9 h, dans le salon principal.")]
    [InlineData("change.majority", "2/3", "A rule changes with at least 2 in 3 for it (abstaining aside).", "Une règle change avec au moins 2 voix pour sur 3 (abstentions à part).")]
    public void In_plain_words(string key, string value, string english, string french)
    {
        Text(RuleSentences.Of(key, value, "en")).ShouldBe(english);
        Text(RuleSentences.Of(key, value, "fr")).ShouldBe(french);
    }

    [Theory]
    [InlineData("participation 3/10", "simple", "Needs 12 of 40 to take part (abstaining counts) and more for than against.", "Il faut 12 participants sur 40 (s’abstenir compte) et plus de pour que de contre.")]
    [InlineData("approval 1/4", "2/3", "Needs 10 of 40 to be for it, and at least 2 in 3 for it (abstaining aside).", "Il faut 10 voix pour sur 40, et au moins 2 voix pour sur 3 (abstentions à part).")]
    [InlineData("none", "absolute", "Needs at least 21 of 40 for it.", "Il faut au moins 21 voix pour sur 40.")]
    [InlineData("none", "consensus-2", "Needs somebody for it and at most 2 against.", "Il faut au moins une voix pour et au plus 2 contre.")]
    public void In_numbers_for_a_card(string quorum, string majority, string english, string french)
    {
        Text(RuleSentences.Needs(Quorum.Read(quorum)!, Majority.Read(majority)!, 40, "en")).ShouldBe(english);
        Text(RuleSentences.Needs(Quorum.Read(quorum)!, Majority.Read(majority)!, 40, "fr")).ShouldBe(french);
    }

    [Fact]
    public void And_how_many_took_part()
    {
        Text(RuleSentences.Took(9, "en")).ShouldBe("9 took part.");
        Text(RuleSentences.Took(9, "fr")).ShouldBe("9 personnes ont participé.");
    }

    [Theory]
    [InlineData("en", "quorum", "90%", "“90%” is too much for quorum. It can be a share of up to 3/4 who take part, such as 20%, or who are for, such as approval 25%; or none.")]
    [InlineData("fr", "quorum", "90 %", "« 90 % », c’est trop pour quorum. Ce peut être une part d’au plus 3/4 qui participe, par exemple 20%, ou qui est pour, par exemple approbation 25% ; ou aucun.")]
    [InlineData("en", "rivales", "notes", "“notes” comes in a later version of rivals.method. It can be approval or schulze.")]
    [InlineData("en", "quroum", "20%", "There is no rule “quroum”. Did you mean quorum? It is told here: /rules quorum")]
    [InlineData("fr", "xyz", "1", "Il n’y a pas de règle « xyz ». Les voici toutes : /regles")]
    [InlineData("en", "durations", "7d", "“durations” is several rules: durations.support, durations.discussion, durations.frozen, durations.voting. All there are: /rules")]
    public void Why_not_says_what_can_be_typed(string language, string key, string typed, string said) => Text(RuleTexts.WhyNot(Rules.Read(key, typed), language)!).ShouldBe(said);

    private static string Text(Line line) => Scene.Text(Document.Of(line)).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
