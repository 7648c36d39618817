using System.Xml.Linq;

namespace CivicBot.Architecture.Tests;

/// <summary>What a project file says of the others.</summary>
/// <param name="IsPlugin">It stands under <c>plugins/</c>.</param>
internal sealed record ProjectFile(string Name, bool IsPlugin, IReadOnlyList<ProjectArrow> Arrows, IReadOnlyList<string> Packages, IReadOnlyList<string> AdditionalFiles)
{
    public static ProjectFile Load(string path) => Parse(Path.GetFileNameWithoutExtension(path), path.Contains("/plugins/", StringComparison.Ordinal), XDocument.Load(path));

    public static ProjectFile Parse(string name, bool isPlugin, XDocument project) => new(
        name,
        isPlugin,
        [.. Items(project, "ProjectReference").Select(ProjectArrow.Of)],
        [.. Items(project, "PackageReference").Where(item => Value(item, "PrivateAssets") != "all").Select(Include)],
        [.. Items(project, "AdditionalFiles").Select(Include)]);

    private static IEnumerable<XElement> Items(XDocument project, string name) => project.Descendants().Where(item => item.Name.LocalName == name);

    private static string Include(XElement item) => Value(item, "Include") ?? "";

    internal static string? Value(XElement item, string name) => item.Attribute(name)?.Value ?? item.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;
}

/// <summary>A reference from one project to another.</summary>
/// <param name="BuildOnly">Built together, never linked.</param>
/// <param name="Brought">Compiled against; the host brings the assembly.</param>
internal sealed record ProjectArrow(string To, bool BuildOnly, bool Brought)
{
    public static ProjectArrow Of(XElement reference) => new(
        Path.GetFileNameWithoutExtension(ProjectFile.Value(reference, "Include")!.Replace('\\', '/')),
        ProjectFile.Value(reference, "ReferenceOutputAssembly") == "false",
        ProjectFile.Value(reference, "Private") == "false");
}
