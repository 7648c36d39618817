using System.Text;
using CivicBot.Chat;
using CivicBot.StandIns.Discord;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CivicBot.Discord.Tests;

public class OverHttp
{
    private static readonly Ed25519PrivateKeyParameters Key = new(Enumerable.Repeat((byte)7, 32).ToArray());

    [Fact]
    public async Task An_interaction_is_accepted_and_answered_by_the_API()
    {
        await using var scene = await ReceivingAsync();
        scene.Discord.Endpoint = async body => (await scene.Adapter.CallAsync(Signed(scene, body), CancellationToken.None)).Status;
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        exchange.FirstAnswer.ShouldBe(5);
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
    }

    [Fact]
    public async Task The_gateways_interactions_are_not_looked_at()
    {
        await using var scene = await ReceivingAsync();
        _ = scene.Room.Invokes(scene.Ana, "decisions");
        scene.Room.Says(scene.Bo, $"<@{scene.Discord.ApplicationId}> help");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Received.Single().ShouldBeOfType<Said>();
    }

    [Fact]
    public async Task A_ping_is_answered_on_the_spot()
    {
        await using var scene = await ReceivingAsync();
        (await scene.Adapter.CallAsync(Signed(scene, Ping(scene)), CancellationToken.None)).ShouldBe(new WebhookAnswer(200, """{"type":1}"""));
    }

    [Fact]
    public async Task Sent_again_it_is_the_same_event()
    {
        await using var scene = await ReceivingAsync();
        WebhookCall? call = null;
        scene.Discord.Endpoint = async body => (await scene.Adapter.CallAsync(call = Signed(scene, body), CancellationToken.None)).Status;
        await scene.Room.Invokes(scene.Ana, "decisions");
        await scene.Adapter.CallAsync(call!, CancellationToken.None);
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        scene.Inbox.Received[1].EventKey.ShouldBe(scene.Inbox.Received[0].EventKey);
    }

    [Theory]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("short signature")]
    [InlineData("not hexadecimal")]
    [InlineData("another key")]
    [InlineData("changed body")]
    [InlineData("changed timestamp")]
    [InlineData("ten minutes old")]
    [InlineData("ten minutes ahead")]
    [InlineData("another application")]
    [InlineData("not JSON")]
    public async Task On_any_doubt_nothing_is_done(string doubt)
    {
        await using var scene = await ReceivingAsync();
        var call = doubt switch
        {
            "no signature" => Without(Signed(scene, Ping(scene)), "x-signature-ed25519"),
            "no timestamp" => Without(Signed(scene, Ping(scene)), "x-signature-timestamp"),
            "short signature" => With(Signed(scene, Ping(scene)), "x-signature-ed25519", "abcd"),
            "not hexadecimal" => With(Signed(scene, Ping(scene)), "x-signature-ed25519", new string('z', 128)),
            "another key" => Signed(scene, Ping(scene), key: new Ed25519PrivateKeyParameters(Enumerable.Repeat((byte)8, 32).ToArray())),
            "changed body" => Signed(scene, Ping(scene)) with { Body = Encoding.UTF8.GetBytes(Ping(scene) + " ") },
            "changed timestamp" => With(Signed(scene, Ping(scene)), "x-signature-timestamp", "1"),
            "ten minutes old" => Signed(scene, Ping(scene), TimeSpan.FromMinutes(-10)),
            "ten minutes ahead" => Signed(scene, Ping(scene), TimeSpan.FromMinutes(10)),
            "another application" => Signed(scene, """{"type":1,"application_id":"4711"}"""),
            _ => Signed(scene, "{"),
        };
        (await scene.Adapter.CallAsync(call, CancellationToken.None)).ShouldBe(new WebhookAnswer(401));
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_public_key_nothing_is_taken()
    {
        await using var scene = await Scene.StartedAsync();
        (await scene.Adapter.CallAsync(Signed(scene, Ping(scene)), CancellationToken.None)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_key_that_is_none_is_said_at_once(string key)
    {
        await using var scene = await Scene.StartedAsync();
        scene.Options.PublicKey = key;
        Should.Throw<InvalidOperationException>(() => new CivicBot.Adapters.Discord.DiscordAdapter(scene.Options, scene.Memory, scene.Time, scene.Log)).Message.ShouldContain("64 hexadecimal digits");
    }

    private static async Task<Scene> ReceivingAsync()
    {
        var scene = await Scene.NewAsync();
        scene.Options.PublicKey = Convert.ToHexString(Key.GeneratePublicKey().GetEncoded());
        return await scene.StartAsync();
    }

    private static string Ping(Scene scene) => $$"""{"type":1,"application_id":"{{scene.Discord.ApplicationId}}"}""";

    private static WebhookCall Signed(Scene scene, string body, TimeSpan shift = default, Ed25519PrivateKeyParameters? key = null)
    {
        var timestamp = (scene.Time.GetUtcNow() + shift).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key ?? Key);
        var message = Encoding.UTF8.GetBytes(timestamp + body);
        signer.BlockUpdate(message, 0, message.Length);
        return new WebhookCall(
            new Dictionary<string, string> { ["x-signature-timestamp"] = timestamp, ["x-signature-ed25519"] = Convert.ToHexStringLower(signer.GenerateSignature()) },
            Encoding.UTF8.GetBytes(body));
    }

    private static WebhookCall Without(WebhookCall call, string header) => call with { Headers = call.Headers.Where(one => one.Key != header).ToDictionary() };

    private static WebhookCall With(WebhookCall call, string header, string value) => call with { Headers = new Dictionary<string, string>(call.Headers) { [header] = value } };
}
