using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>Who I am here: my accounts, what I may do, what is recorded about me.</summary>
internal static class WhoAmI
{
    public static Command Command { get; } = new(AccountsTexts.All.Command("whoami") with { Anywhere = true }, Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        if (!view.IsFounded || view.Me is not { } me)
        {
            return new Answer.Show(new Document(
                new Part.Text(Line("whoami.nobody", ("account", new Inline.Code(view.Account?.Key ?? "")))),
                new Part.Text(Line(view.IsFounded ? "whoami.join" : "whoami.found"))));
        }
        var ballots = view.Decisions.Count(decision => decision.MyBallot is not null);
        var opened = view.Decisions.Count(decision => decision.IsMine);
        return new Answer.Show(new Document(
            new Part.Heading(Line("whoami.heading", ("name", MemberWords.Said(me, language)), ("collective", WrittenWords.Of(view.Name, language)))),
            new Part.Text(Line("whoami.since", ("since", view.Clock.On(me.JoinedAt, view.Now, language)))),
            new Part.Facts([.. me.Accounts.Select(account => Line(account == view.Account?.Key ? "whoami.account.this" : "whoami.account",
                ("account", new Inline.Code(account)), ("platform", new Inline.Words(AccountsTexts.Platform(account)))))]),
            new Part.Text(Line("whoami.rights")),
            new Part.Facts(
            [
                me.WhyNotOnRolls is { } why ? StandingWords.Missing(why, view.Rules.Level, me, view, language) : Line("whoami.votes"),
                .. asked.Admin ? [Line("whoami.admin")] : Array.Empty<Line>(),
            ]),
            new Part.Text(Lines.Sentences(Line("whoami.recorded.ballots", ("n", ballots)), Line("whoami.recorded.opened", ("n", opened)), Line("whoami.recorded.all"))),
            new Part.Note(Line(me.Accounts.Count > 1 ? "whoami.unlink" : "whoami.link"))));

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => AccountsTexts.All.Line(language, key, arguments);
    }
}
