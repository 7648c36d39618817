using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Asks for what a proposal needs: a title, and the rest can be skipped.</summary>
internal static class ProposeForm
{
    public static Form Of(Asked asked)
    {
        var language = asked.Language;
        var fields = new List<Field>();
        Add("title", null);
        Add("text", ProposalsTexts.All.Words(language, "form.text.skip"));
        Add("as", ProposeCommand.Ways[0].Name.In(language));
        Add("topic", ProposalsTexts.All.Words(language, "form.topic.skip"));
        return new Form(ProposalsTexts.All.Line(language, "form"), "propose", fields, asked.Arguments);

        void Add(string key, string? skip)
        {
            if (asked.Has(key)) return;
            fields.Add(new Field(key, ProposalsTexts.All.Words(language, $"form.{key}.label"), ProposalsTexts.All.Line(language, $"form.{key}"),
                ProposalsTexts.All.Line(language, $"form.{key}.hint"), Skip: skip));
        }
    }
}
