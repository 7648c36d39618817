using System.CommandLine;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Verbs;

/// <summary>The command line. Every verb: exit 0 yes, 1 no, 2 bad input or usage.</summary>
internal static class Verb
{
    public const int Yes = 0;
    public const int No = 1;
    public const int BadInput = 2;

    public static RootCommand Root()
    {
        var root = new RootCommand("CivicBot: a collective decides inside the chat it already uses. Without a verb it runs the bot; with nothing configured, the practice room.")
        {
            Practice.Command(),
            Verify.Command(),
            Health.Command(),
            PluginVerbs.Command(),
            ConfigVerbs.Command(),
        };
        root.SetAction((_, cancellation) => GuardedAsync(() => Run.RunAsync(cancellation)));
        return root;
    }

    /// <summary>Bad input ends with a sentence that says what to type instead, and never with a stack trace.</summary>
    public static async Task<int> GuardedAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb().ConfigureAwait(false);
        }
        catch (SettingsException wrong)
        {
            foreach (var mend in wrong.Mends) await Console.Error.WriteLineAsync(mend).ConfigureAwait(false);
            return BadInput;
        }
    }
}
