using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Testing;

/// <summary>What the practice room itself says.</summary>
public sealed class PracticeTexts(string language)
{
    private readonly Texts texts = Texts.Of(typeof(PracticeTexts).Assembly);
    private readonly PlainText plain = new("/", typed => typed, buttons: true);

    public string Of(PracticeProblem problem) => Line($"problem.{problem}");

    public string Now(DateTimeOffset now) => Line("now", ("time", new Clock("UTC").Moment(now, language)));

    public string OnlyFor(string name) => Line("only", ("name", name)) + " ";

    /// <summary>Three steps to a first vote.</summary>
    public IReadOnlyList<string> Greeting => [Line("greeting"), Line("greeting.ask"), Line("greeting.vote"), Line("greeting.time")];

    private string Line(string key, params ReadOnlySpan<(string, object)> arguments) => plain.Of(texts.Line(language, key, arguments));
}
