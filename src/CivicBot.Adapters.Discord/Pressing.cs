using System.Globalization;

namespace CivicBot.Adapters.Discord;

/// <summary>What stands in a button or form: one letter that says how it is answered, and a key. Nothing else, and nothing that is believed.</summary>
internal static class Pressing
{
    /// <summary>[Answer] under a question, and the form that it opens.</summary>
    public const string Question = "q";

    /// <summary>The only field of that form.</summary>
    public const string Said = "said";

    private const char Answered = 'p';
    private const char Redrawn = 'u';
    private const char AnsweredList = 's';
    private const char RedrawnList = 't';
    private const char FilledForm = 'm';

    public static string Button(string token, bool isPrivate) => (isPrivate ? Redrawn : Answered) + token;

    public static string List(int row, bool isPrivate) => (isPrivate ? RedrawnList : AnsweredList) + row.ToString(CultureInfo.InvariantCulture);

    public static string Form(string key) => FilledForm + key;

    /// <param name="values">What was picked from a list.</param>
    /// <returns>The host's token; null if it is none of ours.</returns>
    public static string? Token(string id, IReadOnlyList<string> values) => id switch
    {
        [Answered or Redrawn, _, ..] => id[1..],
        [AnsweredList or RedrawnList, _, ..] when values.Count == 1 => values[0],
        _ => null,
    };

    public static bool Redraws(string id) => id is [Redrawn or RedrawnList, ..];

    public static string? FormKey(string id) => id is [FilledForm, _, ..] ? id[1..] : null;
}
