using CivicBot.Core;
using CivicBot.Engine;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>
/// People who decide together: what has to happen before a vote, in a line. Whoever proposes before anybody else is there needs nobody’s support: a week of discussion, a day of
/// rest, a week of voting, whose last day is the override window.
/// </summary>
internal static class Plenum
{
    public static readonly TimeSpan ToTheVote = TimeSpan.FromDays(8);
    public static readonly TimeSpan Voting = TimeSpan.FromDays(7);
    public static readonly TimeSpan ToTheWindow = TimeSpan.FromDays(6);

    public static Stage Stage(IStorage? storage = null)
    {
        var clock = new MovableClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        return new Stage(storage: storage, clock: clock, options: new BotOptions { Budgets = false, Beacon = new LateBeacon(clock) });
    }

    /// <summary>Alice proposes alone, then others join.</summary>
    public static async Task ProposeAsync(this Stage stage, string[] others, string how = "", string title = "Buy a cargo bike")
    {
        await stage.SayAsync("alice", $"/propose \"{title}\" \"For 800 €, kept in the yard\" {how}");
        foreach (var who in others) await stage.SayAsync(who, "/join");
    }

    public static async Task<IReadOnlyList<Seen>> VoteAsync(this Stage stage, string choice, params string[] people)
    {
        var seen = new List<Seen>();
        foreach (var who in people) seen.AddRange(await stage.SayAsync(who, $"/vote {choice}"));
        return seen;
    }

    public static async Task EntrustAsync(this Stage stage, string delegator, string to)
    {
        await stage.SayAsync(delegator, $"/delegate @{to}");
        await stage.SayAsync(to, $"/delegations accept @{delegator}");
    }

    /// <summary>Alice alone gives the collective another rule; it takes three weeks, and is the same time of the same weekday as before.</summary>
    public static async Task RuleAsync(this Stage stage, string key, string to)
    {
        await stage.SayAsync("alice", $"/propose rule:{key} to:{to} \"So that it fits\"");
        await stage.WaitAsync(ToTheVote);
        await stage.SayAsync("alice", $"/vote {(await stage.StateAsync()).Decisions.Count} for");
        await stage.WaitAsync(TimeSpan.FromDays(13));
        (await stage.StateAsync()).Decisions.Values.Last().Outcome.ShouldBe(Outcome.Adopted);
    }

    /// <summary>Move on to the next time that it is that hour.</summary>
    public static Task<IReadOnlyList<Seen>> UntilAsync(this Stage stage, int hour, int minute = 0)
    {
        var now = stage.Clock.GetUtcNow();
        var next = new DateTimeOffset(now.Date.AddHours(hour).AddMinutes(minute), TimeSpan.Zero);
        return stage.WaitAsync((next > now ? next : next.AddDays(1)) - now);
    }

    /// <summary>What was posted in the room, so that everybody is notified: neither edits nor answers.</summary>
    public static IEnumerable<Seen> Posts(this IEnumerable<Seen> seen) =>
        seen.Where(one => one is { Changed: false, To: Chat.Destination.ToRoom, Purpose: Chat.Purpose.Opening or Chat.Purpose.Card or Chat.Purpose.Notice or Chat.Purpose.Result });

    /// <summary>What somebody was told without having asked.</summary>
    public static IReadOnlyList<Seen> ToldTo(this IEnumerable<Seen> seen, string who) => [.. seen.Where(one => one.Told == who)];
}
