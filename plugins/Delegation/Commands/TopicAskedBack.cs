using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>A topic that is not known yet: one that reads almost the same is offered, or it is made by a tap. A misspelling never becomes a topic unnoticed.</summary>
internal static class TopicAskedBack
{
    /// <returns>Null where the topic is clear, and where the core has more to say against it.</returns>
    public static Document? Of(Asked asked, CollectiveView view, CommandDescription command)
    {
        if (!asked.Has("topic") || asked.Text("newtopic") == "yes" || view.Topics.Count >= Topics.Most) return null;
        var typed = TypedText.Normalize(asked.Text("topic")).TrimStart('#');
        if (view.HasTopic(typed) || TypedText.Refuse(typed, Topics.Length) is not null) return null;
        var language = asked.Language;
        var made = TypedAgain.With(command, asked, ("topic", typed), ("newtopic", "yes"));
        var choices = new List<Choice> { new(DelegationTexts.All.Words(language, "topic.make").Replace("{topic}", typed, StringComparison.Ordinal), made) };
        var near = view.NearTopic(typed);
        if (near is not null) choices.Insert(0, new Choice(near, TypedAgain.With(command, asked, ("topic", near), ("newtopic", null))));
        var said = near is not null ? Line("topic.near", ("typed", typed), ("near", near))
            : view.Topics.Count > 0 ? Line("topic.unknown", ("typed", typed), ("topics", Lines.Join(", ", view.Topics.Select(topic => new Line(new Inline.Typed(topic))))))
            : Line("topic.first", ("typed", typed));
        return new Document(new Part.Text(said), new Part.Choices(choices, Public: false, Line("topic.typed", ("line", new Inline.Command(choices[0].Act)))));

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => DelegationTexts.All.Line(language, key, arguments);
    }
}
