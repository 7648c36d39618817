using System.Security.Cryptography;
using CivicBot.Engine;
using CivicBot.Storage;

namespace CivicBot.Host.Settings;

/// <summary>The folder that holds all that matters: <c>civicbot.db</c> and <c>keys/</c>.</summary>
internal sealed class DataFolder
{
    private const string PracticeMark = "practice";
    private readonly string path;

    private DataFolder(string path) => this.path = path;

    public string Path => path;

    public string Database => System.IO.Path.Combine(path, "civicbot.db");

    public bool HasDatabase => File.Exists(Database);

    private bool IsPractice => File.Exists(System.IO.Path.Combine(path, PracticeMark));

    /// <summary>A folder of the running bot.</summary>
    public static DataFolder Live(string path)
    {
        var folder = Make(path);
        if (folder.IsPractice) throw new SettingsException($"{path} is a practice folder: nothing in it counts. Name another with \"Data\" in civicbot.json or CIVICBOT_DATA.");
        return folder;
    }

    /// <summary>A folder to practise in; one of a running bot is refused.</summary>
    /// <param name="path">Null: a new one under <c>practice/</c>.</param>
    public static DataFolder Practice(string? path)
    {
        var folder = Make(path ?? System.IO.Path.Combine("practice", DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture) + "-" + Environment.ProcessId));
        if (folder is { HasDatabase: true, IsPractice: false }) throw new SettingsException($"{path} holds real decisions: practise elsewhere, for instance with --data my-practice.");
        File.WriteAllText(System.IO.Path.Combine(folder.path, PracticeMark), "Nothing in this folder counts.\n");
        return folder;
    }

    /// <summary>A folder to look into, which must be there.</summary>
    public static DataFolder Existing(string path)
    {
        var folder = new DataFolder(path);
        return folder.HasDatabase ? folder : throw new SettingsException($"{path} holds no civicbot.db. Name the bot's data folder, for instance: civicbot verify --data /data");
    }

    public Task<SqliteStorage> OpenAsync(TimeProvider time, CancellationToken cancellation) => SqliteStorage.OpenAsync(Database, time, cancellation);

    public KeyFolder Keys(string? origin) => new(System.IO.Path.Combine(path, "keys"), origin, RandomNumberGenerator.GetBytes);

    private static DataFolder Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = System.IO.Path.Combine(path, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new SettingsException($"{System.IO.Path.GetFullPath(path)} cannot be written ({error.Message}). Type: chown -R 1654:1654 {System.IO.Path.GetFullPath(path)} (the image runs as 1654), or name another folder with CIVICBOT_DATA.");
        }
        return new DataFolder(path);
    }
}
