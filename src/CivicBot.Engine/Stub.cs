namespace CivicBot.Engine;
internal static class TimeReader { public static bool ReadsAsTime(string w) => w.Length > 1; }
internal static class RefusalTexts { public static CivicBot.Chat.Document Of(CivicBot.Core.Refusal r, CivicBot.Sdk.CollectiveView v, CivicBot.Sdk.Asked a) => new(); }
