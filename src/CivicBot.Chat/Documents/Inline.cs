using System.Text.Json.Serialization;

namespace CivicBot.Chat;

/// <summary>A piece of a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Typed), "typed")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(When), "when")]
[JsonDerivedType(typeof(Code), "code")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Our own words.</summary>
    public sealed record Words(string Text) : Inline;

    /// <summary>What a person typed: data, to be shown and never executed.</summary>
    public sealed record Typed(string Text) : Inline;

    /// <summary>A command to type, without the platform's prefix: <c>vote 1 Café</c>.</summary>
    public sealed record Command(string Line) : Inline;

    /// <summary>A person by name. Never a ping.</summary>
    public sealed record Person(string Name, string? Account = null) : Inline;

    /// <summary>A moment, written out in the reader's language and the collective's zone.</summary>
    public sealed record When(DateTimeOffset At, string Text) : Inline;

    /// <summary>Something exact, to be copied: a code, a hash.</summary>
    public sealed record Code(string Text) : Inline;

    public sealed record Link(Uri To, string Label) : Inline;
}

/// <summary>A line of text.</summary>
public sealed record Line(params IReadOnlyList<Inline> Pieces)
{
    public static Line Of(string words) => new(new Inline.Words(words));
}
