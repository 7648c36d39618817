using CivicBot.Engine;

namespace CivicBot.Storage;

/// <summary>The rows of a batch that come and go: what is due, tokens, drafts, settings.</summary>
internal static class BesideRows
{
    private const string Due =
        "insert into due(collective, key, at) values ($1, $2, $3) on conflict(collective, key) do update set at = excluded.at";

    private const string NotDue = "delete from due where collective = $1 and key = $2";

    private const string Token =
        "insert or replace into token(token, collective, act, decision, version, only, expires) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string Draft = "insert or replace into draft(collective, account, room, body, expires) values ($1, $2, $3, $4, $5)";

    private const string NoDraft = "delete from draft where collective = $1 and account = $2 and room = $3";

    private const string Setting = "insert or replace into setting(collective, account, key, value) values ($1, $2, $3, $4)";

    private const string NoSetting = "delete from setting where collective = $1 and account = $2 and key = $3";

    public static void Write(Session session, Batch batch)
    {
        var collective = batch.Collective.Value;
        foreach (var due in batch.Due)
        {
            if (due.At is { } at) session.Execute(Due, collective, due.Key, at.UtcTicks);
            else session.Execute(NotDue, collective, due.Key);
        }

        foreach (var token in batch.Tokens)
            session.Execute(Token, token.Token, collective, token.Act, token.Decision, token.Version, token.Only, token.Expires?.UtcTicks);

        foreach (var draft in batch.Drafts)
        {
            if (draft.Body is { } body) session.Execute(Draft, collective, draft.Account, draft.Room, body, draft.Expires.UtcTicks);
            else session.Execute(NoDraft, collective, draft.Account, draft.Room);
        }

        foreach (var setting in batch.Settings)
        {
            if (setting.Value is { } value) session.Execute(Setting, collective, setting.Account, setting.Key, value);
            else session.Execute(NoSetting, collective, setting.Account, setting.Key);
        }
    }
}
