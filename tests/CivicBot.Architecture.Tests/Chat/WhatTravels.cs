using System.Text.Json;
using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Architecture.Tests.Chats;

/// <summary>Interactions and documents are plain data: they lie in the outbox, and may be handled in another process.</summary>
public class WhatTravels
{
    public static TheoryData<string> Interactions => Names(typeof(Interaction));

    public static TheoryData<string> Parts => Names(typeof(Part));

    public static TheoryData<string> Inlines => Names(typeof(Inline));

    public static TheoryData<string> Destinations => Names(typeof(Destination));

    public static TheoryData<string> Handlings => Names(typeof(Handled));

    [Theory]
    [MemberData(nameof(Interactions))]
    public void Interactions_arrive_as_they_left(string kind) => Arrives(Samples.Interactions, kind);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_arrive_as_they_left(string kind) => Arrives(Samples.Parts, kind);

    [Theory]
    [MemberData(nameof(Inlines))]
    public void Pieces_arrive_as_they_left(string kind) => Arrives(Samples.Inlines, kind);

    [Theory]
    [MemberData(nameof(Destinations))]
    public void Destinations_arrive_as_they_left(string kind) => Arrives(Samples.Destinations, kind);

    /// <summary>Each as itself: the one who hears what became of an interaction is in the same process today.</summary>
    [Theory]
    [MemberData(nameof(Handlings))]
    public void What_became_of_it_arrives_as_it_left(string kind)
    {
        var left = Samples.OneOfEach(Samples.Handled).Single(sample => sample.GetType().Name == kind);
        JsonSerializer.Deserialize(JsonSerializer.Serialize(left, left.GetType()), left.GetType()).ShouldBe(left);
    }

    [Fact]
    public void A_whole_document_arrives_as_it_left()
    {
        var left = new Document(Samples.Parts);
        Shape.Of(JsonSerializer.Deserialize<Document>(JsonSerializer.Serialize(left))).ShouldBe(Shape.Of(left));
    }

    [Fact]
    public void The_words_by_which_they_are_told_apart_stay() =>
        string.Join('\n', new[] { Words(Samples.Interactions), Words(Samples.Parts), Words(Samples.Inlines), Words(Samples.Destinations) }).ShouldBe(
            """
            Interaction: said invoked pressed reacted moved left elapsed
            Part: heading text facts tally choices shortcuts ask private note attachment
            Inline: words typed command person when code link
            Destination: room asker member thread
            """);

    [Fact]
    public void A_kind_that_loses_something_is_found() =>
        Should.Throw<ShouldAssertException>(() => Arrives<Leaky>([new Leaky { Kept = "a" }.With("b")], nameof(Leaky)));

    private static void Arrives<T>(IReadOnlyList<T> samples, string kind)
        where T : class
    {
        var left = Samples.OneOfEach(samples).Single(sample => sample.GetType().Name == kind);
        var arrived = JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(left));
        arrived.ShouldBeOfType(left.GetType());
        Shape.Of(arrived).ShouldBe(Shape.Of(left));
    }

    private static string Words<T>(IReadOnlyList<T> samples) =>
        $"{typeof(T).Name}: {string.Join(' ', samples.Select(sample => JsonNode.Parse(JsonSerializer.Serialize(sample))!["is"]!.GetValue<string>()))}";

    private static TheoryData<string> Names(Type set) => [.. Closed.KindsOf(set).Select(type => type.Name)];

    private sealed record Leaky
    {
        public string Kept { get; init; } = "";

        public string? Lost { get; private set; }

        public Leaky With(string lost) => this with { Lost = lost };
    }
}
