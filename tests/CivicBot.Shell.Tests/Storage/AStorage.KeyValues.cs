namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Remembers_for_each_platform_apart()
    {
        await Storage.KeyValues("matrix").SetAsync("cursor", "s1", Patience);
        await Storage.KeyValues("telegram").SetAsync("cursor", "42", Patience);
        await Storage.KeyValues("matrix").SetAsync("cursor", "s2", Patience);
        await Storage.KeyValues("matrix").SetAsync("device", "D", Patience);
        await ReopenAsync();
        (await Storage.KeyValues("matrix").GetAsync("cursor", Patience)).ShouldBe("s2");
        (await Storage.KeyValues("telegram").GetAsync("cursor", Patience)).ShouldBe("42");
        (await Storage.KeyValues("discord").GetAsync("cursor", Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Forgets_a_key_without_a_value()
    {
        await Storage.KeyValues("matrix").SetAsync("cursor", "s1", Patience);
        await Storage.KeyValues("matrix").SetAsync("cursor", null, Patience);
        await Storage.KeyValues("matrix").SetAsync("never there", null, Patience);
        (await Storage.KeyValues("matrix").GetAsync("cursor", Patience)).ShouldBeNull();
    }
}
