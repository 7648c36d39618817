using System.Globalization;
using System.Text.Json;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>A command by the names that Discord knows it by, and its parameters by the names of its options.</summary>
internal sealed class CommandTable(IReadOnlyList<CommandDescription> commands)
{
    /// <summary>How many options one list gets.</summary>
    public const int ListLength = 10;

    public CommandDescription? Find(string name) => commands.FirstOrDefault(command => command.Name.En == name);

    /// <summary>A slash command, or an entry of a message's menu, as command and arguments.</summary>
    public (CommandDescription Command, Dictionary<string, IReadOnlyList<string>> Arguments)? Read(JsonElement data)
    {
        var name = data.Text("name") ?? "";
        if (data.Number("type") == 3) return FromMessage(name, data);
        var options = data;
        if (options.Items("options").FirstOrDefault() is var first && first.Number("type") == 1) (name, options) = ($"{name} {first.Text("name")}", first);
        return Find(name) is { } command ? (command, Arguments(command, options)) : null;
    }

    /// <summary>The option that is being typed now.</summary>
    public (CommandDescription Command, Parameter Parameter, string Typed)? Focused(JsonElement data)
    {
        var (name, options) = (data.Text("name") ?? "", data);
        if (options.Items("options").FirstOrDefault() is var first && first.Number("type") == 1) (name, options) = ($"{name} {first.Text("name")}", first);
        if (Find(name) is not { } command) return null;
        foreach (var option in options.Items("options"))
        {
            if (option.Is("focused") && Parameter(command, option.Text("name") ?? "") is var (parameter, _)) return (command, parameter, Value(option));
        }

        return null;
    }

    /// <summary><c>option-3</c>, for the third of the parameter <c>options</c>.</summary>
    public static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name.TrimEnd('s')}-{number}");

    private static Dictionary<string, IReadOnlyList<string>> Arguments(CommandDescription command, JsonElement options)
    {
        var given = new Dictionary<string, SortedList<int, string>>();
        foreach (var option in options.Items("options"))
        {
            if (Parameter(command, option.Text("name") ?? "") is not var (parameter, number)) continue;
            if (!given.TryGetValue(parameter.Key, out var values)) given[parameter.Key] = values = [];
            values[number] = parameter.Kind is ParameterKind.Person ? Names.Key(Value(option)) : Value(option);
        }

        return given.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Values]);
    }

    private static (Parameter Parameter, int Number)? Parameter(CommandDescription command, string option)
    {
        foreach (var parameter in command.Parameters)
        {
            if (parameter.Kind is not ParameterKind.List && parameter.Name.En == option) return (parameter, 0);
            if (parameter.Kind is ParameterKind.List && Enumerable.Range(1, ListLength).FirstOrDefault(n => Numbered(parameter.Name.En, n) == option) is > 0 and var number) return (parameter, number);
        }

        return null;
    }

    private (CommandDescription, Dictionary<string, IReadOnlyList<string>>)? FromMessage(string entry, JsonElement data)
    {
        if (commands.FirstOrDefault(command => command.FromMessage?.Name.En == entry) is not { FromMessage: { } from } found) return null;
        var text = data.Text("target_id") is { } target ? data.Text("resolved", "messages", target, "content") : null;
        return (found, string.IsNullOrWhiteSpace(text) ? [] : new() { [from.Parameter] = [text] });
    }

    private static string Value(JsonElement option) => option.At("value") is { } value ? value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";
}
