using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>Asks for what a poll still needs; question and options first, and the rest can be skipped.</summary>
internal static class PollForm
{
    public static Form Of(Asked asked, Method? method)
    {
        var language = asked.Language;
        var fields = new List<Field>();
        Add("question", null);
        if (method is not Method.YesNo) Add("options", null, lines: true);
        Add("method", Methods.Alternatives[0].Name.In(language));
        Add("closes", PollsTexts.All.Words(language, "form.closes.skip"));
        Add("secrecy", Secrecy.Alternatives[0].Name.In(language));
        return new Form(PollsTexts.All.Line(language, "form"), "poll", fields, asked.Arguments);

        void Add(string key, string? skip, bool lines = false)
        {
            if (asked.Has(key)) return;
            fields.Add(new Field(key, PollsTexts.All.Words(language, $"form.{key}.label"), PollsTexts.All.Line(language, $"form.{key}"),
                PollsTexts.All.Line(language, $"form.{key}.hint"), lines, skip));
        }
    }
}
