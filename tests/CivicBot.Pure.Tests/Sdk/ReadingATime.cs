using CivicBot.Sdk;
using CsCheck;

namespace CivicBot.Pure.Tests.Sdk;

public class ReadingATime
{
    // Tuesday, 9:00:00 in Paris.
    private static readonly DateTimeOffset Now = new(2025, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly Clock Paris = new("Europe/Paris");

    [Theory]
    [InlineData("90m", "2025-11-25 10:30")]
    [InlineData("1h30m", "2025-11-25 10:30")]
    [InlineData("2h", "2025-11-25 11:00")]
    [InlineData("2 h", "2025-11-25 11:00")]
    [InlineData("2 hours", "2025-11-25 11:00")]
    [InlineData("12h", "2025-11-25 21:00")]
    [InlineData("24h", "2025-11-26 09:00")]
    [InlineData("3d", "2025-11-28 09:00")]
    [InlineData("1j", "2025-11-26 09:00")]
    [InlineData("2 jours", "2025-11-27 09:00")]
    [InlineData("2d12h", "2025-11-27 21:00")]
    [InlineData("1 semaine", "2025-12-02 09:00")]
    [InlineData("today 18:00", "2025-11-25 18:00")]
    [InlineData("tomorrow 18:00", "2025-11-26 18:00")]
    [InlineData("Tomorrow at 6pm", "2025-11-26 18:00")]
    [InlineData("tomorrow 12:30am", "2025-11-26 00:30")]
    [InlineData("tomorrow noon", "2025-11-26 12:00")]
    [InlineData("demain 18h", "2025-11-26 18:00")]
    [InlineData("demain à 18 h 30", "2025-11-26 18:30")]
    [InlineData("aujourd'hui 18h", "2025-11-25 18:00")]
    [InlineData("aujourd’hui 18h", "2025-11-25 18:00")]
    [InlineData("18h30", "2025-11-25 18:30")]
    [InlineData("18:00", "2025-11-25 18:00")]
    [InlineData("friday 20:00", "2025-11-28 20:00")]
    [InlineData("vendredi 20h", "2025-11-28 20:00")]
    [InlineData("ven. 20h", null)]
    [InlineData("FRI 20:00", "2025-11-28 20:00")]
    [InlineData("2026-12-01 18:00", "2026-12-01 18:00")]
    [InlineData("2026-12-01T18:00", "2026-12-01 18:00")]
    public void Gives_a_moment_in_the_collectives_zone(string words, string? moment)
    {
        if (moment is null) Paris.Read(words, Now).ShouldBeOfType<ReadTime.Unclear>().Problem.ShouldBe(TimeProblem.Unreadable);
        else Paris.Typed(Paris.Read(words, Now).ShouldBeOfType<ReadTime.At>().Moment).ShouldBe(moment);
    }

    [Theory]
    [InlineData("tomorrow", "2025-11-26 23:59")]
    [InlineData("demain", "2025-11-26 23:59")]
    [InlineData("friday", "2025-11-28 23:59")]
    [InlineData("monday", "2025-12-01 23:59")]
    [InlineData("2026-12-01", "2026-12-01 23:59")]
    public void A_day_alone_means_its_end(string words, string moment) =>
        Paris.Typed(Paris.Read(words, Now).ShouldBeOfType<ReadTime.At>().Moment).ShouldBe(moment);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("h")]
    [InlineData("30m1h")]
    [InlineData("1h2h")]
    [InlineData("999999d")]
    [InlineData("tomorrow 25:00")]
    [InlineData("tomorrow 18:")]
    [InlineData("tomorrow 13pm")]
    [InlineData("01/12/2026")]
    [InlineData("2026-13-01")]
    [InlineData("9999-12-31")]
    [InlineData("tomorrow at")]
    public void What_is_no_time_is_asked_back(string words) =>
        Paris.Read(words, Now).ShouldBeOfType<ReadTime.Unclear>().Problem.ShouldBe(TimeProblem.Unreadable);

    [Theory]
    [InlineData("today 08:00", "")]
    [InlineData("2025-11-24", "")]
    [InlineData("0h", "")]
    [InlineData("today 09:00", "")]
    [InlineData("8h30", "2025-11-26 08:30")]
    public void What_is_over_is_asked_back(string words, string instead)
    {
        var unclear = Paris.Read(words, Now).ShouldBeOfType<ReadTime.Unclear>();
        unclear.Problem.ShouldBe(TimeProblem.Past);
        string.Join('|', unclear.Instead).ShouldBe(instead);
    }

    [Theory]
    [InlineData("18h", "2025-11-26 03:00|2025-11-25 18:00")]
    [InlineData("tuesday 20:00", "2025-11-25 20:00|2025-12-02 20:00")]
    [InlineData("2026-10-25 02:30", "2026-10-25 01:59|2026-10-25 03:00")]
    public void What_fits_two_moments_is_asked_back(string words, string instead)
    {
        var unclear = Paris.Read(words, Now).ShouldBeOfType<ReadTime.Unclear>();
        unclear.Problem.ShouldBe(TimeProblem.Twofold);
        string.Join('|', unclear.Instead).ShouldBe(instead);
    }

    [Fact]
    public void A_weekday_whose_time_is_over_today_is_the_next_one() =>
        Paris.Typed(Paris.Read("tuesday 08:00", Now).ShouldBeOfType<ReadTime.At>().Moment).ShouldBe("2025-12-02 08:00");

    [Fact]
    public void A_time_the_clocks_go_over_does_not_exist()
    {
        var unclear = Paris.Read("2026-03-29 02:30", Now).ShouldBeOfType<ReadTime.Unclear>();
        unclear.Problem.ShouldBe(TimeProblem.Skipped);
        unclear.Instead.ShouldBe(["2026-03-29 03:00"]);
    }

    [Fact]
    public void Fractions_of_a_second_are_left_out() =>
        Paris.Read("2h", Now.AddMilliseconds(999)).ShouldBe(new ReadTime.At(Now.AddHours(2)));

    [Fact]
    public void What_is_offered_instead_reads_as_what_it_says()
    {
        foreach (var words in new[] { "18h", "tuesday 20:00", "2026-10-25 02:30", "2026-03-29 02:30", "8h30" })
        {
            foreach (var instead in Paris.Read(words, Now).ShouldBeOfType<ReadTime.Unclear>().Instead)
            {
                Paris.Typed(Paris.Read(instead, Now).ShouldBeOfType<ReadTime.At>().Moment).ShouldBe(instead);
            }
        }
    }

    [Theory]
    [InlineData("tomorrow", true)]
    [InlineData("tomorrow 18:00", true)]
    [InlineData("tomorrow at", true)]
    [InlineData("demain à", true)]
    [InlineData("tomorrow 18:00 19:00", false)]
    [InlineData("tomorrow Tea", false)]
    [InlineData("friday 20:00", true)]
    [InlineData("2h", true)]
    [InlineData("2h 30", false)]
    [InlineData("2h 30m", true)]
    [InlineData("2h Tea", false)]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-12-01 18:00", true)]
    [InlineData("18h", true)]
    [InlineData("Tea", false)]
    [InlineData("12:30", true)]
    public void A_command_line_takes_words_as_long_as_they_read_as_a_time(string words, bool reads) =>
        TimeReader.ReadsAsTime(words).ShouldBe(reads);

    [Fact]
    public void Whatever_is_typed_is_answered_and_never_past() =>
        Gen.String[Gen.Char["0123456789hmdj: -apmtoday"], 0, 20].Sample(words =>
            Paris.Read(words, Now) is not ReadTime.At at || (at.Moment > Now && at.Moment.Ticks % TimeSpan.TicksPerSecond == 0));

    [Fact]
    public void What_the_clock_types_reads_back() =>
        Gen.Int[1, 2_000_000].Sample(minutes =>
        {
            var moment = Now.AddMinutes(minutes);
            return Paris.Read(Paris.Typed(moment), Now) is not ReadTime.At at || at.Moment == moment;
        });
}
