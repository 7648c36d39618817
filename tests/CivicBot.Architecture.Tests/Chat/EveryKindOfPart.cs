using CivicBot.Chat;

namespace CivicBot.Architecture.Tests.Chats;

public class EveryKindOfPart
{
    public static TheoryData<string> Parts => [.. Closed.KindsOf(typeof(Part)).Select(type => type.Name)];

    public static TheoryData<string> Inlines => [.. Closed.KindsOf(typeof(Inline)).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Is_shown_in_plain_text(string kind)
    {
        var document = new Document(Samples.OneOfEach(Samples.Parts).Single(part => part.GetType().Name == kind));
        // Shortcuts alone go without saying: all of them can be typed.
        foreach (var buttons in new[] { true, false }) string.IsNullOrWhiteSpace(Plain(buttons).Of(document)).ShouldBe(kind == nameof(Part.Shortcuts));
    }

    [Theory]
    [MemberData(nameof(Inlines))]
    public void Is_written_with_every_kind_of_piece(string kind) =>
        Plain(buttons: true).Of(new Line(Samples.OneOfEach(Samples.Inlines).Single(piece => piece.GetType().Name == kind))).ShouldNotBeNullOrWhiteSpace();

    [Fact]
    public void Shows_what_people_typed_as_the_platform_says() =>
        Plain(buttons: true).Lines(new Document(Samples.Parts)).Where(line => line.Contains("typed «é»", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Contains("⟨typed «é» <b>⟩", StringComparison.Ordinal));

    [Fact]
    public void A_kind_without_a_sample_is_found() =>
        Should.Throw<ShouldAssertException>(() => Samples.OneOfEach<Part>([.. Samples.Parts.Skip(1)])).Message.ShouldContain("has no sample here");

    private static PlainText Plain(bool buttons) => new("/", typed => $"⟨{typed}⟩", buttons);
}
