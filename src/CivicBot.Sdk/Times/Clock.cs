using System.Globalization;
using CivicBot.Chat;
using NodaTime;
using NodaTime.Extensions;

namespace CivicBot.Sdk;

/// <summary>Moments as a collective reads and writes them, in its time zone.</summary>
public sealed class Clock
{
    private readonly DateTimeZone zone;

    /// <param name="timeZone">An IANA time zone; one that is unknown is read as UTC.</param>
    public Clock(string timeZone) => zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc;

    /// <summary>The short name of the zone: the city, or UTC.</summary>
    public string ZoneName => zone == DateTimeZone.Utc ? "UTC" : zone.Id.Split('/')[^1].Replace('_', ' ');

    /// <summary>A moment with its day, time and zone, such as “Tue 25 Nov, 14:00 (Paris)”.</summary>
    /// <param name="seenFrom">The year is written where it is not that of this moment; null: never.</param>
    public Inline Moment(DateTimeOffset at, string language, DateTimeOffset? seenFrom = null)
    {
        var local = Local(at);
        var key = seenFrom is { } here && Local(here).Year != local.Year ? "moment.year" : "moment";
        return new Inline.When(at, Plain(SdkTexts.All.Line(language, key,
            ("weekday", Name(language, "days", (int)local.DayOfWeek)),
            ("day", new Inline.Words(local.Day == 1 ? SdkTexts.All.Words(language, "day.first") : local.Day.ToString(CultureInfo.InvariantCulture))),
            ("month", Name(language, "months", local.Month)),
            ("year", local.Year),
            ("time", Time(at, language)),
            ("zone", new Inline.Words(ZoneName)))));
    }

    /// <summary>The time of day: “14:00”, « 14 h 30 ».</summary>
    public Inline Time(DateTimeOffset at, string language)
    {
        var local = Local(at);
        return new Inline.Words(Plain(SdkTexts.All.Line(language, local.Minute == 0 ? "time.whole" : "time",
            ("h", local.Hour),
            ("hh", new Inline.Words(local.Hour.ToString("00", CultureInfo.InvariantCulture))),
            ("mm", new Inline.Words(local.Minute.ToString("00", CultureInfo.InvariantCulture))))));
    }

    /// <summary>“at 14:00”, « à 14 h ».</summary>
    public Line At(DateTimeOffset at, string language) => SdkTexts.All.Line(language, "at", ("time", Time(at, language)));

    public bool SameDay(DateTimeOffset one, DateTimeOffset other) => Local(one).Date == Local(other).Date;

    /// <summary>When, as one says it in an answer: “today at 14:00”, « hier à 14 h », else the date.</summary>
    public Line On(DateTimeOffset at, DateTimeOffset now, string language) => Relative("on", at, now, language);

    /// <summary>Until when, as one says it in an answer: “until 14:00”, « jusqu’à demain, 14 h ».</summary>
    public Line Until(DateTimeOffset at, DateTimeOffset now, string language) => Relative("until", at, now, language);

    /// <summary>As it can be typed, in any language: <c>2026-11-25 14:00</c>.</summary>
    public string Typed(DateTimeOffset at) => TimeReader.Typed(Local(at));

    /// <summary>Read what somebody typed: <c>2h</c>, <c>tomorrow 18:00</c>, <c>vendredi 20h</c>, <c>2026-12-01</c>. A day without a time means its end, 23:59.</summary>
    public ReadTime Read(string words, DateTimeOffset now) => new TimeReader(zone, now).Read(words);

    /// <summary>The hour of the day, from 0 to 23.</summary>
    public int Hour(DateTimeOffset at) => Local(at).Hour;

    /// <summary>The next moment after another at which that hour begins.</summary>
    public DateTimeOffset NextHour(int hour, DateTimeOffset after) => Next(day => true, new LocalTime(hour, 0), after);

    /// <summary>The next moment after another at which it is that time on that day of the week.</summary>
    public DateTimeOffset Next(DayOfWeek day, TimeOnly time, DateTimeOffset after) =>
        Next(date => date.DayOfWeek.ToDayOfWeek() == day, new LocalTime(time.Hour, time.Minute), after);

    private DateTimeOffset Next(Func<LocalDate, bool> fits, LocalTime time, DateTimeOffset after)
    {
        for (var date = Local(after).Date; ; date = date.PlusDays(1))
        {
            // A time that is skipped as clocks go forward is the one right after the gap.
            if (fits(date) && zone.AtLeniently(date + time).ToDateTimeOffset().ToUniversalTime() is var moment && moment > after) return moment;
        }
    }

    private Line Relative(string key, DateTimeOffset at, DateTimeOffset now, string language)
    {
        var days = Period.DaysBetween(Local(now).Date, Local(at).Date);
        var day = days switch { -1 => "yesterday", 0 => "today", 1 => "tomorrow", _ => "date" };
        // Nothing lasts until yesterday.
        if (key == "until" && days < 0) day = "date";
        return SdkTexts.All.Line(language, $"{key}.{day}", ("time", Time(at, language)), ("moment", Moment(at, language, now)));
    }

    private LocalDateTime Local(DateTimeOffset at) => at.ToInstant().InZone(zone).LocalDateTime;

    private static Inline.Words Name(string language, string key, int number) =>
        new Inline.Words(SdkTexts.All.Words(language, key).Split(' ')[number - 1]);

    private static string Plain(Line line) => string.Concat(line.Pieces.Select(piece => ((Inline.Words)piece).Text));
}
