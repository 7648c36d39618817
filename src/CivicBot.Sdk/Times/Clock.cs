using CivicBot.Chat;
using NodaTime;

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
    #pragma warning disable CA1822 // to be written
    public Inline Moment(DateTimeOffset at, string language) => new Inline.When(at, at.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
}
