using System.Globalization;

namespace CivicBot.Adapters.Telegram;

/// <summary>Everything that this adapter remembers, by key.</summary>
internal static class Keys
{
    /// <summary>The hash of the commands as they were published last.</summary>
    public const string Commands = "commands";

    /// <summary>The secret that Telegram must show, where none was set.</summary>
    public const string WebhookSecret = "webhook-secret";

    /// <summary>The groups in which we are, as far as we noticed.</summary>
    public const string Places = "places";

    /// <summary>Whether somebody has a private chat with us: <c>yes</c>, or <c>no</c> once he blocked us.</summary>
    public static string Started(long account) => "started/" + Number(account);

    /// <summary>We were sent away from there.</summary>
    public static string Gone(long chat) => "gone/" + Number(chat);

    /// <summary>The new id of a group that became a supergroup.</summary>
    public static string Moved(long chat) => "moved/" + Number(chat);

    /// <summary>Somebody said there that his vote may show his name.</summary>
    public static string Named(long chat, long account) => $"named/{Number(chat)}/{Number(account)}";

    /// <summary>Whose @name it was when we saw it last.</summary>
    public static string Handle(string name) => "handle/" + name;

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
