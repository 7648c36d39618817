using System.CommandLine;
using CivicBot.Host.Verbs;

return await Verb.Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
