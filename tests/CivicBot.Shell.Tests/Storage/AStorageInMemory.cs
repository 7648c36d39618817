using CivicBot.Engine;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Storages;

public sealed class AStorageInMemory() : AStorage(new Fixture())
{
    private sealed class Fixture : IStorageFixture
    {
        private readonly MemoryStorage _storage = new();

        public Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(_storage);

        public async Task AppendUnheardAsync(IStorage storage, Batch batch)
        {
            _storage.FailNext = Failing.AfterCommit;
            await Should.ThrowAsync<IOException>(() => storage.Ledgers.AppendAsync(batch, Patience));
        }

        public ValueTask DisposeAsync() => _storage.DisposeAsync();
    }
}
