namespace CivicBot.Core;

/// <summary>A word that values of rules are made of: as the ledger keeps it, as French says it, and what else people type for it.</summary>
public sealed record RuleWord(string Canonical, string French, string Also = "")
{
    private static readonly RuleWord[] Known =
    [
        new("on", "oui", "yes true active actif"),
        new("off", "non", "no never jamais false"),
        new("none", "aucun", "aucune nothing rien unlimited illimite"),
        new("open", "public", "ouvert ouverte publique"),
        new("sealed", "scellé", "scellee hidden cache caches"),
        new("secret", "secret", "secrete"),
        new("anyone", "tous", "everyone everybody anybody all quiconque chacun"),
        new("member", "membre", "members membres"),
        new("role", "rôle", "roles"),
        new("opener", "auteur", "author auteure"),
        new("participation", "participation", "turnout"),
        new("approval", "approbation"),
        new("grades", "mentions", "notes score scores"),
        new("absolute", "absolue", "absolu"),
        new("unanimous", "unanimité", "unanimity unanime"),
        new("drop", "abandon", "abandonner dropped"),
        new("half", "moitié"),
        new("monday", "lundi", "mon lun"),
        new("tuesday", "mardi", "tue mar"),
        new("wednesday", "mercredi", "wed mer"),
        new("thursday", "jeudi", "thu jeu"),
        new("friday", "vendredi", "fri ven"),
        new("saturday", "samedi", "sat sam"),
        new("sunday", "dimanche", "sun dim"),
    ];

    /// <summary>What stands between words that mean something.</summary>
    private static readonly string[] Filling =
        ["of", "the", "a", "an", "at", "least", "au", "moins", "de", "des", "du", "la", "le", "les", "every", "chaque", "pour", "et", "and", "ou", "or", "majority", "majorite"];

    private static readonly (string Spelled, string Sign)[] Signs =
        [(" per cent", "%"), (" percent", "%"), (" pour cent", "%"), (" %", "%"), ("⁄", "/"), (">=", " "), ("≥", " "), ("–", "-"), ("—", "-"), ("−", "-"), (";", " ")];

    /// <summary>What somebody typed, as the words of the ledger, as far as they are known.</summary>
    internal static string[] Read(string typed)
    {
        var plain = Signs.Aggregate(TypedText.Loose(typed), (text, sign) => text.Replace(sign.Spelled, sign.Sign, StringComparison.Ordinal));
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of).ToList();
        // “3 in 10”, « 3 sur 10 ».
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i] is not ("in" or "sur") || !IsNumber(words[i - 1]) || !IsNumber(words[i + 1])) continue;
            words[i - 1] = $"{words[i - 1]}/{words[i + 1]}";
            words.RemoveRange(i, 2);
        }
        return [.. words.Where(word => !Filling.Contains(word)).Select(word => word == "half" ? "1/2" : word)];
    }

    /// <summary>A value of the ledger in the words of a language, so that it can be typed again: <c>monday 09:00</c>, <c>lundi 09:00</c>.</summary>
    public static string In(string language, string canonical) =>
        language == "fr" ? string.Join(' ', canonical.Split(' ').Select(Said)) : canonical;

    private static string Said(string word) => Known.FirstOrDefault(known => known.Canonical == word)?.French
        ?? (word.Length > 1 && word[^1] == 'd' && IsNumber(word[..^1]) ? word[..^1] + "j" : word);

    private static string Of(string word)
    {
        var bare = word.Trim(',', '.');
        return Known.FirstOrDefault(known => known.Spellings.Contains(bare))?.Canonical ?? bare;
    }

    private static bool IsNumber(string word) => word.Length > 0 && word.All(char.IsAsciiDigit);

    private IEnumerable<string> Spellings => [Canonical, TypedText.Loose(French), .. Also.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
