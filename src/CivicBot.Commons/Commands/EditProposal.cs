using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Give a proposal a new text: <c>/edit 7 "Whole new text"</c>, or <c>/edit 7 "New title" "Whole new text"</c>. The answer shows what differs.</summary>
internal static class EditProposal
{
    public static Answer Handle(Asked asked, DecisionView proposal)
    {
        var bare = !asked.Has("title") && !asked.Has("options") && !asked.Has("topic");
        if (bare && proposal is { IsMine: true, Phase: Phase.Support or Phase.Discussion, Proposal: { Changes: null, Preset: not Preset.Urgent } }) return new Answer.AskFor(Blank(proposal, asked));
        // Of two texts the first is the title; where only the topic changes, the text stays.
        var (title, body) = asked.Has("options") ? (asked.Text("title"), asked.Text("options")) : (null, asked.Has("title") ? asked.Text("title") : proposal.Body ?? "");
        return new Answer.Submit(new EditText(proposal.Id, title, body, asked.Has("topic") ? asked.Text("topic") : null, asked.Text("newtopic") == "yes"),
            accepted => Said(asked, proposal, accepted));
    }

    private static Form Blank(DecisionView proposal, Asked asked) => new(CommonsTexts.All.Line(asked.Language, "edit.form", proposal), "edit",
        [
            new Field("title", CommonsTexts.All.Words(asked.Language, "edit.text.label"), CommonsTexts.All.Line(asked.Language, "edit.text"),
                CommonsTexts.All.Line(asked.Language, "edit.text.hint", ("text", proposal.Body ?? proposal.Title ?? ""))),
        ], asked.Arguments);

    private static Document Said(Asked asked, DecisionView before, Accepted accepted)
    {
        var after = accepted.View.Find(before.Number)!;
        if (!accepted.Events.OfType<DecisionEdited>().Any()) return Document.Of(Line("edit.text.same"));
        var changes = DifferenceTexts.Of(before.Body, after.Body, asked.Language);
        var parts = new List<Part>();
        if (after.Title != before.Title) parts.Add(new Part.Text(Line("edit.text.title", ("title", TitleWords.Of(after, asked.Language)), ("version", after.Version))));
        if (changes.Count > 0) parts.AddRange([new Part.Text(Line("edit.text.done", ("version", after.Version))), new Part.Facts(changes)]);
        parts.Add(new Part.Text(Line("edit.text.reconfirm")));
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => CommonsTexts.All.Line(asked.Language, key, after, arguments);
    }
}
