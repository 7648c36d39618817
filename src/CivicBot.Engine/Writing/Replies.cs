using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>What the engine itself says: where no plugin was reached, or something happened by the way.</summary>
internal sealed class Replies
{
    private readonly Texts texts = Texts.Of(typeof(Replies).Assembly);

    public Document Unreadable(Parsed parsed, string language) => Document.Of(parsed switch
    {
        Parsed.NoSuchCommand { Nearest: { } nearest } strange => texts.Line(language, "command.near", ("typed", strange.Typed), ("nearest", nearest)),
        Parsed.NoSuchCommand strange => texts.Line(language, "command.unknown", ("typed", strange.Typed)),
        Parsed.Missing missing => texts.Line(language, "argument.missing", ("name", Name(missing.Line.Command, language)),
            ("what", new Inline.Words(missing.Parameter.Summary.In(language))), ("example", Example(missing.Line.Command, language))),
        Parsed.Unfit { Parameter.Kind: ParameterKind.OneOf } unfit => texts.Line(language, "argument.oneof", ("typed", unfit.Typed),
            ("key", new Inline.Words(unfit.Parameter.Name.In(language))), ("example", Example(unfit.Line.Command, language)),
            ("words", new Inline.Words(string.Join(", ", unfit.Parameter.Alternatives.Select(one => one.Name.In(language)))))),
        Parsed.Unfit unfit => texts.Line(language, "argument.number", ("typed", unfit.Typed), ("example", Example(unfit.Line.Command, language))),
        Parsed.TooMuch much => texts.Line(language, "argument.toomuch", ("typed", much.Typed), ("name", Name(much.Line.Command, language)),
            ("example", Example(much.Line.Command, language))),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public Document OldButton(string language) => Document.Of(texts.Line(language, "button.old"));

    public Document MendedSince(int decision, string language) => Document.Of(texts.Line(language, "button.mended", ("d", decision)));

    public static Document ChooseInPrivate(Turn turn, ICatalogue catalogue, DecisionView decision)
    {
        var asked = new Asked { Command = "vote", Arguments = new Dictionary<string, IReadOnlyList<string>> { ["decision"] = [decision.Id.ToString()] }, Language = turn.Language(), At = turn.Sitting.At };
        return RefusalTexts.Of(new Refusal.OthersSawIt(decision.Id), turn.View(catalogue), asked);
    }

    /// <summary>Wrong, late, used, or one try too many: nobody learns which.</summary>
    public Document NoSuchCode(CommandDescription command, string language) => Document.Of(texts.Line(language, "code.none", ("line", new Inline.Command(command.Example.In(language)))));

    /// <summary>The id finds the line in the log.</summary>
    public Document PluginFailed(string incident, string language) =>
        Document.Of(texts.Line(language, "plugin.failed", ("id", new Inline.Code(incident))));

    /// <summary>A private conversation founds nothing, nor does a place that whoever runs the bot did not list.</summary>
    public Document NothingBeginsHere(bool inPrivate, string language) => Document.Of(texts.Line(language, inPrivate ? "founding.private" : "founding.elsewhere"));

    public Document TooManyActs(string language) => Document.Of(texts.Line(language, "budget.acts"));

    public Document FoundedByTheWay(Collective founded, string language) => Document.Of(texts.Line(language, "founded", ("name", founded.Name ?? ""),
        ("zone", new Inline.Words(new Clock(founded.TimeZone).ZoneName))));

    /// <summary>Whoever keeps the result keeps the proof of what stood in the ledger then.</summary>
    public Document WithCheckpoint(Document result, Head head, string language) => new(
    [
        .. result.Parts,
        new Part.Note(texts.Line(language, "result.ledger", ("n", head.Size), ("root", new Inline.Code(head.Root.ToHex()[..16])))),
        new Part.Attachment("checkpoint.txt", head.Note),
    ]);

    public Document Question(Field field, int step, int of, string language) =>
        new(new Part.Ask(field.Question, step, of, field.Hint),
            new Part.Note(field.Skip is { } skip
                ? texts.Line(language, "form.step.skip", ("step", step), ("of", of), ("skip", new Inline.Words(skip)))
                : texts.Line(language, "form.step", ("step", step), ("of", of))));

    public Document Summary(Form form, string line, string language) => new(
        new Part.Heading(form.Title),
        new Part.Text(texts.Line(language, "form.summary", ("line", new Inline.Command(line)))),
        new Part.Choices([new Choice(texts.Words(language, "form.go"), line)], Public: false, texts.Line(language, "form.yes")));

    /// <summary>The answer does not fit; the same question again.</summary>
    public Document Again(Field field, string typed, string language) => new(
        [new Part.Text(texts.Line(language, "form.again", ("typed", typed))), .. field.Hint is null ? Array.Empty<Part>() : [new Part.Note(field.Hint)]]);

    public Document Stopped(string language) => Document.Of(texts.Line(language, "form.stopped"));

    public bool MeansStop(string typed) => Means(typed, "form.word.stop");

    public bool MeansSkip(string typed) => Means(typed, "form.word.skip");

    public bool MeansYes(string typed) => Means(typed, "form.word.yes");

    /// <summary>The one line in a decision's rooms, the day before it closes.</summary>
    public static async Task RemindAsync(Sitting sitting, Catalogue catalogue, int number)
    {
        var view = new CollectiveView(sitting.State, null, new Dictionary<string, string>(), catalogue, sitting.At);
        if (view.Find(number) is not { IsRunning: true } decision) return;
        var language = sitting.State.Language;
        var line = await catalogue.DrawAsync(decision, kind => kind.Reminder, language).ConfigureAwait(false);
        foreach (var room in sitting.State.Rooms.Values)
        {
            if (room.Room is { } key) sitting.Owe($"remind/{number}/{room.Number}", Platforms.Of(key.Key), Purpose.Notice, new Destination.ToRoom(key.Key), line, language);
        }
    }

    private bool Means(string typed, string key) =>
        Localized.Languages.SelectMany(language => texts.Words(language, key).Split(' ')).Contains(TypedText.Loose(typed));

    private static Inline.Words Name(CommandDescription command, string language) => new(command.Name.In(language));

    private static Inline.Words Example(CommandDescription command, string language) => new(command.Example.In(language));
}
