using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace CivicBot.Architecture.Tests;

/// <summary>Nothing is shared behind anybody's back: a static is a constant or a pure function.</summary>
public class Statics
{
    [Fact]
    public void Are_constants() => House.Types.SelectMany(Mutable).ShouldBeEmpty();

    [Fact]
    public void Mutable_ones_are_found() =>
        Mutable(typeof(Bad)).Order().ShouldBe(
        [
            "Bad.Cache can be filled", "Bad.Counter can be set", "Bad.Exposed is an array that others can write to", "Bad.Known can be filled", "Bad.Said can be filled",
            "Bad.Setting can be set",
        ]);

    [Fact]
    public void Constant_ones_are_left_alone() => Mutable(typeof(Good)).ShouldBeEmpty();

    [Fact]
    public void Every_assembly_is_looked_at() => House.Assemblies.Count.ShouldBe(House.Projects.Count);

    private static IEnumerable<string> Mutable(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (field.IsLiteral || field.Name.Contains("__CachedAnonymous", StringComparison.Ordinal)) continue;
            var name = $"{type.Name}.{(field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name)}";
            if (!field.IsInitOnly) yield return $"{name} can be set";
            else if (field.FieldType.IsArray && !field.IsPrivate) yield return $"{name} is an array that others can write to";
            else if (CanBeFilled(field.FieldType)) yield return $"{name} can be filled";
        }
    }

    /// <summary>By what it is declared as: what is declared read-only stays as it was written. So does an array that is private to its type.</summary>
    private static bool CanBeFilled(Type type) =>
        !type.IsArray && type.Namespace is not ("System.Collections.Immutable" or "System.Collections.Frozen")
        && (type == typeof(StringBuilder) || type.Namespace is "System.Collections.Concurrent" || typeof(IDictionary).IsAssignableFrom(type)
            || typeof(IList).IsAssignableFrom(type) || type.GetInterfaces().Prepend(type).Any(IsFillable));

    private static bool IsFillable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(ICollection<>) || open == typeof(Queue<>) || open == typeof(Stack<>));

#pragma warning disable CS0169, CS0414, CA1823, CA2211, IDE0044, IDE0051, IDE0052, CA1805, CA1802 // Bad on purpose.
    private static class Bad
    {
        private static int Counter;
        internal static readonly string[] Exposed = ["a"];
        private static readonly Dictionary<string, string> Cache = [];
        private static readonly HashSet<string> Known = [];
        private static readonly StringBuilder Said = new();

        public static string Setting { get; set; } = "";
    }

    private static class Good
    {
        public const int Most = 3;
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
        private static readonly string[] Own = ["a"];

        public static IReadOnlyList<string> Words { get; } = ["a", "b"];

        private static readonly IReadOnlyDictionary<string, int> Days = new Dictionary<string, int>();

        public static ImmutableDictionary<string, string> Map { get; } = ImmutableDictionary<string, string>.Empty;

        public static Func<int, int> Twice { get; } = static number => number * 2;
    }
#pragma warning restore
}
