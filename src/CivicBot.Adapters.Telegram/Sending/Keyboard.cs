using System.Globalization;
using CivicBot.Chat;
using Telegram.Bot.Types.ReplyMarkups;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>What can be tapped under a message. A button carries one letter and the host's token, and nothing else.</summary>
internal sealed class Keyboard(string bot, Texts texts, Audience audience)
{
    /// <summary>Before a token: what it stands for is meant.</summary>
    public const char Press = 't';

    private const int MostChoices = 90; // of the hundred buttons that a message can have
    private const int MostInALabel = 60;
    private const int LongLabel = 20;

    /// <param name="document">As it was worded.</param>
    /// <returns>Null where nothing can be tapped.</returns>
    public InlineKeyboardMarkup? Of(Document document)
    {
        var tally = document.Parts.OfType<Part.Tally>().LastOrDefault();
        var rows = new List<InlineKeyboardButton[]>();
        foreach (var part in document.Parts)
        {
            switch (part)
            {
                case Part.Choices choices:
                    var counted = tally?.Items.Count == choices.Items.Count;
                    rows.AddRange(Rows([.. choices.Items.Take(MostChoices).Select((item, index) => Button(item, counted ? tally!.Items[index].Count : null))]));
                    break;
                case Part.Shortcuts shortcuts:
                    rows.AddRange(Rows([.. shortcuts.Items.Select(item => Button(item, null))]));
                    break;
                case Part.InPrivate { Token: { } token } goOn:
                    rows.Add([audience is Audience.Private
                        ? InlineKeyboardButton.WithCallbackData(Label("/" + Wording.TypedInPrivate(goOn.Line)), Press + token)
                        : InlineKeyboardButton.WithUrl(texts.GoOnInPrivate, Start(bot, token))]);
                    break;
                default:
                    break;
            }
        }

        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    /// <summary>More choices than a message can have buttons: the others are typed, which the message must then say.</summary>
    public static bool Overflows(Document document) => document.Parts.OfType<Part.Choices>().Any(choices => choices.Items.Count > MostChoices);

    /// <summary>The way into the private chat.</summary>
    public static string Start(string bot, string? token = null) => $"https://t.me/{bot}" + (token is null ? "" : "?start=" + token);

    private static InlineKeyboardButton Button(Choice choice, long? count) =>
        InlineKeyboardButton.WithCallbackData(Label(choice.Label, count is { } number ? string.Create(CultureInfo.InvariantCulture, $" · {number}") : ""), Press + choice.Token);

    /// <summary>The count stays whole when the words are cut.</summary>
    private static string Label(string words, string count = "") => TelegramText.Shortened(TelegramText.Visible(words).ReplaceLineEndings(" "), MostInALabel - count.Length) + count;

    private static IEnumerable<InlineKeyboardButton[]> Rows(IReadOnlyList<InlineKeyboardButton> buttons)
    {
        var longest = buttons.Select(button => button.Text.Length).DefaultIfEmpty().Max();
        return buttons.Chunk(longest > LongLabel ? 1 : longest > 8 ? 2 : 4);
    }
}
