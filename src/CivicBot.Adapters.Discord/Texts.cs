namespace CivicBot.Adapters.Discord;

/// <summary>The few words that are the adapter's own, in both languages.</summary>
internal sealed record Texts(
    string Answer,
    string YourAnswer,
    string GoOn,
    string Choose,
    string Shortened,
    string ShortenedWithFile,
    string NotAllButtons,
    string FormIsOld,
    string NotKnown,
    string MissingPermissions,
    string NotInstalled)
{
    public static Texts English { get; } = new(
        Answer: "Answer",
        YourAnswer: "Your answer",
        GoOn: "Go on in private",
        Choose: "Choose",
        Shortened: "… shortened to fit one message. In full: /decision and its number.",
        ShortenedWithFile: "… shortened to fit one message. In full: in the attached file.",
        NotAllButtons: "Not all of it fits under one message; the rest can be typed:",
        FormIsOld: "I no longer have this form. Nothing was recorded; give the command once more.",
        NotKnown: "I no longer know this button or command, so nothing was recorded. Type / to see what I can do.",
        MissingPermissions: "I may not do all I need in this channel yet. Missing: {0}. Whoever runs this server can allow it in the channel’s settings, under Permissions; then try again.",
        NotInstalled: "I am not installed in this server, so nothing can begin here. Whoever runs it can add me from my profile: Add App, then Add to Server.");

    public static Texts French { get; } = new(
        Answer: "Répondre",
        YourAnswer: "Votre réponse",
        GoOn: "Continuer en privé",
        Choose: "Choisir",
        Shortened: "… raccourci pour tenir en un message. En entier : /decision et son numéro.",
        ShortenedWithFile: "… raccourci pour tenir en un message. En entier : dans le fichier joint.",
        NotAllButtons: "Tout ne tient pas sous un seul message ; le reste peut être tapé :",
        FormIsOld: "Je n’ai plus ce formulaire. Rien n’a été enregistré ; redonnez la commande.",
        NotKnown: "Je ne connais plus ce bouton ou cette commande : rien n’a été enregistré. Tapez / pour voir ce que je sais faire.",
        MissingPermissions: "Je n’ai pas encore tous les droits qu’il me faut dans ce salon. Il manque : {0}. Qui gère ce serveur peut les donner dans les paramètres du salon, sous Permissions ; réessayez ensuite.",
        NotInstalled: "Je ne suis pas installé sur ce serveur : rien ne peut y commencer. Qui le gère peut m’ajouter depuis mon profil : Ajouter l’appli, puis Ajouter au serveur.");

    public static Texts In(string? language) => language == "fr" ? French : English;
}
