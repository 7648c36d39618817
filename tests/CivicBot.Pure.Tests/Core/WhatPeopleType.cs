using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Typed text is data: bounded, readable, in one form, and two options never look the same.</summary>
public class WhatPeopleType
{
    private readonly Gathering gathering = new();

    /// <summary>SECURITY 20.</summary>
    [Fact]
    public void In_a_title_has_300_characters_at_most()
    {
        gathering.Do("alice", Where() with { Title = new string('x', 5000) }).Refusal.ShouldBe(new Refusal.TextTooLong(300, 5000));
        gathering.Do("alice", Where() with { Title = new string('x', 301) }).Refusal.ShouldBe(new Refusal.TextTooLong(300, 301));
        gathering.Do("alice", Where() with { Title = new string('x', 300) }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void In_an_option_has_100_characters_at_most()
    {
        gathering.Do("alice", Where() with { Options = ["Park", new string('x', 101)] }).Refusal.ShouldBe(new Refusal.TextTooLong(100, 101));
        gathering.Do("alice", Where() with { Options = ["Park", new string('x', 100)] }).Refusal.ShouldBeNull();
    }

    /// <summary>Lengths are those of the form that is kept.</summary>
    [Fact]
    public void Is_measured_as_it_is_kept() =>
        gathering.Do("alice", Where() with { Title = "  " + string.Concat(Enumerable.Repeat("e\u0301", 300)) + "  " }).Refusal.ShouldBeNull();

    /// <summary>SECURITY 21.</summary>
    [Theory]
    [InlineData("Tea\u0000")]
    [InlineData("Tea\u001b[2J")]
    [InlineData("Tea\t")]
    [InlineData("Tea\r")]
    [InlineData("Tea\u0085")]
    [InlineData("Tea⟨high⟩")]
    [InlineData("⟨low⟩Tea")]
    [InlineData("⟨high⟩⟨high⟩Tea")]
    public void That_no_reader_can_see_is_refused(string typed)
    {
        typed = Halved(typed);
        gathering.Do("alice", Where() with { Title = typed }).Refusal.ShouldBe(new Refusal.UnreadableText());
        gathering.Do("alice", Where() with { Options = ["Park", typed] }).Refusal.ShouldBe(new Refusal.UnreadableText());
    }

    [Theory]
    [InlineData("Two\nlines")]
    [InlineData("Tea 🍵?")]
    [InlineData("شاي")]
    [InlineData("'; DROP TABLE entries")]
    [InlineData("\u202eturned around")]
    [InlineData("@everyone <@&1> @room </b><a href>")]
    public void Is_kept_as_it_was_typed_whatever_it_says(string typed)
    {
        gathering.Do("alice", Where() with { Title = typed });
        gathering.Poll.Title.ShouldBe(typed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("\u200b\u2060")]
    [InlineData("\u3164")]
    [InlineData("\ufe0f")]
    public void Of_nothing_visible_is_refused(string typed)
    {
        gathering.Do("alice", Where() with { Title = typed }).Refusal.ShouldBe(new Refusal.EmptyText());
        gathering.Do("alice", Where() with { Options = ["Park", typed] }).Refusal.ShouldBe(new Refusal.EmptyText());
    }

    /// <summary>SECURITY 22: é in both forms is one text.</summary>
    [Fact]
    public void Is_kept_composed_and_trimmed()
    {
        gathering.Do("alice", Where() with { Title = " Au cafe\u0301 ? ", Options = [" Oui ", "Cafe\u0301"] });
        gathering.Poll.Title.ShouldBe("Au café ?");
        gathering.Poll.Options.ShouldBe(["Oui", "Café"]);
    }

    /// <summary>SECURITY 22 and 23.</summary>
    [Theory]
    [InlineData("Café", "Cafe\u0301", "é in both forms")]
    [InlineData("Park", "park", "case")]
    [InlineData("Park", "Par\u200bk", "a zero-width space")]
    [InlineData("Park", "P\u0430rk", "a Cyrillic a")]
    [InlineData("Park", "\u03a1ark", "a Greek Rho")]
    [InlineData("Park", "\uff30ark", "full width")]
    [InlineData("Park", " Park  ", "white space")]
    [InlineData("The park", "The\u00a0park", "a no-break space")]
    [InlineData("Park", "\u202ePark", "a turn of direction")]
    [InlineData("Park", "Park\ufe0f", "a variation selector")]
    public void As_two_options_that_look_alike_is_refused(string one, string other, string by)
    {
        gathering.Do("alice", Where() with { Options = [one, "Online", other] }).Refusal.ShouldBe(new Refusal.TwinOptions(one, other), by);
        gathering.Collective.IsFounded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("côte", "cote")]
    [InlineData("1", "11")]
    [InlineData("да", "нет")]
    public void As_two_options_that_differ_is_taken(string one, string other) =>
        gathering.Do("alice", Where() with { Options = [one, other] }).Refusal.ShouldBeNull();

    [Fact]
    public void Is_compared_without_case_and_accents_where_an_option_is_typed()
    {
        TypedText.Loose("CAFÉ").ShouldBe("cafe");
        TypedText.Loose(" Cafe\u0301 ").ShouldBe("cafe");
    }

    /// <summary>SECURITY 21: comparing is done before anybody asks whether a text can be read.</summary>
    [Theory]
    [InlineData("⟨high⟩")]
    [InlineData("caf\u00e9 ⟨low⟩")]
    public void Is_compared_even_if_it_is_broken(string typed) => Should.NotThrow(() => (TypedText.Skeleton(Halved(typed)), TypedText.Loose(Halved(typed))));

    /// <summary>Half of a surrogate pair cannot stand in an attribute.</summary>
    private static string Halved(string typed) => typed.Replace("⟨high⟩", "\ud800", StringComparison.Ordinal).Replace("⟨low⟩", "\udc00", StringComparison.Ordinal);
}
