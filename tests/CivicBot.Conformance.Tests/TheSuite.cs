namespace CivicBot.Conformance.Tests;

/// <summary>The practice room is held to it.</summary>
public sealed class ThePracticeRoom : AnyPlatform
{
    private protected override Task<PlatformStage> OpenAsync() => Task.FromResult<PlatformStage>(new InThePracticeRoom());
}

/// <summary>Telegram is held to it, on the stand-in.</summary>
public sealed class Telegram : AnyPlatform
{
    private protected override async Task<PlatformStage> OpenAsync() => await Conformance.Tests.OnTelegram.OpenAsync();
}

/// <summary>Discord is held to it, on the stand-in.</summary>
public sealed class Discord : AnyPlatform
{
    private protected override async Task<PlatformStage> OpenAsync() => await Conformance.Tests.OnDiscord.OpenAsync();
}

/// <summary>On the two stand-ins and in the practice room: on a real homeserver it is played in CI.</summary>
public class OneCollectiveOnThreePlatforms
{
    [Fact]
    public async Task Counts_each_person_once_and_shows_the_same_everywhere() =>
        await OneCollective.PlayAsync(await OnDiscord.OpenAsync(), await OnTelegram.OpenAsync(), new InThePracticeRoom());
}
