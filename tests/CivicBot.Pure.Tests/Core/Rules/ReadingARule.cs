using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores;

public class ReadingARule
{
    public static TheoryData<string> Keys => [.. RuleKey.All.Select(rule => rule.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void From_its_own_word_gives_the_same(string key)
    {
        var rule = RuleKey.Find(key)!;
        Read(key, rule.Default).ShouldBe(rule.Default);
        Read(key, rule.Example).ShouldBe(rule.Example);
        rule.Example.ShouldNotBe(rule.Default);
        rule.Key.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '.').ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void By_every_name_it_has(string key)
    {
        foreach (var name in RuleKey.Find(key)!.Names) RuleKey.Find(name)!.Key.ShouldBe(key);
        RuleKey.Find(key.Replace('_', ' ').Replace('.', ' ').ToUpperInvariant())!.Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("majorité", "majority")]
    [InlineData("soutien", "support")]
    [InlineData("durees.vote", "durations.voting")]
    [InlineData("délégation.plafond", "delegation.cap")]
    [InlineData("heures calmes", "quiet_hours")]
    public void By_its_French_name_with_or_without_accents(string name, string key) => RuleKey.Find(name)!.Key.ShouldBe(key);

    [Fact]
    public void That_does_not_exist_says_so()
    {
        Rules.Read("quroum", "20%").ShouldBe(new RuleRead.NoSuchRule("quroum"));
        Rules.Read("", "20%").ShouldBe(new RuleRead.NoSuchRule(""));
        Rules.Read("durations", "7d").ShouldBe(new RuleRead.NoSuchRule("durations"));
        RuleKey.Family("durées").Select(rule => rule.Key).ShouldBe(["durations.support", "durations.discussion", "durations.frozen", "durations.voting"]);
        RuleKey.Family("quorum").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("quorum", "20%", "participation 1/5")]
    [InlineData("quorum", "20 %", "participation 1/5")]
    [InlineData("quorum", "20 pour cent", "participation 1/5")]
    [InlineData("quorum", "2.5%", "participation 1/40")]
    [InlineData("quorum", "2,5 %", "participation 1/40")]
    [InlineData("quorum", "1/5", "participation 1/5")]
    [InlineData("quorum", "3 in 10", "participation 3/10")]
    [InlineData("quorum", "3 sur 10", "participation 3/10")]
    [InlineData("quorum", "participation ≥ 20%", "participation 1/5")]
    [InlineData("quorum", "approval 2/8", "approval 1/4")]
    [InlineData("quorum", "approbation 25 %", "approval 1/4")]
    [InlineData("quorum", "25% approval", "approval 1/4")]
    [InlineData("quorum", "la moitié", "participation 1/2")]
    [InlineData("quorum", "none", "none")]
    [InlineData("quorum", "aucun", "none")]
    [InlineData("quorum", "0%", "none")]
    [InlineData("majority", "Simple majority", "simple")]
    [InlineData("majority", "60%", "3/5")]
    [InlineData("majority", "majorité absolue", "absolute")]
    [InlineData("majority", "unanimité", "unanimous")]
    [InlineData("majority", "consensus-1", "consensus-1")]
    [InlineData("majority", "consensus minus 2", "consensus-2")]
    [InlineData("majority", "consensus − 2", "consensus-2")]
    [InlineData("majority", "consensus-0", "unanimous")]
    [InlineData("support", "10%", "1/10")]
    [InlineData("support", "0", "0")]
    [InlineData("durations.voting", "72h", "3d")]
    [InlineData("durations.voting", "2 weeks", "14d")]
    [InlineData("durations.voting", "1 semaine", "7d")]
    [InlineData("durations.voting", "1j12h", "36h")]
    [InlineData("durations.voting", "1 day", "24h")]
    [InlineData("idle", "6 mois", "180d")]
    [InlineData("level", "1 7d", "1 7d")]
    [InlineData("level", "1 7 jours", "1 7d")]
    [InlineData("level", "1 0d", "1")]
    [InlineData("level", "2 2", "2")]
    [InlineData("level", "2 3", "2 3")]
    [InlineData("delegation", "non", "off")]
    [InlineData("delegation.cap", "max(3, 10%)", "3 1/10")]
    [InlineData("delegation.cap", "10%", "3 1/10")]
    [InlineData("delegation.cap", "5 ou 20 %", "5 1/5")]
    [InlineData("delegation.cap", "illimité", "none")]
    [InlineData("delegation.window", "off", "off")]
    [InlineData("consent.fallback", "vote 3/4", "3/4")]
    [InlineData("consent.fallback", "abandon", "drop")]
    [InlineData("mode", "scellé", "sealed")]
    [InlineData("mode", "public", "open")]
    [InlineData("polls.by", "membres", "member")]
    [InlineData("early_close", "yes", "on")]
    [InlineData("quiet_hours", "22h-8h", "22-8")]
    [InlineData("quiet_hours", "de 22h à 8h", "22-8")]
    [InlineData("quiet_hours", "from 10pm to 7:00", "22-7")]
    [InlineData("quiet_hours", "22:00 – 08:00", "22-8")]
    [InlineData("quiet_hours", "none", "off")]
    [InlineData("digest", "lundi à 9h", "monday 09:00")]
    [InlineData("digest", "fri 18:30", "friday 18:30")]
    [InlineData("digest", "Sunday", "sunday 09:00")]
    [InlineData("digest", "jamais", "off")]
    public void As_people_type_it(string key, string typed, string canonical) => Read(key, typed).ShouldBe(canonical);

    [Theory]
    [InlineData("quorum", "75%", "76%", RuleFault.TooMuch)]
    [InlineData("quorum", "approval 3/4", "approval 4/5", RuleFault.TooMuch)]
    [InlineData("change.quorum", "2/3", "67%", RuleFault.TooMuch)]
    [InlineData("majority", "51%", "50%", RuleFault.TooLittle)]
    [InlineData("majority", "4/5", "81%", RuleFault.TooMuch)]
    [InlineData("majority", "consensus-20", "consensus-21", RuleFault.TooMuch)]
    [InlineData("change.majority", "4/5", "5/6", RuleFault.TooMuch)]
    [InlineData("change.majority", "simple", "1/2", RuleFault.TooLittle)]
    [InlineData("change.majority", "simple", "unanimous", RuleFault.TooMuch)]
    [InlineData("change.majority", "simple", "absolute", RuleFault.TooMuch)]
    [InlineData("change.majority", "simple", "consensus-1", RuleFault.TooMuch)]
    [InlineData("change.mode", "open", "secret", RuleFault.Unreadable)]
    [InlineData("support", "25%", "26%", RuleFault.TooMuch)]
    [InlineData("durations.frozen", "24h", "23h", RuleFault.TooLittle)]
    [InlineData("durations.voting", "24h", "23h", RuleFault.TooLittle)]
    [InlineData("durations.voting", "60d", "1441h", RuleFault.TooMuch)]
    [InlineData("open_votes", "1", "0", RuleFault.TooLittle)]
    [InlineData("open_votes", "20", "21", RuleFault.TooMuch)]
    [InlineData("proposals.open", "20", "21", RuleFault.TooMuch)]
    [InlineData("min_direct_voters", "1", "0", RuleFault.TooLittle)]
    [InlineData("min_direct_voters", "20", "21", RuleFault.TooMuch)]
    [InlineData("idle", "30d", "29d", RuleFault.TooLittle)]
    [InlineData("idle", "730d", "731d", RuleFault.TooMuch)]
    [InlineData("pushes", "0", "4", RuleFault.TooMuch)]
    [InlineData("direct_messages", "2", "3", RuleFault.TooMuch)]
    [InlineData("level", "1", "0", RuleFault.TooLittle)]
    [InlineData("level", "1 90d", "1 91d", RuleFault.TooMuch)]
    [InlineData("level", "2 10", "2 11", RuleFault.TooMuch)]
    [InlineData("level", "2", "3", RuleFault.ComesLater)]
    [InlineData("polls.level", "0", "5", RuleFault.TooMuch)]
    [InlineData("delegation.cap", "1", "0", RuleFault.TooLittle)]
    [InlineData("delegation.cap", "100 50%", "3 51%", RuleFault.TooMuch)]
    [InlineData("delegation.lasts", "365d", "366d", RuleFault.TooMuch)]
    [InlineData("delegation.window", "48h", "49h", RuleFault.TooMuch)]
    [InlineData("consent.rounds", "5", "6", RuleFault.TooMuch)]
    [InlineData("consent.rounds", "1", "0", RuleFault.TooLittle)]
    [InlineData("consent.fallback", "simple", "absolute", RuleFault.TooMuch)]
    [InlineData("rivals.method", "approval", "grades", RuleFault.ComesLater)]
    [InlineData("proposals.by", "anyone", "role", RuleFault.ComesLater)]
    [InlineData("quiet_hours", "23-0", "24-8", RuleFault.Unreadable)]
    [InlineData("quiet_hours", "8-22", "8-8", RuleFault.Unreadable)]
    [InlineData("quiet_hours", "8-22", "8:30-22", RuleFault.Unreadable)]
    [InlineData("digest", "monday 23:59", "monday 24:00", RuleFault.Unreadable)]
    [InlineData("quorum", "0", "20", RuleFault.Unreadable)]
    [InlineData("quorum", "1/4", "5/4", RuleFault.Unreadable)]
    [InlineData("quorum", "1/4", "1/0", RuleFault.Unreadable)]
    [InlineData("open_votes", "5", "-5", RuleFault.Unreadable)]
    [InlineData("open_votes", "5", "99999999999999999999", RuleFault.Unreadable)]
    [InlineData("durations.voting", "5d", "5", RuleFault.Unreadable)]
    [InlineData("durations.voting", "5d", "12h5d", RuleFault.Unreadable)]
    [InlineData("mode", "open", "", RuleFault.Unreadable)]
    public void Stops_at_its_bounds(string key, string within, string beyond, RuleFault fault)
    {
        Rules.Read(key, within).ShouldBeOfType<RuleRead.Value>();
        Rules.Read(key, beyond).ShouldBe(new RuleRead.Unfit(key, beyond, fault));
    }

    /// <summary>Whatever is typed, it is read or refused; and what is read reads the same again, and makes a rule that can be asked.</summary>
    [Fact]
    public void Of_anything_is_a_value_or_a_refusal()
    {
        var words = Gen.OneOf("1", "2", "3", "20", "20%", "2/3", "0", "7d", "24h", "-", "none", "off", "on", "participation", "approval", "consensus-1", "max(", ")", "22-8", "monday", "lundi",
            "9h", "1/0", "in", "sur", "de", "à", "simple", "drop", "vote", "⁄", "\ud83c", "%", "/", "h", ":", "’", "99999999999");
        Gen.Select(Gen.OneOf(RuleKey.All.Select(rule => rule.Key).ToArray()), words.Array[0, 4]).Sample((key, typed) =>
        {
            if (Rules.Read(key, string.Join(' ', typed)) is not RuleRead.Value value) return;
            Read(key, value.Canonical).ShouldBe(value.Canonical);
            value.Canonical.All(char.IsAscii).ShouldBeTrue();
            Everything(Rules.Default.With(key, value.Canonical)).Count().ShouldBe(Everything(Rules.Default).Count());
        });
        Rules.Read("quorum", new string('9', 10_000)).ShouldBeOfType<RuleRead.Unfit>();
    }

    private static IEnumerable<object?> Everything(Rules rules) => typeof(Rules).GetProperties()
        .Where(property => property.GetMethod!.IsStatic == false && property.Name is not (nameof(Rules.ByKey) or "EqualityContract")).Select(property => property.GetValue(rules));

    private static string Read(string key, string typed) => Rules.Read(key, typed).ShouldBeOfType<RuleRead.Value>().Canonical;
}
