using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>The texts of this plugin, and how accounts are called in them.</summary>
internal static class AccountsTexts
{
    public static Texts All { get; } = Texts.Of(typeof(AccountsTexts).Assembly);

    /// <summary>“bo (telegram:4711)”: the name can be anybody’s, the account is one.</summary>
    public static Line Named(AccountId account, string? name, string language) => name is null
        ? new Line(new Inline.Code(account.Key))
        : All.Line(language, "account.named", ("name", new Inline.Person(name)), ("account", new Inline.Code(account.Key)));

    /// <summary>“On Matrix”, from an account’s or a room’s key.</summary>
    public static string Platform(string key) => key.Split(':')[0] is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : key;

    /// <summary>Yes and no, to an act of our own.</summary>
    public static Part.Choices YesOrNo(string act, string language) => new(
        [new Choice(All.Words(language, "answer.yes"), $"{act} yes"), new Choice(All.Words(language, "answer.no"), $"{act} no")], Public: false);

    /// <summary>A command for buttons and codes: an account, and an answer once there is one.</summary>
    public static CommandDescription ForButtons(string name) => All.Command(name,
        All.Parameter("account", ParameterKind.Text) with { Positional = true, Required = true },
        All.Parameter("answer", ParameterKind.OneOf, All.Alternative("answer.yes", "yes"), All.Alternative("answer.no", "no")) with { Positional = true }) with { ButtonsOnly = true, Anywhere = true };
}
