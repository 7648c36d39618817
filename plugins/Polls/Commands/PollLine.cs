using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>A poll's command line, written again with one thing changed, so that asking back costs the reader nothing but a copy.</summary>
internal static class PollLine
{
    /// <param name="asked">What was typed.</param>
    /// <param name="key">The parameter to change.</param>
    /// <param name="value">What it is to be.</param>
    /// <param name="without">Parameters to leave out.</param>
    public static string With(Asked asked, string key, string value, params ReadOnlySpan<string> without)
    {
        var description = Poll.Command.Description;
        var words = new List<string> { description.Name.In(asked.Language) };
        foreach (var parameter in description.Parameters)
        {
            if (without.Contains(parameter.Key)) continue;
            var values = parameter.Key == key ? [value] : parameter.Key == "options" ? TypedList.Of(asked.List("options")) : asked.List(parameter.Key);
            if (values.Count == 0) continue;
            words.Add(parameter.Positional
                ? string.Join(' ', values.Select(TypedList.Word))
                : $"{parameter.Name.In(asked.Language)}:{string.Join(' ', values.Select(word => Name(parameter, word, asked.Language)))}");
        }
        // A question nobody has typed yet is filled in by an example, so that the line works as it stands.
        if (!asked.Has("question")) words.Insert(1, PollsTexts.All.Words(asked.Language, "example.question"));
        return string.Join(' ', words);
    }

    private static string Name(Parameter parameter, string value, string language) =>
        parameter.Alternatives.FirstOrDefault(alternative => alternative.Value == value)?.Name.In(language) ?? value;
}
