using CivicBot.Accounts;
using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Core;
using CivicBot.Delegation;
using CivicBot.Hello;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Sdk;

/// <summary>A room in Paris on Tuesday 25 November 2025, 9:00, with people who act one after the other: handlers, rules and texts without a host.</summary>
public sealed class Scene : ICatalogue
{
    private static readonly IPlugin[] Plugins = [new CommonsPlugin(), new PollsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin(), new ProposalsPlugin(), new HelloPlugin()];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> preferences = [];

    public Scene(string language = "en", bool founded = true)
    {
        Language = language;
        if (founded) Collective = Collective.Apply(new Core.Found("Garden", language, "Europe/Paris").Decide(Collective, By("alice")).Events);
    }

    public string Language { get; }

    public Collective Collective { get; set; } = Collective.Empty;

    public DateTimeOffset Now { get; set; } = new(2025, 11, 25, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The last answer as the host got it.</summary>
    public Answer? Last { get; private set; }

    /// <summary>Others see what is asked.</summary>
    public bool Seen { get; set; }

    public static IReadOnlyList<Command> All { get; } = [.. Plugins.SelectMany(plugin => plugin.Commands)];

    public IReadOnlyList<CommandDescription> Commands { get; } = [.. All.Select(command => command.Description).Where(description => !description.ButtonsOnly)];

    public Kind KindOf(string name) => Plugins.SelectMany(plugin => plugin.Kinds).Single(kind => kind.Name == name);

    public CollectiveView View(string? reader = null) => new(Collective, reader is null ? null : new AccountId("terminal:" + reader),
        reader is not null && preferences.TryGetValue(reader, out var kept) ? kept : new Dictionary<string, string>(), this, Now);

    /// <summary>The host keeps a preference, as an answer asked it to.</summary>
    public void Keep(string name, string key, string value) => preferences[name] = new Dictionary<string, string> { [key] = value };

    public string Card(int number = 1) => Text(View().Card(View().Find(number)!, Language));

    public string Result(int number = 1) => Text(View().Result(View().Find(number)!, Language));

    public Occasion By(string name) => new(new AccountId("terminal:" + name), new RoomId("terminal:room"),
        new Standing(name, new RoomId("terminal:room"), "Room", Present: true, Admin: false, SeenByOthers: Seen), Now, new MemberId(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name))));

    /// <summary>Somebody asks the core itself.</summary>
    public Ruling Ask(string name, CollectiveCommand command)
    {
        var ruling = command.Decide(Collective, By(name));
        Collective = Collective.Apply(ruling.Events);
        return ruling;
    }

    /// <summary>Time passes, and what falls due happens.</summary>
    public void Wait(TimeSpan time)
    {
        Now += time;
        Collective = Collective.Apply(new LetTimePass().Decide(Collective, Occasion.OfTheClock(Now)).Events);
    }

    /// <summary>Somebody is told something, by whichever plugin says it; empty if none does.</summary>
    public string Tell(string name, Told told) =>
        Plugins.Select(plugin => plugin.Tell(told, View(name), Language)).OfType<Document>().FirstOrDefault() is { } said ? Text(said) : "";

    /// <summary>Somebody votes, the plain way.</summary>
    public string Vote(string name, string choice, Manner manner = Manner.Typed, int number = 1) =>
        Do(name, "vote", manner, ("decision", [$"{number}"]), ("choice", [choice]));

    public string Do(string name, string command, params (string Key, string[] Values)[] arguments) => Do(name, command, Manner.Typed, arguments);

    /// <returns>What is answered, as plain text; empty if the card says all.</returns>
    public string Do(string name, string command, Manner manner, params (string Key, string[] Values)[] arguments)
    {
        var asked = new Asked
        {
            Command = command,
            Arguments = arguments.ToDictionary(argument => argument.Key, argument => (IReadOnlyList<string>)argument.Values),
            Manner = manner,
            Language = Language,
            At = Now,
        };
        Last = All.Single(known => known.Description.Name.En == command).Handle(asked, View(name));
        return Last switch
        {
            Answer.Show show => Text(show.Document),
            Answer.Refuse refuse => Text(refuse.Document),
            Answer.Prefer prefer => Text(prefer.Document),
            Answer.AskFor ask => string.Join('\n', ask.Form.Fields.Select(field => field.Key)),
            Answer.Submit submit => Submit(name, submit, asked),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string Submit(string name, Answer.Submit submit, Asked asked)
    {
        var ruling = submit.Command.Decide(Collective, By(name));
        Collective = Collective.Apply(ruling.Events);
        if (ruling.Refusal is { } refusal) return Text(RefusalTexts.Of(refusal, View(name), asked));
        return submit.Say(new Accepted(ruling.Events, View(name), ruling.Events.IsEmpty ? null : "7F3K-92MX")) is { } said ? Text(said) : "";
    }

    public static string Text(Document document) => new PlainText("/", typed => typed, buttons: true).Of(document);
}
