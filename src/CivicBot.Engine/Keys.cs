using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>The signing keys of the collectives, one each.</summary>
public interface IKeys
{
    /// <summary>The first half of the ledgers' names.</summary>
    string Host { get; }

    /// <summary>A collective's key; made and put on disk if it has none, before its first entry.</summary>
    ISigner Of(CollectiveId collective);
}

/// <summary>Keys as files of a folder: <c>keys/origin</c> and one file per collective, readable by nobody else.</summary>
public sealed class KeyFolder : IKeys
{
    private readonly string folder;
    private readonly Func<int, byte[]> random;

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="origin">The host's name; null: the one kept in the folder, or a random one, kept from now on.</param>
    /// <param name="random">The operating system's generator.</param>
    public KeyFolder(string folder, string? origin, Func<int, byte[]> random)
    {
        (this.folder, this.random) = (folder, random);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var kept = Path.Combine(folder, "origin");
        if (!File.Exists(kept)) Write(kept, origin ?? $"civicbot-{Convert.ToHexStringLower(random(4))}");
        Host = origin ?? File.ReadAllText(kept).Trim();
        if (!Origin.IsHost(Host)) throw new FormatException($"“{Host}” cannot be an origin: use 1 to 64 of a-z, 0-9, dots and dashes.");
    }

    public string Host { get; }

    public ISigner Of(CollectiveId collective)
    {
        var name = $"{Host}/{collective}";
        var file = Path.Combine(folder, collective.Value);
        if (!File.Exists(file)) Write(file, new Ed25519Signer(name, random(32)).PrivateText());
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
        {
            throw new InvalidOperationException($"{file} can be read by others. Whoever reads it can sign for the collective. Type: chmod 600 {file}");
        }
        return Ed25519Signer.TryParse(File.ReadAllText(file).Trim(), out var signer)
            ? signer
            : throw new FormatException($"{file} holds no signing key. Put the right file back from your backup; a new one cannot continue this ledger.");
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
        stream.Flush(flushToDisk: true);
    }
}
