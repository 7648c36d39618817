using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Sdk;

public class WritingATime
{
    private static readonly DateTimeOffset Now = new(2025, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly Clock Paris = new("Europe/Paris");

    [Theory]
    [InlineData("en", "2025-11-25T13:00Z", "Tue 25 Nov, 14:00 (Paris)")]
    [InlineData("fr", "2025-11-25T13:00Z", "mar. 25 nov., 14 h (Paris)")]
    [InlineData("en", "2025-06-01T12:05Z", "Sun 1 Jun, 14:05 (Paris)")]
    [InlineData("fr", "2025-06-01T12:05Z", "dim. 1er juin, 14 h 05 (Paris)")]
    [InlineData("en", "2026-01-02T23:30Z", "Sat 3 Jan 2026, 00:30 (Paris)")]
    [InlineData("fr", "2026-01-02T23:30Z", "sam. 3 janv. 2026, 0 h 30 (Paris)")]
    public void A_moment_has_day_time_and_zone_and_a_year_where_it_is_another(string language, string at, string written)
    {
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        Plain(new Line(Paris.Moment(moment, language, Now))).ShouldBe(written);
    }

    [Theory]
    [InlineData("en", -24, "yesterday at 14:00")]
    [InlineData("en", 0, "today at 14:00")]
    [InlineData("en", 24, "tomorrow at 14:00")]
    [InlineData("en", -48, "on Sun 23 Nov, 14:00 (Paris)")]
    [InlineData("fr", -24, "hier à 14 h")]
    [InlineData("fr", 0, "aujourd’hui à 14 h")]
    [InlineData("fr", 24, "demain à 14 h")]
    [InlineData("fr", 48, "le jeu. 27 nov., 14 h (Paris)")]
    public void An_answer_says_the_day_as_people_do(string language, int hours, string written) =>
        Plain(Paris.On(new DateTimeOffset(2025, 11, 25, 13, 0, 0, TimeSpan.Zero).AddHours(hours), Now, language)).ShouldBe(written);

    [Theory]
    [InlineData("en", 0, "until 14:00")]
    [InlineData("en", 24, "until tomorrow, 14:00")]
    [InlineData("en", 72, "until Fri 28 Nov, 14:00 (Paris)")]
    [InlineData("fr", 0, "jusqu’à 14 h")]
    [InlineData("fr", 24, "jusqu’à demain, 14 h")]
    [InlineData("fr", 72, "jusqu’au ven. 28 nov., 14 h (Paris)")]
    public void An_answer_says_until_when(string language, int hours, string written) =>
        Plain(Paris.Until(new DateTimeOffset(2025, 11, 25, 13, 0, 0, TimeSpan.Zero).AddHours(hours), Now, language)).ShouldBe(written);

    [Theory]
    [InlineData("Europe/Paris", "Paris")]
    [InlineData("America/New_York", "New York")]
    [InlineData("UTC", "UTC")]
    [InlineData("Nowhere/At_all", "UTC")]
    public void A_zone_is_named_by_its_city(string zone, string name) => new Clock(zone).ZoneName.ShouldBe(name);

    /// <summary>With ordinary spaces, so that the tables above can be read.</summary>
    private static string Plain(Line line) => string.Concat(line.Pieces.Select(piece => piece is Inline.When when ? when.Text : ((Inline.Words)piece).Text)).Replace('\u00a0', ' ');
}
