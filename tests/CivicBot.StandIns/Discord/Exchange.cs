using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>One command, click or form, as the one who did it sees it answered.</summary>
public sealed class Exchange
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Exchange(string id, string token, int kind, Person by, Channel channel, DateTimeOffset at) => (Id, Token, Kind, By, Channel, At) = (id, token, kind, by, channel, at);

    public string Id { get; }

    public Person By { get; }

    /// <summary>The kind of the first answer: 4 a message, 5 thinking, 6 and 7 a redraw, 8 completions, 9 a form; null if there is none.</summary>
    public int? FirstAnswer { get; private set; }

    /// <summary>How long the first answer took.</summary>
    public TimeSpan? AnsweredAfter { get; private set; }

    /// <summary>The client says that the interaction failed: the first answer came too late or not at all.</summary>
    public bool Failed { get; internal set; }

    /// <summary>The form that was shown.</summary>
    public ShownForm? Form { get; internal set; }

    /// <summary>What can be picked while typing: label and value.</summary>
    public IReadOnlyList<(string Label, string Value)> Completions { get; internal set; } = [];

    /// <summary>The private answers that stand now; what was taken away or says only "thinking" is not among them.</summary>
    public IReadOnlyList<Message> Answers => [.. Messages.Where(message => !message.IsDeleted && !message.IsThinking)];

    /// <summary>It still says "thinking".</summary>
    public bool IsThinking => Messages.Any(message => message is { IsThinking: true, IsDeleted: false });

    internal string Token { get; }

    internal int Kind { get; }

    internal Channel Channel { get; }

    internal DateTimeOffset At { get; }

    /// <summary>The message with the button.</summary>
    internal Message? On { get; init; }

    internal Message? Original { get; set; }

    internal List<Message> Messages { get; } = [];

    internal Task First => _first.Task;

    internal void Answer(int kind, DateTimeOffset now)
    {
        (FirstAnswer, AnsweredAfter) = (kind, now - At);
        _first.TrySetResult();
    }

    internal void Fail()
    {
        Failed = true;
        _first.TrySetResult();
    }
}

/// <summary>A form as it is shown.</summary>
/// <param name="Fields">In order.</param>
public sealed record ShownForm(string Title, string CustomId, IReadOnlyList<FormField> Fields)
{
    internal static ShownForm Of(JsonNode data) => new(
        (string)data["title"]!,
        (string)data["custom_id"]!,
        [
            .. data["components"]!.AsArray().Select(one => new FormField(
                (string)one!["component"]!["custom_id"]!, (string)one["label"]!, (string?)one["description"], (string?)one["component"]!["value"] ?? "", (bool?)one["component"]!["required"] ?? true, (int)one["component"]!["style"]! == 2)),
        ]);
}

/// <summary>A field of a form.</summary>
/// <param name="Value">What stands in it when it is shown.</param>
/// <param name="Long">It takes several lines.</param>
public sealed record FormField(string Name, string Label, string? Description, string Value, bool Required, bool Long);
