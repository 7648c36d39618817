using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>
/// The texts of one assembly, a JSON file per language (embedded: <c>texts/en.json</c>, <c>texts/fr.json</c>). A text is a string, or an object of plural
/// forms (<c>one</c>, <c>other</c>, as CLDR names them) chosen by the argument <c>n</c>. In a text <c>{name}</c> stands for an argument and
/// <c>`vote {n} {option}`</c> for a command to type.
/// </summary>
public sealed class Texts
{
    private readonly Dictionary<string, Dictionary<string, IReadOnlyDictionary<string, string>>> byLanguage;

    private Texts(Dictionary<string, Dictionary<string, IReadOnlyDictionary<string, string>>> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>Every key there is in a language.</summary>
    public IEnumerable<string> Keys(string language) => byLanguage[language].Keys;

    /// <summary>Read the texts embedded in an assembly.</summary>
    public static Texts Of(Assembly assembly) => new(Localized.Languages.ToDictionary(language => language, language => Read(assembly, language)));

    /// <summary>A text as a line. A <see cref="string"/> argument is what a person typed, and shown as such; our own words are given as <see cref="Inline"/> or <see cref="Chat.Line"/>.</summary>
    public Line Line(string language, string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var forms = byLanguage.GetValueOrDefault(language, byLanguage["en"])[key];
        return Template.Fill(forms[Form(forms, language, arguments)], arguments);
    }

    /// <summary>A text about a decision: besides the arguments, it may hold {Name}, {The}, {the}, {of} and {in} (“Poll 1”, « le sondage 1 ») and the {number}.</summary>
    public Line Line(string language, string key, DecisionView about, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Line(language, key, [.. arguments, .. DecisionWords.Of(about, language)]);

    /// <summary>A short text without arguments, as it stands.</summary>
    public string Words(string language, string key) => byLanguage.GetValueOrDefault(language, byLanguage["en"])[key]["other"];

    /// <summary>A text without arguments in every language.</summary>
    public Localized All(string key) => new(Words("en", key), Words("fr", key));

    private static string Form(IReadOnlyDictionary<string, string> forms, string language, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (forms.Count == 1) return "other";
        foreach (var (name, value) in arguments)
        {
            if (name != "n") continue;
            var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
            // CLDR: in French 0 and 1 are singular, in English 1 alone.
            return number == 1 || (number == 0 && language == "fr") ? "one" : "other";
        }
        return "other";
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read(Assembly assembly, string language)
    {
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith($"texts.{language}.json", StringComparison.OrdinalIgnoreCase));
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.ValueKind is JsonValueKind.String
            ? (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["other"] = text.Value.GetString()! }
            : text.Value.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!));
    }
}
