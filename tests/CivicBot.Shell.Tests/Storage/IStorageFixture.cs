using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

/// <summary>All that the exam knows of an implementation.</summary>
public interface IStorageFixture : IAsyncDisposable
{
    /// <summary>Opens it; again, after it was disposed of, with all that was in it.</summary>
    Task<IStorage> OpenAsync();

    /// <summary>Appends, which succeeds, but nobody hears of it. When it returns, the batch is written.</summary>
    Task AppendUnheardAsync(IStorage storage, Batch batch);
}
