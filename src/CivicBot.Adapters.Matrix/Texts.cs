namespace CivicBot.Adapters.Matrix;

/// <summary>The few words that are the adapter's own, in both languages.</summary>
internal sealed record Texts(
    string TapANumber,
    string TapTheLock,
    string TypeInPrivate,
    string Shortened,
    string Invited,
    string InvitedBefore,
    string AlreadyPrivate,
    string NotInvited,
    string WelcomeInPrivate,
    string CannotRead,
    string CannotReadHere,
    string InvitedFromEncrypted,
    string ForcedEncryption)
{
    public static Texts English { get; } = new(
        TapANumber: "Tap a number below.",
        TapTheLock: "Choose in private: tap 🔒 below or type !private, and I invite you to a room where only you and I are.",
        TypeInPrivate: "In your private room with me, type: ",
        Shortened: "… shortened to fit one message. In full: !decision and its number.",
        Invited: "I have invited you to a private room: accept the invitation, and type there.",
        InvitedBefore: "You have a private room with me already; the invitation or the room is in your list of rooms.",
        AlreadyPrivate: "This is your private room with me: just type here.",
        NotInvited: "I could not invite you to a private room. Your homeserver or mine did not allow it; ask whoever runs this bot.",
        WelcomeInPrivate: "Only you and I are here. Type commands as you would in your room, for instance: help",
        CannotRead: "This room is encrypted, and I cannot read what is written here. Make a room without encryption and invite me there,"
            + " or type !private in a room without encryption: I will invite you to a private room that I can read.",
        CannotReadHere: "This room is encrypted, and I cannot read what is written here.",
        InvitedFromEncrypted: "I have invited you to a private room without encryption: accept the invitation, and type there.",
        ForcedEncryption: "This homeserver encrypts every private room, so I cannot read yours. Ask whoever runs it to let rooms without encryption be made.");

    public static Texts French { get; } = new(
        TapANumber: "Touchez un numéro ci-dessous.",
        TapTheLock: "Choisissez en privé : touchez 🔒 ci-dessous ou tapez !privé, et je vous invite dans un salon où il n’y a que vous et moi.",
        TypeInPrivate: "Dans votre salon privé avec moi, tapez : ",
        Shortened: "… raccourci pour tenir en un message. En entier : !decision et son numéro.",
        Invited: "Je vous ai invité dans un salon privé : acceptez l’invitation, et écrivez là-bas.",
        InvitedBefore: "Vous avez déjà un salon privé avec moi ; l’invitation ou le salon est dans votre liste.",
        AlreadyPrivate: "Vous êtes dans votre salon privé avec moi : écrivez ici.",
        NotInvited: "Je n’ai pas pu vous inviter dans un salon privé. Votre serveur ou le mien ne l’a pas permis ; demandez à qui gère ce robot.",
        WelcomeInPrivate: "Ici, il n’y a que vous et moi. Tapez vos commandes comme dans votre salon, par exemple : help",
        CannotRead: "Ce salon est chiffré, et je ne peux pas lire ce qui s’y écrit. Créez un salon sans chiffrement et invitez-moi,"
            + " ou tapez !privé dans un salon sans chiffrement : je vous inviterai dans un salon privé que je peux lire.",
        CannotReadHere: "Ce salon est chiffré, et je ne peux pas lire ce qui s’y écrit.",
        InvitedFromEncrypted: "Je vous ai invité dans un salon privé sans chiffrement : acceptez l’invitation, et écrivez là-bas.",
        ForcedEncryption: "Ce serveur chiffre tous les salons privés : je ne peux pas lire le vôtre. Demandez à qui le gère de permettre des salons sans chiffrement.");

    public static Texts In(string language) => language == "fr" ? French : English;

    /// <summary>For those whose language we do not know.</summary>
    public static string InBoth(Func<Texts, string> text) => text(English) + "\n" + text(French);
}
