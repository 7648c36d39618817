using CivicBot.Engine;
using CivicBot.Storage;

namespace CivicBot.Shell.Tests.Storages;

public sealed class AStorageInAFile() : AStorage(new Fixture())
{
    private sealed class Fixture : IStorageFixture
    {
        private readonly TemporaryFolder _folder = new();

        public async Task<IStorage> OpenAsync() => await SqliteStorage.OpenAsync(_folder.File("civicbot.db"));

        public async Task AppendUnheardAsync(IStorage storage, Batch batch)
        {
            using var impatience = new CancellationTokenSource();
            var unheard = storage.Ledgers.AppendAsync(batch, impatience.Token);
            await impatience.CancelAsync();
            await Task.WhenAny(unheard);
            await storage.KeyValues("test").SetAsync("in line after it", null, Patience);
        }

        public ValueTask DisposeAsync() => _folder.DisposeAsync();
    }
}
