using System.Text.Json;
using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>
/// Asks for what is missing, question by question, where the platform has no forms: each next line of the same account in the same room answers one. At the
/// end it shows the command that came of it, which is also how to say it in one line next time.
/// </summary>
internal sealed class Forms(Catalogue catalogue, Replies replies)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private sealed record Progress(Form Form, Dictionary<string, IReadOnlyList<string>> Values, int Next, string Language);

    public void Begin(Turn turn, Form form, string language) => Advance(turn, new Progress(form, new(form.Given), 0, language));

    /// <summary>A question of ours is open.</summary>
    public static bool IsOpen(Turn turn) => Find(turn) is not null;

    /// <summary>Another command was given instead.</summary>
    public static void Leave(Turn turn)
    {
        if (Find(turn) is not null) Drop(turn);
    }

    /// <summary>Its button was pressed: the form is done, and saying yes as well opens nothing more.</summary>
    public void Finish(Turn turn, string line)
    {
        if (Find(turn) is not { } draft) return;
        var progress = JsonSerializer.Deserialize<Progress>(draft.Body!)!;
        if (progress.Next >= progress.Form.Fields.Count && TypedLine.Of(Command(progress.Form), progress.Values, progress.Language) == line) Drop(turn);
    }

    /// <summary>The filled command, once it is complete and confirmed; else null, and the next question was asked.</summary>
    public Parsed.Understood? Continue(Turn turn, string said)
    {
        if (Find(turn) is not { } draft) return null;
        var progress = JsonSerializer.Deserialize<Progress>(draft.Body!)!;
        if (replies.MeansStop(said))
        {
            Drop(turn);
            turn.Reply(Purpose.Answer, replies.Stopped(progress.Language), progress.Language);
            return null;
        }
        if (progress.Next >= progress.Form.Fields.Count)
        {
            if (!replies.MeansYes(said)) return null;
            Drop(turn);
            // The same line that was shown, read as if it had been typed.
            return catalogue.Line.Parse(TypedLine.Of(Command(progress.Form), progress.Values, progress.Language)) as Parsed.Understood;
        }
        var field = progress.Form.Fields[progress.Next];
        var skipped = field.Skip is not null && replies.MeansSkip(said);
        if (!skipped && !catalogue.Line.Takes(Command(progress.Form).Parameters.First(parameter => parameter.Key == field.Key), said.Trim()))
        {
            turn.Reply(Purpose.Refusal, replies.Again(field, said.Trim(), progress.Language), progress.Language);
            return null;
        }
        if (!skipped) progress.Values[field.Key] = field.Lines ? TypedList.Of([said]) : [said.Trim()];
        Advance(turn, progress with { Next = progress.Next + 1 });
        return null;
    }

    private void Advance(Turn turn, Progress progress)
    {
        var fields = progress.Form.Fields;
        var next = progress.Next;
        while (next < fields.Count && progress.Values.ContainsKey(fields[next].Key)) next++;
        var document = next < fields.Count
            ? replies.Question(fields[next], next + 1, fields.Count, progress.Language)
            : replies.Summary(progress.Form, TypedLine.Of(Command(progress.Form), progress.Values, progress.Language), progress.Language);
        turn.Sitting.Keep(new Draft(turn.Interaction.From.Key, turn.Interaction.In.Key, JsonSerializer.Serialize(progress with { Next = next }),
            turn.Sitting.At + Patience));
        turn.Reply(Purpose.Answer, document, progress.Language);
    }

    private static Draft? Find(Turn turn) =>
        turn.Sitting.Kept.Drafts.TryGetValue((turn.Interaction.From.Key, turn.Interaction.In.Key), out var draft) && draft.Expires > turn.Sitting.At ? draft : null;

    private static void Drop(Turn turn) =>
        turn.Sitting.Keep(new Draft(turn.Interaction.From.Key, turn.Interaction.In.Key, null, turn.Sitting.At));

    private CommandDescription Command(Form form) => catalogue.Commands.First(command => command.Name.En == form.Command);
}
