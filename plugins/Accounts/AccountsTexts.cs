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

    public static Parameter Answer { get; } =
        All.Parameter("answer", ParameterKind.OneOf, All.Alternative("answer.yes", "yes"), All.Alternative("answer.no", "no")) with { Positional = true };

    /// <summary>Yes and no, to the same line with the answer behind it, which can be typed as well.</summary>
    public static Part.Choices YesOrNo(string line, string language)
    {
        var typed = $"{All.Words(language, "link.name")}{line["link".Length..]} {All.Words(language, "answer.yes")}";
        return new Part.Choices(
            [new Choice(All.Words(language, "answer.yes"), $"{line} yes"), new Choice(All.Words(language, "answer.no"), $"{line} no")],
            Public: false, All.Line(language, "answer.typed", ("line", new Inline.Command(typed))));
    }

    /// <summary>A command that codes stand for.</summary>
    public static CommandDescription ForCodes(string name, params IReadOnlyList<Parameter> more) =>
        All.Command(name, [All.Parameter("account", ParameterKind.Text) with { Positional = true, Required = true }, .. more]) with { ButtonsOnly = true, Anywhere = true };
}
