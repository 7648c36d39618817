namespace CivicBot.Chat;

/// <summary>Questions whose answers make up a command. A form where the platform has one, step by step elsewhere.</summary>
/// <param name="Command">The English name of the command that is submitted at the end.</param>
/// <param name="Given">What the command line already said: parameter key to values.</param>
public sealed record Form(Line Title, string Command, IReadOnlyList<Field> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Given);

/// <summary>One question of a form.</summary>
/// <param name="Key">The parameter it fills.</param>
/// <param name="Label">The short name of the field.</param>
/// <param name="Question">The question as it is asked when it stands alone.</param>
/// <param name="Hint">What can be typed, with an example.</param>
/// <param name="Lines">Several lines or comma-separated values may be given.</param>
/// <param name="Skip">What stands if the field is left empty; null if it must be filled.</param>
public sealed record Field(string Key, string Label, Line Question, Line? Hint = null, bool Lines = false, string? Skip = null);
