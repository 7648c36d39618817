using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>What members are called, how one is named in a command, and what is asked back where nobody can tell who is meant.</summary>
public static class MemberWords
{
    public static Inline Said(MemberView member, string language) => Said(member.Name, language);

    /// <param name="name">Null once erased.</param>
    public static Inline Said(string? name, string language) => name is null ? new Inline.Words(SdkTexts.All.Words(language, "erased")) : new Inline.Person(name);

    /// <summary>The name as plain text, for a button.</summary>
    public static string Label(MemberView member, string language) => member.Name ?? SdkTexts.All.Words(language, "erased");

    /// <summary>What to type for a member: the name, where it means him alone, else an account.</summary>
    public static string Typed(MemberView member, CollectiveView view) =>
        member.Name is { } name && view.FindMember(name) is MemberRead.One ? name.All(char.IsLetterOrDigit) ? "@" + name : TypedList.Word(name)
        : member.Accounts is [var account, ..] ? account
        : "@?";

    /// <summary>Somebody was named, and it is not clear who.</summary>
    /// <param name="line">A whole command line, without prefix, that names a person in place of the one typed.</param>
    public static Document AskedBack(MemberRead unclear, CollectiveView view, string language, Func<string, string> line) => unclear switch
    {
        MemberRead.Several several => new Document(
            new Part.Text(SdkTexts.All.Line(language, "member.several", ("typed", several.Typed))),
            new Part.Facts([.. several.Accounts.Select(account => new Line(new Inline.Command(line(account))))])),
        MemberRead.None { Near: { } near } none => Near(none.Typed, near, view, language, line),
        MemberRead.None none => Document.Of(SdkTexts.All.Line(language, "member.none", ("typed", none.Typed), ("line", new Inline.Command(line("@" + none.Typed))))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Document Near(string typed, string near, CollectiveView view, string language, Func<string, string> line)
    {
        // Of several with the near name, each is named apart.
        if (view.FindMember(near) is not MemberRead.One one) return AskedBack(view.FindMember(near), view, language, line);
        var meant = line(Typed(one.Member, view));
        return new Document(
            new Part.Text(SdkTexts.All.Line(language, "member.none.near", ("typed", typed), ("near", new Inline.Person(near)), ("line", new Inline.Command(meant)))),
            new Part.Choices([new Choice(near, meant)], Public: false));
    }
}
