using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Our commands as Discord takes them.</summary>
internal static class CommandDrawing
{
    private const int LongestText = 100;
    private const int MostOptions = 25;
    private const int MostChoices = 25;
    private const int MostEntries = 15;

    public static JsonArray Of(IReadOnlyList<CommandDescription> commands)
    {
        var heads = commands.GroupBy(command => command.Name.En.Split(' ')[0]).ToList();
        var taken = Taken(heads.Select(head => new Localized(head.Key, head.First().Name.Fr.Split(' ')[0])));
        var entries = commands.Where(command => command.FromMessage is not null).Take(MostEntries).ToList();
        var takenEntries = Taken(entries.Select(command => command.FromMessage!.Name));
        return
        [
            .. heads.Select(head => Command(head.Key, [.. head], taken)),
            .. entries.Select(command => new JsonObject
            {
                ["type"] = 3, ["name"] = command.FromMessage!.Name.En, ["name_localizations"] = Names(command.FromMessage.Name, takenEntries), ["contexts"] = new JsonArray(0), ["integration_types"] = new JsonArray(0),
            }),
        ];
    }

    private static JsonObject Command(string name, IReadOnlyList<CommandDescription> commands, IReadOnlySet<string> taken)
    {
        var alone = commands.FirstOrDefault(command => command.Name.En == name);
        var first = alone ?? commands[0];
        var seconds = Taken(commands.Select(Second));
        return new JsonObject
        {
            ["type"] = 1,
            ["name"] = name,
            ["name_localizations"] = Names(new Localized(name, first.Name.Fr.Split(' ')[0]), taken),
            ["description"] = Short(first.Summary.En),
            ["description_localizations"] = Texts(first.Summary),
            ["options"] = alone is not null
                ? Options(alone) // a command that takes arguments has no second words
                : new JsonArray([.. commands.Select(command => new JsonObject
                {
                    ["type"] = 1, ["name"] = Second(command).En, ["name_localizations"] = Names(Second(command), seconds), ["description"] = Short(command.Summary.En), ["description_localizations"] = Texts(command.Summary), ["options"] = Options(command),
                })]),
            ["contexts"] = new JsonArray(0, 1), // servers, and conversations with us
            ["integration_types"] = new JsonArray(0),
        };
    }

    private static Localized Second(CommandDescription command) => new(command.Name.En.Split(' ')[^1], command.Name.Fr.Split(' ')[^1]);

    private static JsonArray Options(CommandDescription command)
    {
        var others = command.Parameters.Count(parameter => parameter.Kind is not ParameterKind.List);
        var length = Math.Min(CommandTable.ListLength, MostOptions - others);
        var named = command.Parameters.SelectMany(parameter => Named(parameter, length)).ToList();
        var taken = Taken(named.Select(option => option.Name));
        return [.. named.OrderBy(option => IsRequired(command, option.Parameter) ? 0 : 1).Take(MostOptions).Select(option => Option(option.Name, option.Parameter, IsRequired(command, option.Parameter), taken))];
    }

    private static IEnumerable<(Localized Name, Parameter Parameter)> Named(Parameter parameter, int length) => parameter.Kind is not ParameterKind.List
        ? [(parameter.Name, parameter)]
        : Enumerable.Range(1, length).Select(n => (new Localized(CommandTable.Numbered(parameter.Name.En, n), CommandTable.Numbered(parameter.Name.Fr, n)), n == 1 ? parameter : parameter with { Required = false }));

    /// <summary>Where a form asks for what is missing, nothing may be demanded here.</summary>
    private static bool IsRequired(CommandDescription command, Parameter parameter) => parameter.Required && !command.AsksWhenBare;

    private static JsonObject Option(Localized name, Parameter parameter, bool required, IReadOnlySet<string> taken)
    {
        var option = new JsonObject
        {
            ["type"] = parameter.Kind is ParameterKind.Person ? 6 : 3,
            ["name"] = name.En,
            ["name_localizations"] = Names(name, taken),
            ["description"] = Short(parameter.Summary.En),
            ["description_localizations"] = Texts(parameter.Summary),
        };
        if (required) option["required"] = true;
        if (parameter.Kind is ParameterKind.Number or ParameterKind.Part) option["autocomplete"] = true;
        if (parameter.Alternatives.Count is > 0 and <= MostChoices) option["choices"] = new JsonArray([.. parameter.Alternatives.Select(Choice)]);
        else if (parameter.Alternatives.Count > MostChoices) option["autocomplete"] = true;
        return option;
    }

    private static JsonObject Choice(Alternative alternative) => new()
    {
        ["name"] = Short(alternative.Name.En), ["name_localizations"] = Texts(alternative.Name), ["value"] = alternative.Name.En,
    };

    private static JsonObject Texts(Localized text) => new() { ["en-US"] = Short(text.En), ["fr"] = Short(text.Fr) };

    private static string Short(string text) => DiscordText.Shortened(text, LongestText);

    /// <summary>A name in another language must differ from every name beside it; else the English one stands.</summary>
    private static JsonObject Names(Localized name, IReadOnlySet<string> taken)
    {
        var names = new JsonObject { ["en-US"] = name.En };
        if (!taken.Contains(name.Fr)) names["fr"] = name.Fr;
        return names;
    }

    /// <summary>Names that something beside has in English, or that two have in French.</summary>
    private static HashSet<string> Taken(IEnumerable<Localized> names)
    {
        var all = names.ToList();
        return [.. all.Select(name => name.En), .. all.GroupBy(name => name.Fr).Where(same => same.Count() > 1).Select(same => same.Key)];
    }
}
