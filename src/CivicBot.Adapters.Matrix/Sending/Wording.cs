using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>Who reads a message.</summary>
internal enum Place
{
    /// <summary>Everyone in the room.</summary>
    Room,

    /// <summary>It is for the one who asked, in a thread that the others can read.</summary>
    Thread,

    /// <summary>He alone.</summary>
    Private,
}

/// <summary>A document in the widgets that Matrix has: a number to tap, a lock to tap, and always a line to type.</summary>
internal static class Wording
{
    public static Document Of(Document document, Texts texts, Place place)
    {
        var numbered = document.Parts.OfType<Part.Tally>().LastOrDefault()?.Items.Count ?? 0;
        return new Document([.. document.Parts.SelectMany(part => Of(part, texts, place, numbered))]);
    }

    private static IEnumerable<Part> Of(Part part, Texts texts, Place place, int numbered) => part switch
    {
        Part.Tally { Items.Count: 0 } => [],
        Part.Choices choices => Of(choices, texts, place, numbered),
        Part.InPrivate goOn => [new Part.Text(new Line(new Inline.Words(place == Place.Private ? "" : texts.TypeInPrivate), new Inline.Command(goOn.Line)))],
        _ => [part],
    };

    private static IEnumerable<Part> Of(Part.Choices choices, Texts texts, Place place, int numbered)
    {
        if (choices.Items.Count > 0 && choices.Public)
        {
            if (numbered != choices.Items.Count && choices.Typed is not null) yield return new Part.Tally([.. choices.Items.Select(item => new TallyItem(item.Label))]);
            if (choices.Items.Count <= Receiving.ReactionKey.Most) yield return new Part.Text(CivicBot.Chat.Line.Of(texts.TapANumber));
        }
        else if (choices.Items.Count > 0 && place == Place.Room)
        {
            yield return new Part.Text(CivicBot.Chat.Line.Of(texts.TapTheLock));
        }

        if (choices.Typed is { } typed) yield return new Part.Text(typed);
        else if (choices.Items.Count > 0) yield return new Part.Facts([.. choices.Items.Select(Line)]);
    }

    private static Line Line(Choice choice, int index) => new(
        new Inline.Words(FormattableString.Invariant($"{index + 1}  ")),
        new Inline.Typed(choice.Label),
        new Inline.Words(": "),
        new Inline.Command(choice.Act));
}
