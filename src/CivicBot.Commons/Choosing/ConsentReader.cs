using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Reads what follows <c>/vote N</c> in a consent round: an answer, and behind a concern what it is, as in <c>concern "It may rain"</c>.</summary>
public static class ConsentReader
{
    private const int Concern = (int)ConsentAnswer.Concern + 1;

    public static ChoiceRead Read(DecisionView decision, string words)
    {
        var typed = words.Replace('\'', '’').Trim();
        if (ChoiceReader.Meanings(decision, typed, quoted: false) is [var answer]) return new ChoiceRead.Options([answer]);
        // The longest beginning that says “concern”: what follows is the concern.
        for (var end = typed.Length - 1; end > 0; end--)
        {
            if (!char.IsWhiteSpace(typed[end]) && typed[end] is not ':') continue;
            if (ChoiceReader.Meanings(decision, typed[..end].Trim(), quoted: false) is not [Concern]) continue;
            var concern = words.Trim()[end..].Trim(' ', ':', '\u00a0', '\u202f', '\n', '"', '“', '”', '«', '»', '„');
            return concern.Length == 0 ? new ChoiceRead.Options([Concern]) : new ChoiceRead.Meant(new Ballot.Consent(ConsentAnswer.Concern, concern));
        }
        return new ChoiceRead.Unfit(words.Trim());
    }
}
