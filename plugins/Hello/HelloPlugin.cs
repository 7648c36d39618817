using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Hello;

/// <summary>The smallest plugin there is: one command, one line.</summary>
public sealed class HelloPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } =
    [
        new Command(
            new CommandDescription(new("hello", "bonjour"), new("Say hello", "Dire bonjour"), new("hello", "bonjour")),
            (asked, view) => new Answer.Show(Document.Of(Greet(view.MyName, asked.Language)))),
    ];

    private static Line Greet(string? name, string language)
    {
        var hello = new Inline.Words(new Localized("Hello", "Bonjour").In(language));
        return name is null ? new Line(hello) : new Line(hello, new Inline.Words(" "), new Inline.Person(name));
    }
}
