using CivicBot.Chat;

namespace CivicBot.Architecture.Tests.Chats;

/// <summary>One of each kind, with nothing left out: what a kind loses on its way shows here.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Account Alice = new("matrix:@alice:example.org", "alice", "fr");
    private static readonly Room Garden = new("matrix:!a:example.org", "matrix:!a:example.org", "Garden", Private: true);
    private static readonly Dictionary<string, IReadOnlyList<string>> Given = new() { ["choice"] = ["Park", "Café"] };

    public static IReadOnlyList<Inline> Inlines { get; } =
    [
        new Inline.Words("words"), new Inline.Typed("typed «é» <b>"), new Inline.Command("vote 1 Park"), new Inline.Person("alice", Alice.Key), new Inline.When(Noon, "at noon"),
        new Inline.Code("7F3K-92MX"), new Inline.Link(new Uri("https://example.org/a"), "a page"),
    ];

    public static Line Line { get; } = new(Inlines);

    public static IReadOnlyList<Part> Parts { get; } =
    [
        new Part.Heading(Line, Line), new Part.Text(Line), new Part.Facts([Line, Line.Of("second")]),
        new Part.Tally([new TallyItem("Park", 2, 3), new TallyItem("Café")]),
        new Part.Choices([new Choice("Park", "vote 1 #1", "t0ken")], Public: true, Line), new Part.Shortcuts([new Choice("Who voted", "decision 1", "t1ken")]), new Part.Ask(Line, 2, 3, Line), new Part.InPrivate("vote 1 Park", "t2ken"), new Part.Note(Line),
        new Part.Attachment("receipt.txt", "one\ntwo\n"),
    ];

    public static IReadOnlyList<Destination> Destinations { get; } =
        [new Destination.ToRoom(Garden.Key, "$event"), new Destination.ToAsker(Alice.Key, "alice", Garden.Key, Private: true, "$event"), new Destination.ToMember(Alice.Key, "alice", Opens: true), new Destination.ToThread(Garden.Key)];

    public static IReadOnlyList<Handled> Handled { get; } = [new Committed(14, Again: true), new Ignored(), new Busy(TimeSpan.FromSeconds(1))];

    public static IReadOnlyList<Interaction> Interactions { get; } =
    [
        From(new Said("vote 1 Park", Command: true) { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
        From(new Invoked("vote", Given) { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
        From(new Pressed("t0ken") { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
        From(new Reacted("$card", 2, "$reaction", TakenBack: true) { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
        From(new Moved(Garden with { Key = "matrix:!b:example.org" }) { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
        From(new Left { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Room }),
        From(new Elapsed("c0", "draw/1", "drand 4711") { EventKey = "", From = Alice, In = Garden, SeenBy = SeenBy.Bot }),
    ];

    public static IReadOnlyList<T> OneOfEach<T>(IReadOnlyList<T> samples)
        where T : class
    {
        samples.Select(sample => sample.GetType().Name).Order(StringComparer.Ordinal)
            .ShouldBe(Closed.KindsOf(typeof(T)).Select(type => type.Name), $"a {typeof(T).Name} has no sample here, so nobody knows whether it is shown and travels");
        return samples;
    }

    private static Interaction From(Interaction sample) =>
        sample with { EventKey = "matrix:$event", Event = "$event", Admin = true, Present = false, Shares = ["matrix:!a:example.org"] };
}

/// <summary>What the compiler does not list: the cases of a closed set.</summary>
internal static class Closed
{
    public static IReadOnlyList<Type> KindsOf(Type set) =>
        [.. set.Assembly.GetTypes().Where(type => !type.IsAbstract && set.IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal)];
}

/// <summary>All that can be read of a value, as text: two are alike if their shapes are, whatever lists they are made of.</summary>
internal static class Shape
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string or Uri or Enum or DateTimeOffset or TimeSpan => $"{value}",
        _ when value.GetType().IsPrimitive => $"{value}",
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => $"{value.GetType().Name}{{{string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name}: {Of(property.GetValue(value))}"))}}}",
    };
}
