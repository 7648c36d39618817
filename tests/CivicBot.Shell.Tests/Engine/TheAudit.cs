using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Engine;
using CivicBot.Ledger;
using CivicBot.Storage;
using CivicBot.Testing;
using Microsoft.Data.Sqlite;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>
/// Every way of changing what was decided is found, with the number of the entry. First by somebody who can only write the database; then, signed anew, by
/// somebody who holds the key.
/// </summary>
public sealed class TheAudit : IAsyncLifetime
{
    private readonly Tampered tampered = new(new MemoryStorage());
    private Stage stage = null!;
    private CollectiveId garden;
    private List<string> lines = null!;

    public async ValueTask InitializeAsync()
    {
        stage = new Stage(storage: tampered);
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café Online secrecy:sealed closes:1h");
        foreach (var (who, choice) in new[] { ("bob", "1"), ("carol", "2"), ("dave", "1"), ("carol", "1"), ("erin", "3") })
        {
            await stage.SayAsync(who, $"/vote 1 {choice}", privately: true, shares: ["garden"]);
        }
        await stage.WaitAsync(TimeSpan.FromHours(1));
        await stage.SayAsync("alice", "/poll \"When?\" Today Tomorrow");
        await stage.SayAsync("bob", "/vote 2 1");
        garden = await stage.CollectiveAsync();
        lines = [.. (await stage.EntriesAsync()).Select(Text)];
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private Forger Forger => new(tampered, garden, lines);

    internal static string Text(Stored stored) => Encoding.UTF8.GetString(stored.Entry.Line.Span);

    [Fact]
    public async Task Finds_nothing_in_what_was_written()
    {
        var report = await stage.AuditAsync();
        report.Findings.ShouldBeEmpty();
        (report.Entries, report.Decisions, report.Ballots).ShouldBe((lines.Count, 2, 5));
    }

    [Fact]
    public async Task Finds_nothing_in_what_was_signed_anew_without_a_change()
    {
        SignAnew();
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_a_flipped_bit_wherever_it_is()
    {
        for (var n = 0; n < lines.Count; n++)
        {
            foreach (var place in new[] { 0, lines[n].Length / 2, lines[n].Length - 1 })
            {
                var flipped = new Tampered(tampered);
                flipped.Entries(garden, entries =>
                {
                    var bytes = entries[n].Entry.Line.ToArray();
                    bytes[place] ^= 1;
                    entries[n] = entries[n] with { Entry = entries[n].Entry with { Line = bytes } };
                    return entries;
                });
                await FoundAsync(flipped, n, "its bytes were changed");
            }
        }
    }

    [Fact]
    public async Task Finds_another_choice_in_an_opening()
    {
        var n = Nth("ballot", 0);
        Opening(n, opening => opening with { Payload = opening.Payload.Replace("[1]", "[2]", StringComparison.Ordinal) });
        await FoundAsync(tampered, n, "does not fit its commitment");
    }

    [Fact]
    public async Task Finds_another_salt_in_an_opening()
    {
        var n = Nth("ballot", 0);
        Opening(n, opening => opening with { Salt = Convert.ToBase64String(new byte[32]) });
        await FoundAsync(tampered, n, "does not fit its commitment");
    }

    [Fact]
    public async Task Finds_an_opening_of_another_entry()
    {
        var (n, other) = (Nth("ballot", 0), Nth("ballot", 4));
        tampered.Entries(garden, entries =>
        {
            entries[n] = entries[n] with { Openings = [entries[other].Openings[0] with { N = n }] };
            return entries;
        });
        await FoundAsync(tampered, n, "does not fit its commitment");
    }

    [Fact]
    public async Task Finds_a_dropped_entry()
    {
        var n = Nth("ballot", 2);
        tampered.Entries(garden, entries => [.. entries.Take(n), .. entries.Skip(n + 1)]);
        await FoundAsync(tampered, n + 1, $"entry {n} was expected here");
    }

    [Fact]
    public async Task Finds_dropped_last_entries()
    {
        tampered.Entries(garden, entries => [.. entries.SkipLast(2)]);
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.Entry == null && finding.What.Contains($"counts {lines.Count} entries"));
    }

    [Fact]
    public async Task Finds_entries_in_another_order()
    {
        var n = Nth("ballot", 0);
        tampered.Entries(garden, entries =>
        {
            (entries[n], entries[n + 2]) = (entries[n + 2], entries[n]);
            return entries;
        });
        await FoundAsync(tampered, n + 2, $"entry {n} was expected here");
    }

    [Fact]
    public async Task Finds_a_checkpoint_that_the_key_did_not_sign()
    {
        var thief = new Ed25519Signer(new SeededKeys("seed").Of(garden).Key.Name, new byte[32]);
        tampered.Head(garden, head => head with { Note = new Checkpoint(thief.Key.Name, head.Size, head.Root).Sign(thief) });
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.What.Contains("signature does not hold"));
    }

    [Fact]
    public async Task Finds_an_older_checkpoint_in_place_of_the_latest()
    {
        var signer = new SeededKeys("seed").Of(garden);
        tampered.Head(garden, head => head with { Note = new Checkpoint(signer.Key.Name, head.Size - 1, head.Root).Sign(signer) });
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.What.Contains("what was signed is not what is there"));
    }

    // From here on the attacker holds the key: every hash and the signature fit again.

    [Theory]
    [InlineData("\"tallies\":[3,0,1]", "\"tallies\":[2,1,1]")]
    [InlineData("\"direct\":4", "\"direct\":5")]
    [InlineData("\"outcome\":\"leading\"", "\"outcome\":\"level\"")]
    [InlineData("\"winners\":[1]", "\"winners\":[3]")]
    [InlineData("\"closes_at\":\"2026-11-23T10:00:00Z\"", "\"closes_at\":\"2026-11-23T09:00:00Z\"")]
    public async Task Finds_a_wrong_result_signed_anew(string was, string made)
    {
        var n = Nth("result", 0);
        lines[n].ShouldContain(was);
        tampered.Line(n, line => line.Replace(was, made, StringComparison.Ordinal), garden);
        SignAnew();
        await FoundAsync(tampered, n, "is not what its ballots and its rule give");
    }

    [Fact]
    public async Task Finds_a_ballot_dropped_before_the_count()
    {
        var n = Nth("ballot", 2);
        Rewrite(all => all.RemoveAt(n));
        SignAnew();
        await FoundAsync(tampered, Nth("result", 0) - 1, "is not what its ballots and its rule give");
    }

    [Fact]
    public async Task Finds_a_ballot_after_the_close()
    {
        var result = Nth("result", 0);
        Insert(result + 1, Nth("ballot", 0));
        SignAnew();
        await FoundAsync(tampered, result + 1, "it came after decision 1 had closed");
    }

    [Fact]
    public async Task Finds_a_ballot_after_its_deadline_even_if_the_close_came_later()
    {
        var close = Nth("close", 0);
        Insert(close, Nth("ballot", 0), entry => entry["ts"] = "2026-11-23T10:00:00Z");
        SignAnew();
        await FoundAsync(tampered, close, "it came after decision 1 had closed");
    }

    [Fact]
    public async Task Finds_a_copied_commitment()
    {
        var n = Nth("ballot", 1);
        Rewrite(all => all.Insert(n + 1, all[n]));
        SignAnew();
        await FoundAsync(tampered, n + 1, "was used before: it is a copy");
    }

    [Fact]
    public async Task Finds_a_ballot_that_was_counted_and_is_not_opened()
    {
        var n = Nth("ballot", 0);
        tampered.Entries(garden, entries =>
        {
            entries[n] = entries[n] with { Openings = [] };
            return entries;
        });
        await FoundAsync(tampered, n, "is not opened");
    }

    [Fact]
    public async Task Lets_a_replaced_ballot_stay_closed()
    {
        var replaced = (await stage.EntriesAsync())[Nth("ballot", 1)];
        replaced.Openings.ShouldBeEmpty();
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_a_ballot_passed_off_as_somebody_elses()
    {
        var n = Nth("ballot", 0);
        var other = JsonNode.Parse(lines[Nth("ballot", 4)])!["m"]!.GetValue<string>();
        Json(n, entry => entry["m"] = other);
        SignAnew();
        await FoundAsync(tampered, n, "belongs to another entry");
    }

    [Fact]
    public async Task Finds_a_ballot_of_nobody()
    {
        var n = Nth("ballot", 5);
        Replace(n, entry => entry["m"] = "00000000000000000000000000000f");
        SignAnew();
        await FoundAsync(tampered, n, "the ballot is nobody's");
    }

    [Fact]
    public async Task Finds_a_close_that_came_early_by_somebody_who_may_not()
    {
        var n = Nth("close", 0);
        Json(n, entry =>
        {
            entry["by"] = JsonNode.Parse(lines[Nth("ballot", 0)])!["m"]!.GetValue<string>();
            entry["ends"] = "2026-11-23T09:30:00Z";
        });
        SignAnew();
        await FoundAsync(tampered, n, "somebody who may not");
    }

    [Fact]
    public async Task Finds_an_early_close_dated_back()
    {
        await stage.SayAsync("alice", "/close 2");
        lines = [.. (await stage.EntriesAsync()).Select(Text)];
        var n = Nth("close", 1);
        Json(n, entry => entry["ends"] = "2026-11-23T09:30:00Z");
        SignAnew();
        await FoundAsync(tampered, n, "somebody who may not");
    }

    [Fact]
    public async Task Finds_a_close_at_another_time_than_was_said()
    {
        var n = Nth("close", 0);
        Json(n, entry => entry["ends"] = "2026-11-23T09:30:00Z");
        SignAnew();
        await FoundAsync(tampered, n, "at another time than was said");
    }

    [Fact]
    public async Task Finds_a_close_without_a_result()
    {
        var n = Nth("result", 0);
        Rewrite(all => all.RemoveAt(n));
        SignAnew();
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.What.Contains("decision 1 was closed without a result"));
    }

    [Fact]
    public async Task Finds_a_result_before_the_close()
    {
        var (close, result) = (Nth("close", 0), Nth("result", 0));
        Rewrite(all => (all[close], all[result]) = (all[result], all[close]));
        SignAnew();
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.Entry == close && finding.What.Contains("a result follows the close of its decision, once"));
    }

    [Fact]
    public async Task Finds_a_text_changed_after_the_first_ballot()
    {
        var n = Nth("ballot", 5);
        InsertEdit(n + 1, by: Nth("decision", 1));
        SignAnew();
        await FoundAsync(tampered, n + 1, "the text was changed after the first ballot");
    }

    [Fact]
    public async Task Finds_a_text_changed_by_somebody_else()
    {
        var n = Nth("decision", 1);
        InsertEdit(n + 1, by: Nth("ballot", 0));
        SignAnew();
        await FoundAsync(tampered, n + 1, "somebody who did not open it");
    }

    [Fact]
    public async Task Finds_one_account_made_two_members()
    {
        var n = Nth("member", 1);
        Insert(n + 1, n, entry => entry["m"] = "00000000000000000000000000000f");
        SignAnew();
        await FoundAsync(tampered, n + 1, "this account was a member before");
    }

    [Fact]
    public async Task Finds_time_that_runs_back()
    {
        var n = Nth("ballot", 4);
        Json(n, entry => entry["ts"] = "2026-11-22T09:00:00Z");
        SignAnew();
        await FoundAsync(tampered, n, "older than the entry before");
    }

    [Fact]
    public async Task Finds_a_number_that_is_not_its_place()
    {
        var n = Nth("ballot", 4);
        Json(n, entry => entry["n"] = 3);
        SignAnew();
        await FoundAsync(tampered, n, "its number");
    }

    [Theory]
    [InlineData("c", "5")]
    [InlineData("c", "\"short\"")]
    [InlineData("t", "\"unheard\"")]
    [InlineData("d", "99")]
    [InlineData("d", "99999999999999")]
    [InlineData("ts", "\"yesterday\"")]
    public async Task Finds_what_it_cannot_read_and_says_so(string field, string json)
    {
        var n = Nth("ballot", 4);
        Json(n, entry => entry[field] = JsonNode.Parse(json));
        SignAnew();
        (await stage.AuditAsync()).Findings.ShouldContain(finding => finding.Entry == n);
    }

    [Fact]
    public async Task Finds_damage_in_a_copy_of_the_database_too()
    {
        await using var folder = new Storages.TemporaryFolder();
        await using (var live = new Stage(storage: await SqliteStorage.OpenAsync(folder.File("civicbot.db"), TimeProvider.System, Stage.Patience)))
        {
            await live.SayAsync("alice", "/poll \"Where?\" Park Café");
            await live.SayAsync("bob", "/vote 1 1");
            (await live.AuditAsync()).Findings.ShouldBeEmpty();
            garden = await live.CollectiveAsync();
            await live.Storage.DisposeAsync();
        }
        await using (var file = new SqliteConnection($"Data Source={folder.File("civicbot.db")};Pooling=False"))
        {
            await file.OpenAsync(Stage.Patience);
            await using var change = file.CreateCommand();
            change.CommandText = "UPDATE opening SET payload = replace(payload, '[1]', '[2]') WHERE payload LIKE '%choice%'";
            (await change.ExecuteNonQueryAsync(Stage.Patience)).ShouldBe(1);
        }
        await using var copy = await SqliteStorage.OpenAsync(folder.File("civicbot.db"), TimeProvider.System, Stage.Patience);
        (await LedgerAudit.RunAsync(copy.Ledgers, garden, Stage.Patience)).Findings.ShouldHaveSingleItem().ShouldBe(
            new Finding(5, "opening 0 does not fit its commitment: its content or its salt was changed"));
    }

    /// <summary>The bot itself goes on with no ledger that is damaged.</summary>
    [Fact]
    public async Task Is_what_the_bot_does_at_start_as_far_as_bytes_go()
    {
        tampered.Line(2, line => line.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal), garden);
        await stage.RestartAsync();
        (await stage.Bot.Reception.ReceiveAsync(stage.Line("bob", "/vote 2 2"), Stage.Patience)).ShouldBeOfType<Chat.Busy>();
    }

    private static async Task FoundAsync(Tampered storage, long entry, string what)
    {
        var all = new List<CollectiveId>();
        await foreach (var collective in storage.Directory.AllAsync(Stage.Patience)) all.Add(collective);
        var report = await LedgerAudit.RunAsync(storage, all.ShouldHaveSingleItem(), Stage.Patience);
        report.Findings.ShouldContain(finding => finding.Entry == entry && finding.What.Contains(what),
            $"entry {entry}: {what}\nfound:\n{string.Join('\n', report.Findings)}");
    }

    private int Nth(string kind, int i) => Forger.Nth(kind, i);

    private void SignAnew() => Forger.SignAnew();

    private void Opening(int n, Func<Opening, Opening> change) => tampered.Entries(garden, entries =>
    {
        entries[n] = entries[n] with { Openings = [change(entries[n].Openings[0])] };
        return entries;
    });

    private void Json(int n, Action<JsonObject> change) => Forger.Json(n, change);

    private void Rewrite(Action<List<Stored>> change) => Forger.Rewrite(change);

    private void Insert(int before, int of, Action<JsonObject>? change = null) => Forger.Insert(before, of, change);

    private void Replace(int n, Action<JsonObject> change) => Forger.Replace(n, change);

    private void InsertEdit(int before, int by) => Rewrite(all =>
    {
        var (last, author) = (JsonNode.Parse(Text(all[before - 1]))!, JsonNode.Parse(Text(all[by]))!);
        var edit = JsonNode.Parse("""{"cs":[],"d":2,"opts":0,"phases":[{"ends":"2026-11-24T10:00:00Z","phase":"voting"}],"t":"edit","v":1}""")!.AsObject();
        (edit["ts"], edit["by"]) = (last["ts"]!.DeepClone(), (author["by"] ?? author["m"])!.DeepClone());
        all.Insert(before, new Stored(all[by].Entry with { Line = CanonicalJson.Write(edit) }, []));
    });
}
