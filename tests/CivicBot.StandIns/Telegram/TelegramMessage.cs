namespace CivicBot.StandIns.Telegram;

/// <summary>Something to tap under a message.</summary>
/// <param name="Data">What pressing it tells the bot.</param>
/// <param name="Url">Where it leads instead.</param>
public sealed record TelegramButton(string Label, string? Data, string? Url);

/// <summary>What the bot said over the chat when somebody pressed.</summary>
public sealed record TelegramToast(string Text, bool Alert, string? Url);

/// <summary>A message as it stands now in its chat.</summary>
public sealed class TelegramMessage
{
    /// <summary>Unique in its chat only; 0 for what only one person sees.</summary>
    public required int Id { get; init; }

    public required TelegramRoom Room { get; init; }

    /// <summary>Null: the bot.</summary>
    public TelegramPerson? From { get; init; }

    /// <summary>As people read it: without tags.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>As the bot sent it.</summary>
    public string Html { get; internal set; } = "";

    /// <summary>What the client made links of by itself: names, commands, tags, addresses.</summary>
    public IReadOnlyList<string> AutoLinks { get; internal set; } = [];

    /// <summary>Row after row.</summary>
    public IReadOnlyList<IReadOnlyList<TelegramButton>> Keyboard { get; internal set; } = [];

    public IEnumerable<TelegramButton> Buttons => Keyboard.SelectMany(row => row);

    public int? ReplyTo { get; init; }

    public int? Topic { get; init; }

    /// <summary>The client opens a line for the answer.</summary>
    public bool AsksForReply { get; init; }

    public string? FileName { get; init; }

    public string? FileText { get; init; }

    /// <summary>How often it was changed.</summary>
    public int Edits { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>Who alone sees it; null: everyone in the chat.</summary>
    public TelegramPerson? Only { get; init; }

    internal int EphemeralId { get; init; }

    internal DateTimeOffset At { get; init; }

    /// <summary>So old that a press on it tells the bot only where it was.</summary>
    public bool IsForgotten { get; set; }

    public override string ToString() => Text;
}
