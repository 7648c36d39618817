using System.Diagnostics;
using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

/// <summary>Everybody votes at once. In a class of its own, so that it can be left out.</summary>
[Collection(nameof(Alone))]
public class TenThousandClicks
{
    private const int People = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Are_each_answered_within_a_second_and_handed_in_once_while_the_card_keeps_to_its_pace()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, reference) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        var people = Enumerable.Range(0, People).Select(n => scene.Discord.Person($"P{n}")).ToList();
        scene.Discord.Delay = TimeSpan.FromMilliseconds(30); // as far away as Discord may be
        using var done = new CancellationTokenSource();
        var drawing = DrawAsync(scene, reference, done.Token);
        var pressing = new List<Task<Exchange>>(People);
        var clock = Stopwatch.StartNew();
        foreach (var person in people)
        {
            var due = Span * (pressing.Count / (double)People);
            if (due > clock.Elapsed) await Task.Delay(TimeSpan.FromMilliseconds(10));
            pressing.Add(person.Presses(card, "Café"));
        }

        var exchanges = await Task.WhenAll(pressing);
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count >= People);
        await done.CancelAsync();
        await drawing;
        exchanges.Count(exchange => exchange.FirstAnswer != 5).ShouldBe(0);
        exchanges.Max(exchange => exchange.AnsweredAfter)!.Value.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        scene.Inbox.Received.Select(one => one.EventKey).Distinct().Count().ShouldBe(People);
        scene.Inbox.Received.Count.ShouldBe(People);
        card.Edits.Zip(card.Edits.Skip(1), (one, next) => next - one).ShouldAllBe(apart => apart > TimeSpan.FromSeconds(1.9));
        card.Edits.Count.ShouldBeGreaterThan(2);
        scene.Discord.Requests.ShouldNotContain(request => request.Status == 429);
    }

    /// <summary>As the outbox does: one edit in each interval.</summary>
    private static async Task DrawAsync(Scene scene, string card, CancellationToken done)
    {
        for (var n = 0; !done.IsCancellationRequested; n++)
        {
            await scene.DeliverAsync(new Delivery($"card-{n}", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Card, SomeDocuments.Card("Park", "Café"), "en", card));
            await Task.Delay(scene.Adapter.Limits.CardInterval, done).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}

/// <summary>What measures time runs when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
