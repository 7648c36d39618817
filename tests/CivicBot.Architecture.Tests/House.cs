using System.Reflection;
using System.Runtime.CompilerServices;

namespace CivicBot.Architecture.Tests;

/// <summary>The house as it stands: its project files, its sources, its assemblies.</summary>
internal static class House
{
    public static string Root { get; } = RootFrom();

    /// <summary>Every project that is shipped: src and plugins.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, "plugins"), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(ProjectFile.Load),
    ];

    /// <summary>Their assemblies. A plugin that is not referenced by these tests is missing here, and a test says so.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Projects.Select(project => Assembly.Load(project.Name == "CivicBot.Host" ? "civicbot" : project.Name))];

    /// <summary>Types that somebody wrote; what the compiler adds is left out.</summary>
    public static IEnumerable<Type> Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(Written)];

    /// <summary>Every line of code that is shipped, without comments.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. new[] { "src", "plugins" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static bool Written(Type type) =>
        type.Name[0] != '<' && type.DeclaringType is not { Name: ['<', ..] } && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string RootFrom([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
