namespace CivicBot.Adapters.Telegram;

/// <summary>The few words that are the adapter's own, in both languages. <c>{bot}</c> stands for our @name.</summary>
internal sealed record Texts(
    string GoOnInPrivate,
    string TypeInPrivate,
    string Shortened,
    string MoreToType,
    string Received,
    string Done,
    string BelowForYou,
    string SentInPrivate,
    string AskInPrivate,
    string CouldNotAnswer,
    string ShowsYourName,
    string WriteAsYourself,
    string MakeMeAdmin,
    string Hello,
    string Joined)
{
    public static Texts English { get; } = new(
        GoOnInPrivate: "Go on in private",
        TypeInPrivate: "In private with me, type: ",
        Shortened: "… shortened to fit one message. In full, each by its number: ",
        MoreToType: "There are more choices than buttons: type the others.",
        Received: "Received, not yet recorded: /my@{bot} shows it.",
        Done: "Done. /my@{bot} shows what is recorded about you.",
        BelowForYou: "… more below, for you alone.",
        SentInPrivate: "… in full in your private chat with me.",
        AskInPrivate: "… in full in private: open @{bot}, press Start, ask there.",
        CouldNotAnswer: "I have an answer that only you should read, and could not show it here. Open our private chat, press Start, and ask there once more.",
        ShowsYourName: "I cannot see whether you are anonymous here. Your choice counts under your own name, which others may see. Tap again if that is right; I ask only once.",
        WriteAsYourself: "I cannot see who writes this, since it comes from the group or a channel. Write under your own name, or tap the buttons: they count under your real name.",
        MakeMeAdmin: "I cannot see who is a member of this group. Ask an admin to make me an admin here; I need no rights besides.",
        Hello: "Hello. I let groups decide in their own chat.\n\nHere, alone with me, you can vote, read your receipts and see all that is recorded about you: type /my. "
            + "Who may vote on something stands on its card; your group decides that, not I. What you type here, nobody else in your group sees.\n\n/help shows every command.",
        Joined: "Hello. Decide something here: /poll@{bot} \"Where do we meet?\" Park Café\nMake me an admin, then I see who leaves and every line typed; else end commands with @{bot}, as above.");

    public static Texts French { get; } = new(
        GoOnInPrivate: "Continuer en privé",
        TypeInPrivate: "En privé avec moi, tapez : ",
        Shortened: "… raccourci pour tenir en un message. En entier, par leur numéro : ",
        MoreToType: "Il y a plus de choix que de boutons : tapez les autres.",
        Received: "Reçu, pas encore enregistré : /moi@{bot} le montre.",
        Done: "C’est fait. /moi@{bot} montre ce qui est enregistré sur vous.",
        BelowForYou: "… la suite ci-dessous, pour vous seul.",
        SentInPrivate: "… en entier dans votre conversation privée avec moi.",
        AskInPrivate: "… en entier en privé : ouvrez @{bot}, touchez Démarrer, redemandez là.",
        CouldNotAnswer: "J’ai une réponse que vous seul devriez lire, et je n’ai pas pu la montrer ici. Ouvrez notre conversation privée, touchez Démarrer, et redemandez là.",
        ShowsYourName: "Je ne vois pas si vous êtes anonyme ici. Votre choix compte sous votre vrai nom, que d’autres verront peut-être. Touchez encore si cela vous va ; je ne le redemanderai pas.",
        WriteAsYourself: "Je ne vois pas qui écrit ceci, car cela vient du groupe ou d’un canal. Écrivez sous votre nom, ou touchez les boutons : ils comptent sous votre vrai nom.",
        MakeMeAdmin: "Je ne vois pas qui est membre de ce groupe. Demandez à un administrateur de me nommer administrateur ici ; aucun autre droit n’est nécessaire.",
        Hello: "Bonjour. J’aide les groupes à décider dans leur propre conversation.\n\nIci, seul avec moi, vous pouvez voter, lire vos reçus et voir tout ce qui est enregistré sur vous : tapez /moi. "
            + "Qui peut voter est écrit sur chaque carte ; c’est votre groupe qui en décide, pas moi. Ce que vous tapez ici, personne d’autre de votre groupe ne le voit.\n\n/aide montre toutes les commandes.",
        Joined: "Bonjour. Décidez quelque chose ici : /sondage@{bot} \"Où se retrouve-t-on ?\" Parc Café\nNommez-moi administrateur : je vois alors qui part, et chaque ligne tapée ; sinon terminez les commandes par @{bot}, comme ci-dessus.");

    public static Texts In(string? language) => language == "fr" ? French : English;

    /// <summary>For those whose language we do not know.</summary>
    public static string InBoth(Func<Texts, string> text) => text(English) + "\n\n" + text(French);
}
