using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CivicBot.StandIns.Telegram;

/// <summary>Telegram's HTML: a few tags, four entities, and links that the client makes by itself.</summary>
internal static partial class TelegramMarkup
{
    private static readonly string[] Tags = ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler"];

    /// <returns>The text, and what became a link unasked.</returns>
    public static (string Text, IReadOnlyList<string> AutoLinks) Read(string html)
    {
        var text = new StringBuilder();
        var linkable = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<')
            {
                var end = html.IndexOf('>', i);
                if (end < 0) throw new ApiError(400, "Bad Request: can't parse entities: Unclosed start tag");
                var inside = html[(i + 1)..end];
                if (inside.StartsWith('/'))
                {
                    if (open.Count == 0 || open.Pop() != inside[1..]) throw new ApiError(400, "Bad Request: can't parse entities: Unmatched end tag");
                }
                else
                {
                    var tag = inside.Split(' ')[0];
                    if (!Tags.Contains(tag)) throw new ApiError(400, $"Bad Request: can't parse entities: Unsupported start tag \"{tag}\"");
                    if (open.Count > 0 && (open.Peek() is "code" or "pre" || tag is "code" or "pre")) throw new ApiError(400, $"Bad Request: can't parse entities: \"{tag}\" inside \"{open.Peek()}\" is no entity");
                    open.Push(tag);
                }

                i = end;
                continue;
            }

            var piece = html[i].ToString();
            if (html[i] == '&' && Entity().Match(html, i) is { Success: true } entity && entity.Index == i)
            {
                piece = WebUtility.HtmlDecode(entity.Value);
                i += entity.Length - 1;
            }

            text.Append(piece);
            linkable.Append(open.Any(tag => tag is "code" or "pre" or "a") ? " " : piece);
        }

        if (open.Count > 0) throw new ApiError(400, $"Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek()}\"");
        return (text.ToString().Trim(), [.. Links().Matches(linkable.ToString()).Select(link => link.Value)]);
    }

    [GeneratedRegex(@"&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<![\w/])@\w{3,}|(?<!\w)#\w+|(?<![\w/])/[A-Za-z]\w*(@\w+)?|\$[A-Z]{3,}|https?://\S+|\b[\w-]+\.(com|org|net|io|example|ru|fr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
