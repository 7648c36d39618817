using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Testing;

/// <summary>
/// Plays practice lines one by one and says what was seen: answers first, marked with whose they are, then what changed in the room, each changed card once.
/// Plain lines, so that it works through pipes and screen readers.
/// </summary>
/// <param name="room">Where it is played.</param>
/// <param name="texts">What the player itself says.</param>
/// <param name="write">Takes a line of output.</param>
public sealed class PracticePlayer(PracticeRoom room, PracticeTexts texts, Action<string> write)
{
    private const int Width = 78;

    private readonly PlainText plain = new(room.Room.Limits.Prefix, Isolated, room.Room.Limits.Buttons, Width, files: false);
    private readonly List<(string? Only, Choice Choice)> pressable = [];

    /// <summary>Play a line.</summary>
    /// <param name="line">With a <c>!</c> in front, a refusal is expected.</param>
    /// <returns>False if it was refused and should not have been, or the other way round.</returns>
    public async Task<bool> PlayAsync(string line)
    {
        var expectsRefusal = line.TrimStart().StartsWith('!');
        var read = PracticeLine.Read(expectsRefusal ? line.TrimStart()[1..] : line);
        var refused = read switch
        {
            PracticeLine.Says says => await SayAsync(says).ConfigureAwait(false),
            PracticeLine.Presses presses => await PressAsync(presses).ConfigureAwait(false),
            PracticeLine.Moves moves => await MoveAsync(moves.By).ConfigureAwait(false),
            PracticeLine.StartsAt starts => Start(starts.At),
            PracticeLine.Beacon beacon => await DrawAsync(beacon.Value).ConfigureAwait(false),
            PracticeLine.Unclear unclear => Problem(unclear.Problem),
            _ => (bool?)null,
        };
        if (refused is null || refused == expectsRefusal) return true;
        if (expectsRefusal) Problem(PracticeProblem.ExpectedRefusal);
        return false;
    }

    private async Task<bool?> SayAsync(PracticeLine.Says says)
    {
        var handled = await room.ReceiveAsync(room.Room.Says(says.Name, says.Text, says.Privately, says.Admin)).ConfigureAwait(false);
        var refused = Show();
        return handled is Ignored ? Problem(PracticeProblem.NobodyAnswers) : refused;
    }

    private async Task<bool?> PressAsync(PracticeLine.Presses presses)
    {
        var wanted = TypedText.Loose(presses.Label);
        var found = pressable.LastOrDefault(one => (one.Only is null || one.Only == presses.Name) && TypedText.Loose(one.Choice.Label) == wanted).Choice;
        if (found?.Token is not { } token) return Problem(PracticeProblem.NothingToPress);
        await room.ReceiveAsync(room.Room.Presses(presses.Name, token)).ConfigureAwait(false);
        return Show();
    }

    private async Task<bool?> MoveAsync(TimeSpan by)
    {
        await room.AdvanceAsync(by, () => Show()).ConfigureAwait(false);
        Show();
        write($"  {texts.Now(room.Clock.GetUtcNow())}");
        return false;
    }

    private async Task<bool?> DrawAsync(string value)
    {
        await room.DrawAsync(value).ConfigureAwait(false);
        return Show();
    }

    private bool? Start(DateTimeOffset at)
    {
        room.Clock.MoveTo(at);
        return null;
    }

    /// <summary>What came due by itself, where the clock goes on with the real one.</summary>
    public async Task CatchUpAsync()
    {
        await room.CatchUpAsync().ConfigureAwait(false);
        Show();
    }

    private bool Problem(PracticeProblem problem)
    {
        write($"  {texts.Of(problem)}");
        return true;
    }

    /// <returns>True if something was refused.</returns>
    private bool Show()
    {
        var shown = room.Room.TakeFresh();
        foreach (var answer in shown)
        {
            if (answer.Delivery.To is Destination.ToAsker asker) ShowAnswer(asker.Name, answer.Delivery.Document);
            if (answer.Delivery.To is Destination.ToMember member) ShowAnswer(member.Name, answer.Delivery.Document);
        }
        var inRoom = shown.Where(one => one.Delivery.To is Destination.ToRoom).GroupBy(one => one.Message).Select(group => group.Last());
        foreach (var message in inRoom.OrderBy(one => one.Delivery.Purpose is Purpose.Result).ThenBy(one => one.Order))
        {
            write("");
            foreach (var line in plain.Lines(message.Delivery.Document)) write($"  {line}");
            Remember(null, message.Delivery.Document);
        }
        return shown.Any(one => one.Delivery.Purpose is Purpose.Refusal);
    }

    private void ShowAnswer(string name, Document document)
    {
        var mark = texts.OnlyFor(name);
        foreach (var line in plain.Lines(document))
        {
            write($"  {mark}{line}");
            mark = new string(' ', mark.Length);
        }
        Remember(name, document);
    }

    private void Remember(string? only, Document document)
    {
        foreach (var choice in document.Parts.OfType<Part.Choices>().SelectMany(part => part.Items))
        {
            pressable.RemoveAll(one => one.Only == only && one.Choice.Act == choice.Act);
            pressable.Add((only, choice));
        }
    }

    /// <summary>Typed text as the terminal shows it: what would move the cursor or turn the line around is shown by its name.</summary>
    public static string Isolated(string typed) => string.Concat(typed.EnumerateRunes().Select(rune =>
        System.Text.Rune.IsControl(rune) && rune.Value != '\n' || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
            ? $"<{rune.Value:X4}>" : rune.ToString()));
}
