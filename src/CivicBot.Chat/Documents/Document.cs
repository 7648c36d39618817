using System.Text.Json.Serialization;

namespace CivicBot.Chat;

/// <summary>The neutral reply: what is said, in one language; how it looks is the adapter's.</summary>
public sealed record Document(params IReadOnlyList<Part> Parts)
{
    public static Document Of(Line line) => new(new Part.Text(line));
}

/// <summary>A part of a document. None may degrade to dead text: where a platform lacks the widget it shows the command to type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Tally), "tally")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Shortcuts), "shortcuts")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(InPrivate), "private")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Attachment), "attachment")]
public abstract record Part
{
    private Part()
    {
    }

    /// <param name="Title">What it is about.</param>
    /// <param name="Aside">Said beside it, where there is room: who asked.</param>
    public sealed record Heading(Line Title, Line? Aside = null) : Part;

    public sealed record Text(Line Line) : Part;

    /// <summary>Lines of a list.</summary>
    public sealed record Facts(IReadOnlyList<Line> Lines) : Part;

    /// <summary>Numbered options, with bars where they may be seen.</summary>
    /// <param name="Items">In the options' order; the first is number 1.</param>
    public sealed record Tally(IReadOnlyList<TallyItem> Items) : Part;

    /// <summary>What can be pressed.</summary>
    /// <param name="Items">The choices, in order.</param>
    /// <param name="Public">A choice made in front of everyone is fine: a platform may take a reaction for it.</param>
    /// <param name="Typed">The way to do the same by typing.</param>
    public sealed record Choices(IReadOnlyList<Choice> Items, bool Public, Line? Typed = null) : Part;

    /// <summary>What can be pressed besides, where messages carry many buttons; elsewhere it is left out, for all of it can be typed.</summary>
    public sealed record Shortcuts(IReadOnlyList<Choice> Items) : Part;

    /// <summary>A question of a form, asked step by step where the platform has no forms; the next typed line answers it.</summary>
    public sealed record Ask(Line Question, int Step, int Of, Line? Hint = null) : Part;

    /// <summary>This goes on in private: the adapter shows the way there, and opens it where it can.</summary>
    /// <param name="Line">What to type there, without the platform's prefix.</param>
    /// <param name="Token">The host's key for that line, for a platform that has links or buttons into private.</param>
    public sealed record InPrivate(string Line, string? Token = null) : Part;

    /// <summary>Small print.</summary>
    public sealed record Note(Line Line) : Part;

    /// <summary>A file. Where files cannot be sent it is shown as a block of code.</summary>
    public sealed record Attachment(string FileName, string Content) : Part;
}

/// <summary>An option with its count; no count where it must not be seen yet.</summary>
/// <param name="Of">The count that fills a bar.</param>
public sealed record TallyItem(string Label, long? Count = null, long Of = 0);

/// <summary>Something to press.</summary>
/// <param name="Act">What pressing it does: a command line without prefix, as somebody would type it. The host puts a token in its place.</param>
/// <param name="Token">The host's key for the act; a platform's button carries it and nothing else.</param>
public sealed record Choice(string Label, string Act, string? Token = null);
