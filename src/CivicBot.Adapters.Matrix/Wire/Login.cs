using System.Net;
using System.Text.Json.Nodes;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>Who we are there.</summary>
internal sealed record Self(string User, string Name);

/// <summary>Proves who we are. The device is always the same one: transaction ids, and with them "sent once", belong to a device.</summary>
internal sealed class Login(MatrixOptions options, MatrixClient client, IKeyValues memory, Patience patience, ILogger log)
{
    private const string OurName = "CivicBot";

    public async Task<Self> EnterAsync(CancellationToken cancellation)
    {
        try
        {
            var user = options.AccessToken is { } token
                ? await ByTokenAsync(token, cancellation)
                : options is { User: { Length: > 0 } name, Password: { } password }
                    ? await ByPasswordAsync(name, password, cancellation)
                    : throw new InvalidOperationException("Matrix: set an access token, or the account's name and password.");
            log.LogInformation("Matrix: logged in.");
            return new Self(user, await NameAsync(user, cancellation));
        }
        catch (MatrixFailure failure)
        {
            var why = (failure.LoggedOut || failure.Status == HttpStatusCode.Forbidden, options.AccessToken is not null) switch
            {
                (true, true) => $"the homeserver does not accept the access token ({failure.Code}). Make a new one, or set name and password.",
                (true, false) => $"the homeserver does not accept the account's name and password ({failure.Code}).",
                _ => $"logging in failed. {failure.Message} Is the homeserver's address right? It is the one that clients connect to.",
            };
            throw new InvalidOperationException("Matrix: " + why, failure);
        }
    }

    private async Task<string> ByTokenAsync(Secret token, CancellationToken cancellation)
    {
        client.Authorize(token.Reveal());
        var answer = await patience.AskAsync(() => client.WhoAmIAsync(cancellation), cancellation);
        return answer.Text("user_id") ?? throw new InvalidOperationException("Matrix: the homeserver does not say whose token this is.");
    }

    private async Task<string> ByPasswordAsync(string name, Secret password, CancellationToken cancellation)
    {
        var request = new JsonObject
        {
            ["type"] = "m.login.password",
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = name },
            ["password"] = password.Reveal(),
            ["initial_device_display_name"] = OurName,
        };
        if (await memory.GetAsync(Keys.Device, cancellation) is { } device) request["device_id"] = device;
        client.Authorize(null);
        var answer = await patience.AskAsync(() => client.LoginAsync(request, cancellation), cancellation);
        if (answer.Text("access_token") is not { } token || answer.Text("user_id") is not { } user)
        {
            throw new InvalidOperationException("Matrix: the homeserver let us in without a token.");
        }

        client.Authorize(token);
        if (answer.Text("device_id") is { } given) await memory.SetAsync(Keys.Device, given, cancellation);
        return user;
    }

    /// <summary>An account that nobody has named yet gets our name; one that an admin named keeps his.</summary>
    private async Task<string> NameAsync(string user, CancellationToken cancellation)
    {
        var name = "";
        await patience.TryAsync("reading our own name", async () => name = (await client.ProfileAsync(user, cancellation)).Text("displayname") ?? "", cancellation);
        if (name.Length > 0 && name != Names.Local(user)) return name;
        await patience.TryAsync("setting our own name", () => client.NameAsync(user, OurName, cancellation), cancellation);
        return OurName;
    }
}
