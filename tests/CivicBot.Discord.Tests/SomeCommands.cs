using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

/// <summary>Commands like those of the house: one of each shape.</summary>
internal static class SomeCommands
{
    private static readonly Alternative[] Methods = [new("Single", new("single", "choix")), new("Approval", new("approval", "approbation"))];
    private static readonly Parameter Decision = Parameter("decision", "decision", ParameterKind.Part) with { Required = true, Positional = true };

    public static IReadOnlyList<CommandDescription> All { get; } =
    [
        Command("poll", "sondage") with
        {
            Founds = true, AsksWhenBare = true, PrivateReply = false,
            Parameters =
            [
                Parameter("question", "question", ParameterKind.Text) with { Required = true, Positional = true },
                Parameter("options", "options", ParameterKind.List) with { Positional = true },
                Parameter("method", "méthode", ParameterKind.OneOf) with { Alternatives = Methods },
                Parameter("closes", "clôture", ParameterKind.Time),
            ],
        },
        Command("vote", "voter") with { Parameters = [Parameter("choice", "choix", ParameterKind.Rest) with { Positional = true }, Decision] },
        Command("delegate", "deleguer") with { Parameters = [Parameter("person", "personne", ParameterKind.Person) with { Positional = true }, Parameter("topic", "thème", ParameterKind.Text)] },
        Command("decisions", "decisions"),
        Command("room link", "salon lier") with { Parameters = [Parameter("code", "code", ParameterKind.Text)] },
        Command("room unlink", "salon delier"),
        Command("propose", "proposer") with
        {
            Founds = true, AsksWhenBare = true, FromMessage = new FromMessage(new("Make it a proposal", "En faire une proposition"), "text"),
            Parameters = [Parameter("title", "titre", ParameterKind.Text), Parameter("text", "texte", ParameterKind.Text)],
        },
    ];

    private static CommandDescription Command(string english, string french) => new(new(english, french), new($"The command {english}", $"La commande {french}"), new(english, french));

    private static Parameter Parameter(string english, string french, ParameterKind kind) => new(english, new(english, french), kind, new($"what {english} is", $"ce qu’est {french}"));
}
