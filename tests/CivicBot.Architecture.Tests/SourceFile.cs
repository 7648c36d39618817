namespace CivicBot.Architecture.Tests;

/// <summary>A file of source code.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines that do something, numbered from 1.</summary>
    public IEnumerable<(int Number, string Code)> Lines => Text.Split('\n')
        .Select((line, i) => (i + 1, line.Trim()))
        .Where(line => !line.Item2.StartsWith("//", StringComparison.Ordinal));

    public override string ToString() => Path;
}
