using CivicBot.Testing;
using Spectre.Console;

namespace CivicBot.Adapters.Terminal;

/// <summary>
/// Shows a simulated room in the terminal. Where output is no terminal, plain lines are written, so that pipes and screen readers get the same words.
/// </summary>
public sealed class PracticeTerminal
{
    private readonly PracticeTexts texts;
    private readonly PracticePlayer player;

    public PracticeTerminal(PracticeRoom room, PracticeTexts texts)
    {
        this.texts = texts;
        player = new PracticePlayer(room, texts, Console.IsOutputRedirected ? Console.WriteLine : Styled);
    }

    /// <summary>Play a script, and print each line before what it causes.</summary>
    /// <returns>False if a line was refused that should not have been, or the other way round.</returns>
    public async Task<bool> PlayAsync(IEnumerable<string> lines)
    {
        var asExpected = true;
        foreach (var line in lines)
        {
            Console.WriteLine(line);
            asExpected &= await player.PlayAsync(line).ConfigureAwait(false);
        }
        return asExpected;
    }

    /// <summary>Greet, then answer line by line until the input ends.</summary>
    public async Task<int> TalkAsync(CancellationToken cancellation)
    {
        foreach (var line in texts.Greeting) Styled(line);
        while (!cancellation.IsCancellationRequested)
        {
            Console.Write("> ");
            if (await ReadAsync(cancellation).ConfigureAwait(false) is not { } line) break;
            await player.CatchUpAsync().ConfigureAwait(false);
            await player.PlayAsync(line).ConfigureAwait(false);
        }
        return 0;
    }

    /// <summary>The next line; null when the input ends or Ctrl+C was pressed, which a terminal's own reading would not notice.</summary>
    private static async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine();
            return null;
        }
    }

    /// <summary>A card's first line stands out; an answer for one person is quieter. Words carry the meaning, styles only help the eye.</summary>
    private static void Styled(string line)
    {
        var style = line.StartsWith("  (", StringComparison.Ordinal) ? new Style(Color.Teal)
            : line.Contains(" · ", StringComparison.Ordinal) && line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal) ? new Style(decoration: Decoration.Bold)
            : Style.Plain;
        // What does not fit into the window goes on under its own beginning.
        var words = line.TrimStart(' ');
        AnsiConsole.Console.Write(new Padder(new Text(words.Length == 0 ? " " : words, style), new Padding(line.Length - words.Length, 0, 0, 0)));
    }
}
