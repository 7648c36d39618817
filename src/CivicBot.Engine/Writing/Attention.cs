using System.Globalization;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>
/// How often people are spoken to: counted and capped here, where rows enter the outbox, and not by each feature's good will (SEMANTICS 3.10). The counts are
/// rows beside the ledger, written in the same commit, so a restart forgives nothing.
/// </summary>
internal static class Attention
{
    private const string Prefix = "engine/";
    private const string Room = "engine:rooms";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What the account chose to keep, without what the engine keeps of it.</summary>
    public static bool IsTheEngines(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) || key.StartsWith("reaction/", StringComparison.Ordinal) || key == Codes.Setting;

    /// <summary>Takes one of a decision's notifications in its rooms; false if there are none left. One is the result's, and kept for it.</summary>
    public static bool TakePush(Sitting sitting, Decision decision)
    {
        var key = $"{Prefix}pushes/{decision.Id}";
        var taken = int.Parse(sitting.Kept.SettingsOf(Room).GetValueOrDefault(key, "0"), CultureInfo.InvariantCulture);
        if (taken + 1 >= (decision.Proposal?.Terms ?? sitting.State.Rules).Pushes) return false;
        sitting.Keep(new Setting(Room, key, (taken + 1).ToString(CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>Nothing more comes of the decision: nothing is counted any more.</summary>
    public static void Forget(Sitting sitting, DecisionId id)
    {
        var key = $"{Prefix}pushes/{id}";
        if (sitting.Kept.SettingsOf(Room).ContainsKey(key)) sitting.Keep(new Setting(Room, key, null));
    }

    /// <summary>Takes one of an account's direct messages of these seven days; false if there are none left.</summary>
    public static bool TakeMessage(Sitting sitting, string account)
    {
        var recent = sitting.Kept.SettingsOf(account).GetValueOrDefault(Prefix + "messages", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => Read(word) > sitting.At - Week).ToList();
        if (recent.Count >= sitting.State.Rules.DirectMessages) return false;
        sitting.Keep(new Setting(account, Prefix + "messages", string.Join(' ', recent.Append(Write(sitting.At)))));
        return true;
    }

    /// <summary>The account asked to be left alone for a while.</summary>
    public static bool IsSnoozed(Sitting sitting, string account) => Read(sitting.Kept.SettingsOf(account).GetValueOrDefault("snooze", "")) > sitting.At;

    /// <summary>
    /// Takes the one message that an account gets of a kind about each running vote beside those that are counted; false if there is none about which it has not been told so.
    /// </summary>
    public static bool TakeOnce(Sitting sitting, string account, string kind, IEnumerable<DecisionId> votes)
    {
        var key = $"{Prefix}once/{kind}";
        var told = sitting.Kept.SettingsOf(account).GetValueOrDefault(key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => sitting.State.Running.Any(id => id.ToString() == word)).ToList();
        var more = votes.Select(id => id.ToString()).Except(told).ToList();
        if (more.Count == 0) return false;
        sitting.Keep(new Setting(account, key, string.Join(' ', told.Concat(more))));
        return true;
    }

    /// <summary>When direct messages may come again, if these are quiet hours where the collective lives.</summary>
    /// <param name="latest">Even in quiet hours it comes no later than that.</param>
    public static DateTimeOffset? QuietUntil(Sitting sitting, DateTimeOffset? latest = null)
    {
        var clock = new Clock(sitting.State.TimeZone);
        if (sitting.State.Rules.QuietHours is not { } quiet || !quiet.Hold(clock.Hour(sitting.At))) return null;
        var morning = clock.NextHour(quiet.To, sitting.At);
        return latest is null || morning < latest ? morning : latest > sitting.At ? latest : null;
    }

    private static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Read(string word) =>
        DateTimeOffset.TryParseExact(word, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
