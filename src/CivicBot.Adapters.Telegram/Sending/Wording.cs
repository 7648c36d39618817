using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>Who reads a message.</summary>
internal enum Audience
{
    /// <summary>Everyone in the group, or one person in the midst of it: commands must say whose they are.</summary>
    Group,

    /// <summary>One person, alone with us.</summary>
    Private,
}

/// <summary>A document in the widgets that Telegram has, and with commands written as they must be typed there.</summary>
/// <param name="bot">Our @name, without the @.</param>
internal sealed class Wording(string bot, Texts texts, Audience audience)
{
    /// <summary>What can be tapped is no text; what lacks its token is a line to type.</summary>
    public Document Of(Document document) => new([.. document.Parts.SelectMany(Of)]);

    /// <summary><c>where_is_my_vote@bot 3</c>: a dash would end the command, and in groups where it is not addressed it does not reach us.</summary>
    public string Typed(string line) => Typed(line, audience is Audience.Group ? "@" + bot : "");

    /// <summary>The same line as it is typed alone with us.</summary>
    public static string TypedInPrivate(string line) => Typed(line, "");

    private static string Typed(string line, string whose)
    {
        var end = line.IndexOfAny([' ', '\n']);
        var (word, rest) = end < 0 ? (line, "") : (line[..end], line[end..]);
        return word.Replace('-', '_') + whose + rest;
    }

    private IEnumerable<Part> Of(Part part)
    {
        switch (part)
        {
            case Part.Tally { Items.Count: 0 }:
                break;
            case Part.Choices choices:
                yield return new Part.Choices([.. choices.Items.Where(item => item.Token is not null)], choices.Public, choices.Typed is { } typed ? Of(typed) : null);
                var mute = choices.Items.Where(item => item.Token is null).ToList();
                if (mute.Count > 0 && choices.Typed is null) yield return new Part.Facts([.. mute.Select(Of)]);
                break;
            case Part.Shortcuts shortcuts:
                yield return new Part.Shortcuts([.. shortcuts.Items.Where(item => item.Token is not null)]);
                break;
            case Part.InPrivate { Token: null } goOn:
                yield return new Part.Text(new Line(new Inline.Words(audience is Audience.Private ? "" : texts.TypeInPrivate), new Inline.Command(TypedInPrivate(goOn.Line))));
                break;
            case Part.Heading heading:
                yield return new Part.Heading(Of(heading.Title), heading.Aside is { } aside ? Of(aside) : null);
                break;
            case Part.Text text:
                yield return new Part.Text(Of(text.Line));
                break;
            case Part.Facts facts:
                yield return new Part.Facts([.. facts.Lines.Select(Of)]);
                break;
            case Part.Ask ask:
                yield return ask with { Question = Of(ask.Question), Hint = ask.Hint is { } hint ? Of(hint) : null };
                break;
            case Part.Note note:
                yield return new Part.Note(Of(note.Line));
                break;
            default:
                yield return part;
                break;
        }
    }

    private Line Of(Line line) => new([.. line.Pieces.Select(piece => piece is Inline.Command command ? new Inline.Command(Typed(command.Line)) : piece)]);

    private Line Of(Choice choice) => new(new Inline.Typed(choice.Label), new Inline.Words(": "), new Inline.Command(Typed(choice.Act)));
}
