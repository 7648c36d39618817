using System.CommandLine;
using CivicBot.Host.Verbs;

var parsed = Verb.Root().Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? Verb.BadInput : code;
