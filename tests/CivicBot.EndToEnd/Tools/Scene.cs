namespace CivicBot.EndToEnd.Tools;

/// <summary>A bot of its own on the real homeserver, and people with accounts of their own. Each test makes its rooms.</summary>
public abstract class Scene : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("civicbot-e2e-").FullName;
    private readonly string run = Guid.NewGuid().ToString("N")[..8];
    private readonly List<Place> places = [];
    private string secret = "";

    internal virtual string? Homeserver => Surroundings.Homeserver;

    internal Person BotAccount { get; private set; } = null!;

    internal BotProcess Bot { get; private set; } = null!;

    internal Wire Wire { get; private set; } = null!;

    internal Person Ana { get; private set; } = null!;

    internal Person Bob { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Surroundings.SkipWithout(Homeserver);
        Surroundings.SkipWithoutHost();
        secret = await Surroundings.SecretAsync(Homeserver!);
        Wire = new Wire(Homeserver!);
        (BotAccount, Ana, Bob) = (await PersonAsync("civicbot"), await PersonAsync("ana"), await PersonAsync("bob"));
        Bot = NewBot(new() { ["CIVICBOT_MATRIX__USER"] = BotAccount.Local, ["CIVICBOT_MATRIX__PASSWORD"] = BotAccount.Password });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
            // Shown where the test failed.
            TestContext.Current.TestOutputHelper?.WriteLine(Bot.Log);
            foreach (var place in places) TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', await place.TimelineAsync()));
        }
        if (Wire is not null) await Wire.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A bot that reaches the homeserver through <see cref="Wire"/>.</summary>
    internal BotProcess NewBot(Dictionary<string, string> settings)
    {
        settings["CIVICBOT_MATRIX__HOMESERVER"] = Wire.Address;
        return new BotProcess(Path.Combine(folder, "data"), settings);
    }

    internal Task<Person> PersonAsync(string name) => Person.RegisterAsync(Homeserver!, secret, $"{name}-{run}");

    /// <summary>Ana's room, with others in it and the bot, which was invited.</summary>
    internal async Task<Place> RoomAsync(object? room, params Person[] others)
    {
        var place = At(await Ana.MakeRoomAsync(room ?? new { name = "Garden", preset = "public_chat" }));
        foreach (var other in others) await other.JoinAsync(place.Id);
        await place.InviteBotAsync();
        return place;
    }

    internal Place At(string id)
    {
        var place = new Place(this, id);
        places.Add(place);
        return place;
    }

    internal string FolderOf(string name) => Path.Combine(folder, name);
}
