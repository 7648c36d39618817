using System.Globalization;
using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd.Stories;

/// <summary>
/// The people of a story: accounts of their own on the homeserver, a room with the bot, and a conversation of each with the bot alone. The room is a caretaker's,
/// who has no part in the story: whoever makes a room has every right there, and nobody in a story has any unless it says so.
/// </summary>
internal sealed class Cast(string homeserver, string secret, string run, Person caretaker, Person bot, string room)
{
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly Dictionary<Person, string> conversations = [];
    private readonly HashSet<string> admins = [];

    public string Room => room;

    public IReadOnlyDictionary<string, Person> People => people;

    public Person Bot => bot;

    /// <summary>The caretaker makes the room, and lets the bot in.</summary>
    public static async Task<Cast> GatherAsync(string homeserver, string secret, string run, string name, Person bot)
    {
        var caretaker = await Person.RegisterAsync(homeserver, secret, $"caretaker-{run}");
        var room = await caretaker.MakeRoomAsync(new { name, preset = "public_chat", invite = new[] { bot.Id } });
        await JoinedAsync(caretaker, room, bot);
        return new Cast(homeserver, secret, run, caretaker, bot, room);
    }

    /// <summary>The same, before the bot is there to accept; a watcher is in the room who has its rights.</summary>
    public static async Task<Cast> InviteAsync(string homeserver, string secret, string run, string name, Person bot, Person watcher) =>
        new(homeserver, secret, run, watcher, bot, await watcher.MakeRoomAsync(new { name, preset = "public_chat", invite = new[] { bot.Id } }));

    /// <summary>The bot may no longer write in the room, or may again.</summary>
    public async Task SilenceAsync(Person silenced, bool silent)
    {
        var levels = (await caretaker.StateAsync(room, "m.room.power_levels"))!;
        if (silent) levels["users"]![silenced.Id] = -1;
        else levels["users"]!.AsObject().Remove(silenced.Id);
        await caretaker.SetStateAsync(room, "m.room.power_levels", levels);
    }

    /// <summary>Somebody of the story, who comes when he is named first.</summary>
    public async Task<Person> PersonAsync(string name)
    {
        if (people.TryGetValue(name, out var known)) return known;
        // Names may be written in any letters, accounts may not.
        var person = await Person.RegisterAsync(homeserver, secret, string.Create(CultureInfo.InvariantCulture, $"p{people.Count + 1}-{run}"), name);
        await person.JoinAsync(room);
        return people[name] = person;
    }

    /// <summary>Give somebody the room's rights, or take them.</summary>
    public async Task EntitleAsync(Person person, bool admin)
    {
        if (!(admin ? admins.Add(person.Id) : admins.Remove(person.Id))) return;
        var levels = (await caretaker.StateAsync(room, "m.room.power_levels"))!;
        if (admin) levels["users"]![person.Id] = 100;
        else levels["users"]!.AsObject().Remove(person.Id);
        // One may not take from others what they have as much of: who loses the rights gives them back himself.
        await (admin ? caretaker : person).SetStateAsync(room, "m.room.power_levels", levels);
    }

    /// <summary>Where somebody talks with the bot alone: the room to which it has invited him, or one that he makes.</summary>
    public async Task<string> ConversationAsync(Person person)
    {
        if (conversations.TryGetValue(person, out var known)) return known;
        if (await AcceptAsync(person) is { } accepted) return accepted;
        var made = await person.MakeRoomAsync(new { preset = "trusted_private_chat", is_direct = true, invite = new[] { bot.Id } });
        await JoinedAsync(person, made, bot);
        return conversations[person] = made;
    }

    /// <returns>Where he talks with the bot alone, after he has accepted its invitation, where there is one; null if he does nowhere.</returns>
    public async Task<string?> AcceptAsync(Person person)
    {
        if (conversations.TryGetValue(person, out var known)) return known;
        if (await person.InvitationsAsync() is not [var invitation, ..]) return null;
        await person.JoinAsync(invitation);
        return conversations[person] = invitation;
    }

    private static Task JoinedAsync(Person host, string room, Person bot) =>
        Wait.ForAsync("the bot to join", async () => (string?)(await host.StateAsync(room, "m.room.member", bot.Id))?["membership"] == "join");
}
