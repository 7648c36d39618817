using CivicBot.Core;
using NodaTime;
using NodaTime.Text;

namespace CivicBot.Sdk;

/// <summary>Reads moments that people type, from where they are in time and space. What does not say one moment is asked back, never guessed.</summary>
public sealed class TimeReader
{
    private readonly DateTimeZone zone;
    private readonly Instant now;

    internal TimeReader(DateTimeZone zone, DateTimeOffset now) =>
        (this.zone, this.now) = (zone, Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));

    /// <summary>Whether words have the shape of a time, or of the beginning of one (“tomorrow at”): a command line goes on taking words as long as they do.</summary>
    public static bool ReadsAsTime(string words)
    {
        var plain = TimeWords.Plain(words);
        if (DurationReader.Read(plain) is not null) return true;
        var parts = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Spoken.Read(parts) is not null || (parts is [.. var day, var between] && TimeWords.Between.Contains(between) && Spoken.Read(day) is { Time: null });
    }

    /// <summary>How long words say that something lasts: <c>90d</c>, <c>6 semaines</c>; null where they say something else.</summary>
    public static TimeSpan? Length(string words) => DurationReader.Read(TimeWords.Plain(words))?.ToTimeSpan();

    internal ReadTime Read(string words)
    {
        var plain = TimeWords.Plain(words);
        if (DurationReader.Read(plain) is { } length)
        {
            // “18h” is 18 hours to some and six in the evening to others.
            if (plain is [>= '1' and <= '2', >= '0' and <= '9', 'h'] && length > Duration.FromHours(12) && length < Duration.FromHours(24))
            {
                var evening = Today.At(new LocalTime(length.ToTimeSpan().Hours, 0));
                if (evening <= Local(now)) evening = evening.PlusDays(1);
                return Back(TimeProblem.Twofold, words, Local(now + length), evening);
            }
            return Moment(words, now + length);
        }
        if (Spoken.Read(plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is not { } spoken) return Back(TimeProblem.Unreadable, words);
        var time = spoken.Time ?? new LocalTime(23, 59);
        if (spoken.Weekday is not { } weekday)
        {
            var day = spoken.Date ?? Today.PlusDays(spoken.Ahead ?? 0);
            return Resolve(words, day.At(time), again: spoken.Date is null && spoken.Ahead is null);
        }
        var next = Today.PlusDays((weekday - (int)Today.DayOfWeek + 7) % 7).At(time);
        if (next.Date != Today) return Resolve(words, next);
        return next > Local(now) ? Back(TimeProblem.Twofold, words, next, next.PlusDays(7)) : Resolve(words, next.PlusDays(7));
    }

    /// <param name="again">It names no day, so the same tomorrow may be meant.</param>
    private ReadTime Resolve(string words, LocalDateTime local, bool again = false)
    {
        var map = zone.MapLocal(local);
        if (map.Count == 0) return Back(TimeProblem.Skipped, words, map.LateInterval.IsoLocalStart);
        if (map.Count == 2) return Back(TimeProblem.Twofold, words, map.LateInterval.IsoLocalStart.PlusMinutes(-1), map.EarlyInterval.IsoLocalEnd);
        var moment = map.Single().ToInstant();
        return moment <= now && again ? Back(TimeProblem.Past, words, local.PlusDays(1)) : Moment(words, moment);
    }

    private ReadTime Moment(string words, Instant moment) =>
        moment <= now ? Back(TimeProblem.Past, words) : new ReadTime.At(moment.ToDateTimeOffset());

    private LocalDate Today => Local(now).Date;

    private LocalDateTime Local(Instant moment) => moment.InZone(zone).LocalDateTime;

    private static ReadTime.Unclear Back(TimeProblem problem, string words, params ReadOnlySpan<LocalDateTime> instead) =>
        new(problem, words, instead.ToArray().Select(Typed).ToValues());

    internal static string Typed(LocalDateTime local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(local);

    /// <summary>A day, a time of day, or both, as somebody says them.</summary>
    private sealed record Spoken(LocalDate? Date, int? Ahead, int? Weekday, LocalTime? Time)
    {
        public static Spoken? Read(ReadOnlySpan<string> words)
        {
            // 2026-12-01T18:00, in the plain form of which the T is small.
            if (words is [{ Length: > 11 } joined] && joined[10] == 't') return Read([joined[..10], joined[11..]]);
            if (words.Length == 0) return null;
            if (Day(words[0]) is not { } day) return TimeOfDayReader.Read(words) is { } alone ? new Spoken(null, null, null, alone) : null;
            var rest = words[1..];
            if (rest.Length > 1 && TimeWords.Between.Contains(rest[0])) rest = rest[1..];
            if (rest.Length == 0) return day;
            return TimeOfDayReader.Read(rest) is { } time ? day with { Time = time } : null;
        }

        private static Spoken? Day(string word) =>
            TimeWords.Ahead.TryGetValue(word, out var ahead) ? new Spoken(null, ahead, null, null)
            : TimeWords.Weekdays.TryGetValue(word, out var weekday) ? new Spoken(null, null, weekday, null)
            : LocalDatePattern.Iso.Parse(word) is { Success: true, Value: { Year: > 1900 and < 9000 } date } ? new Spoken(date, null, null, null)
            : null;
    }
}
