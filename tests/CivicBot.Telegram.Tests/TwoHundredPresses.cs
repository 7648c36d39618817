using CivicBot.Chat;
using CivicBot.StandIns.Telegram;

namespace CivicBot.Telegram.Tests;

/// <summary>A lively vote: as many as Telegram could stand, and more than it lets us show.</summary>
public class TwoHundredPresses
{
    private const int People = 200;

    [Fact]
    public async Task On_one_card_in_a_minute_are_all_answered_and_the_card_ends_right()
    {
        await using var running = await Running.StartedAsync();
        var people = Enumerable.Range(1, People).Select(number => running.Telegram.Person($"Person {number}")).ToList();
        var group = running.Telegram.Group("Town", people);
        await group.MakesBotAdmin();
        var (card, reference) = await running.CardAsync(group);
        var (answered, nextEdit, edits) = (0, DateTimeOffset.MinValue, 0);
        var toasts = new List<Task<TelegramToast>>();

        for (var number = 0; number < People; number++)
        {
            toasts.Add(people[number].Presses(card, "Café"));
            await Running.UntilAsync(() => running.Inbox.Of<Pressed>().Count() > number, $"press {number}");
            await AnswerAsync();
            await EditAsync();
            if (number == 150) (await running.ToRoomAsync(group, Samples.Recorded, Purpose.Result)).ShouldBeOfType<Delivered.Sent>(); // there is room for what matters
            running.Time.Advance(TimeSpan.FromSeconds(60.0 / People));
        }

        await Task.WhenAll(toasts).WaitAsync(TimeSpan.FromSeconds(5));
        people.ShouldAllBe(person => person.Toasts.Single().Text.StartsWith("Recorded", StringComparison.Ordinal));
        running.Inbox.Of<Pressed>().Select(pressed => pressed.From.Key).Distinct().Count().ShouldBe(People);
        edits.ShouldBeInRange(8, 12);
        running.Telegram.Throttled.ShouldBe(0);

        while (!card.Buttons.Any(button => button.Label == $"Café · {People}"))
        {
            running.Time.Advance(TimeSpan.FromSeconds(1));
            await EditAsync();
        }

        running.Telegram.Throttled.ShouldBe(0);
        group.FromBot.Count().ShouldBe(2);

        async Task AnswerAsync()
        {
            foreach (var pressed in running.Inbox.Of<Pressed>().Skip(answered).ToList())
            {
                answered++;
                (await running.ToAskerAsync(pressed, Samples.Recorded)).ShouldBe(new Delivered.Sent(null));
            }
        }

        // As the outbox does it: the latest state, every few seconds or when the adapter says.
        async Task EditAsync()
        {
            if (running.Time.GetUtcNow() < nextEdit) return;
            var delivered = await running.ToRoomAsync(group, Samples.Card(answered), Purpose.Card, reference);
            if (delivered is Delivered.Sent) edits++;
            nextEdit = running.Time.GetUtcNow() + (delivered is Delivered.Later later ? later.RetryAfter : running.Adapter.Limits.CardInterval);
        }
    }

    [Fact]
    public async Task At_once_are_all_handed_in_and_answered()
    {
        await using var running = await Running.StartedAsync();
        var people = Enumerable.Range(1, People).Select(number => running.Telegram.Person($"Person {number}")).ToList();
        var (card, _) = await running.CardAsync(running.Telegram.Group("Town", people));
        var toasts = people.Select(person => person.Presses(card, "Café")).ToList();
        await running.HeardAsync<Pressed>(People);
        foreach (var pressed in running.Inbox.Of<Pressed>()) await running.ToAskerAsync(pressed, Samples.Recorded);
        (await Task.WhenAll(toasts)).ShouldAllBe(toast => toast.Text.StartsWith("Recorded", StringComparison.Ordinal));
    }
}
