namespace CivicBot.Adapters.Matrix;

/// <summary>Where the bot's account lives, and how it proves that it is his: by a token, or by name and password.</summary>
public sealed class MatrixOptions
{
    /// <summary><c>https://matrix.example.org</c>; <c>http://</c> only for a private or loopback address.</summary>
    public string Homeserver { get; set; } = "";

    /// <summary>A token of the account. Then neither name nor password is needed.</summary>
    public Secret? AccessToken { get; set; }

    /// <summary>The account's name: <c>civicbot</c>, or in full <c>@civicbot:example.org</c>.</summary>
    public string? User { get; set; }

    /// <summary>Used at start; the token that it gives is kept in memory only.</summary>
    public Secret? Password { get; set; }
}
