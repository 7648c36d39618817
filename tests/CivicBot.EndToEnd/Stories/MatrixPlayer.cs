using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.EndToEnd.Tools;
using CivicBot.Testing;

namespace CivicBot.EndToEnd.Stories;

/// <summary>Plays practice lines on a real homeserver, as people there would: they type with <c>!</c>, choose in private, and type what elsewhere is pressed.</summary>
internal sealed class MatrixPlayer(MatrixStage stage, Cast cast)
{
    /// <summary>Commands by which one chooses; what others saw is not recorded where a choice is secret.</summary>
    private readonly HashSet<string> choosing =
        [.. stage.Bot.Catalogue.Commands.Where(command => command.Name.En is "vote" or "judge").SelectMany(command => command.Name.All)];

    private readonly List<(string? Only, Choice Choice)> choices = [];
    private int shown;

    /// <summary>Play a line.</summary>
    /// <param name="line">With a <c>!</c> in front, a refusal is expected.</param>
    /// <returns>False if it was refused and should not have been, or the other way round.</returns>
    public async Task<bool> PlayAsync(string line)
    {
        var expectsRefusal = line.StartsWith('!');
        switch (PracticeLine.Read(expectsRefusal ? line[1..] : line))
        {
            case PracticeLine.Says says:
                return await SayAsync(says) == expectsRefusal;
            case PracticeLine.Presses presses:
                return await PressAsync(presses) == expectsRefusal;
            case PracticeLine.Moves moves:
                await stage.AdvanceAsync(moves.By);
                break;
            case PracticeLine.StartsAt starts:
                stage.Clock.MoveTo(starts.At);
                break;
            case PracticeLine.Beacon beacon:
                await stage.DrawAsync(beacon.Value);
                break;
            case PracticeLine.Unclear unclear:
                throw new FormatException($"{unclear.Problem}: {line}");
        }
        Look();
        return !expectsRefusal;
    }

    /// <returns>True if it was refused, or meant nothing.</returns>
    private async Task<bool> SayAsync(PracticeLine.Says says)
    {
        var person = await cast.PersonAsync(says.Name);
        await cast.EntitleAsync(person, says.Admin);
        var text = says.Text.StartsWith('/') ? "!" + says.Text[1..] : says.Text;
        var privately = says.Privately || choosing.Contains(text.TrimStart('!').Split(' ', 2)[0]);
        return await TypeAsync(person, privately ? await cast.ConversationAsync(person) : cast.Room, text);
    }

    /// <summary>There are no buttons: what one would do is typed.</summary>
    private async Task<bool> PressAsync(PracticeLine.Presses presses)
    {
        var person = await cast.PersonAsync(presses.Name);
        var wanted = TypedText.Loose(presses.Label);
        var act = choices.LastOrDefault(one => (one.Only is null || one.Only == person.Id) && TypedText.Loose(one.Choice.Label) == wanted).Choice?.Act;
        return act is null || await TypeAsync(person, await cast.ConversationAsync(person), "!" + act);
    }

    private async Task<bool> TypeAsync(Person person, string room, string text)
    {
        var handled = await stage.FollowAsync(await person.SayAsync(room, text));
        return Look().Any(delivery => delivery.Purpose is Purpose.Refusal && Reader(delivery) == person.Id) || handled is Ignored;
    }

    /// <returns>What has been delivered since somebody looked last.</returns>
    private List<Delivery> Look()
    {
        List<Delivery> fresh = [.. stage.Delivered.Skip(shown).Select(one => one.Delivery)];
        shown += fresh.Count;
        // As they stand on a screen: answers first, then the room, the results below.
        foreach (var delivery in fresh.OrderBy(one => one.To is Destination.ToRoom).ThenBy(one => one.Purpose is Purpose.Result))
        {
            foreach (var choice in delivery.Document.Parts.OfType<Part.Choices>().SelectMany(part => part.Items))
            {
                choices.RemoveAll(one => one.Only == Reader(delivery) && one.Choice.Act == choice.Act);
                choices.Add((Reader(delivery), choice));
            }
        }
        return fresh;
    }

    /// <summary>Whose alone it is; null if it is the room's.</summary>
    private static string? Reader(Delivery delivery) => delivery.To switch
    {
        Destination.ToAsker asker => asker.Account["matrix:".Length..],
        Destination.ToMember member => member.Account["matrix:".Length..],
        _ => null,
    };
}
