using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>What can be pressed under a message: at most five rows, of five buttons or one list of 25 each.</summary>
/// <param name="Rows">As Discord takes them.</param>
/// <param name="Left">What found no room there.</param>
internal sealed record Buttons(JsonArray Rows, IReadOnlyList<Choice> Left)
{
    private const int MostRows = 5;
    private const int PerRow = 5;
    private const int PerList = 25;
    private const int LongestLabel = 80;
    private const int LongestEntry = 100;

    /// <param name="isPrivate">The message is for one person alone and is redrawn when something on it is pressed.</param>
    public static Buttons Of(Document document, Texts own, bool isPrivate)
    {
        var rows = new List<JsonObject>();
        var left = new List<Choice>();
        var seen = new HashSet<string>();
        foreach (var part in document.Parts)
        {
            switch (part)
            {
                case Part.Choices { Items.Count: > PerRow } many:
                    foreach (var some in Fresh(many.Items).Chunk(PerList)) Add(some, [List(some, rows.Count, own, isPrivate)]);
                    break;
                case Part.Choices few:
                    AddRow([.. Fresh(few.Items)], style: 1);
                    break;
                case Part.Shortcuts shortcuts:
                    foreach (var some in Fresh(shortcuts.Items).Chunk(PerRow)) AddRow(some, style: 2);
                    break;
                case Part.InPrivate { Token: { } token } goOn when seen.Add(token):
                    AddRow([new Choice(own.GoOn, goOn.Line, token)], style: 1);
                    break;
                case Part.Ask:
                    Add([], [Button(Pressing.Question, own.Answer, 1)]);
                    break;
            }
        }

        return new Buttons([.. rows], left);

        IEnumerable<Choice> Fresh(IEnumerable<Choice> choices)
        {
            foreach (var choice in choices)
            {
                if (choice.Token is null) left.Add(choice);
                else if (seen.Add(choice.Token)) yield return choice;
            }
        }

        void AddRow(IReadOnlyList<Choice> choices, int style) =>
            Add(choices, [.. choices.Select(choice => Button(Pressing.Button(choice.Token!, isPrivate), choice.Label, style))]);

        void Add(IReadOnlyList<Choice> choices, JsonArray components)
        {
            if (components.Count == 0) return;
            if (rows.Count < MostRows) rows.Add(new JsonObject { ["type"] = 1, ["components"] = components });
            else left.AddRange(choices);
        }
    }

    private static JsonObject Button(string id, string label, int style) =>
        new() { ["type"] = 2, ["style"] = style, ["label"] = Label(label, LongestLabel), ["custom_id"] = id };

    private static JsonObject List(IReadOnlyList<Choice> choices, int row, Texts own, bool isPrivate) => new()
    {
        ["type"] = 3,
        ["custom_id"] = Pressing.List(row, isPrivate),
        ["placeholder"] = own.Choose,
        ["options"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["label"] = Label(choice.Label, LongestEntry), ["value"] = choice.Token })]),
    };

    private static string Label(string text, int most) => DiscordText.Visible(text).Trim() is { Length: > 0 } label ? DiscordText.Shortened(label, most) : "·";
}
