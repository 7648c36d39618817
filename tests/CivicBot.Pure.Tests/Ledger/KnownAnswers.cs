using CivicBot.Ledger;

namespace CivicBot.Pure.Tests.Ledgers;

/// <summary>The vectors other implementations agree with: transparency-dev/merkle for the tree; ours were accepted by Go's note and tlog.</summary>
internal static class KnownAnswers
{
    public static readonly byte[][] Entries =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    public static readonly string[] LeafHashes =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7", "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f", "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
    ];

    public static readonly string[] RootsBySize =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    public static readonly Hash256[] Leaves = [.. LeafHashes.Select(Hash256.FromHex)];

    public static Hash256 Root(int size) => Hash256.FromHex(RootsBySize[size]);

    public static IReadOnlyList<Hash256> Proof(string hashes) =>
        [.. hashes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hash256.FromBase64)];

    public const string Inclusion0Of8 =
        "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=";

    public const string Inclusion5Of8 =
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=";

    public const string Consistency6To8 =
        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=";

    public const string Name = "civicbot.example/kat";
    public const string LogKey = "civicbot.example/kat+3f09638c+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    public const string LogSecret = "PRIVATE+KEY+civicbot.example/kat+3f09638c+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    public const string WitnessKey = "witness.example/alice+36a95ed9+BMhAafoiFsbtwdUsqDqhHCZ91UQK+lJgkMpD69DKhqnP";

    public static Ed25519Signer Log { get; } = new(Name, [.. Enumerable.Range(0, 32).Select(static k => (byte)k)]);

    public static Cosigner Witness { get; } = new("witness.example/alice", [.. Enumerable.Repeat((byte)0x57, 32)]);

    public const string Checkpoint8 =
        "civicbot.example/kat\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n" +
        "— civicbot.example/kat PwljjNOnv02z/lv/1g8ZZXMV8g0bUUmlKL/ndml3xgZn4FkKVUFHsOBOrvy0D4dtc7GMGbq9Ftep8EHEpR6W18Xaewo=\n";

    public const string Checkpoint8Cosigned =
        Checkpoint8 +
        "— witness.example/alice Nqle2QAAAABkGFDLThnrcprbINWngBw9ZbXfO0Nwh12mUEalAtNTob70htUTsVYkrNiHKcd1zlqabpB8ROBtComeKnkDv6NxXWIjAQ==\n";

    public const string Checkpoint6 =
        "civicbot.example/kat\n6\nduZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=\n\n" +
        "— civicbot.example/kat PwljjFT/lisrS4Xe/EW+ERk+mwGyHw5cLcBKnXclUJumwqQYwNtkfm67G+lDRGqwSLs4LCUbrnR9emdUm7U6SgLZrgE=\n";

    public const string Checkpoint0 =
        "civicbot.example/kat\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n" +
        "— civicbot.example/kat PwljjL0eMG/V25UAl8VMp6JCMEuc1Pa7KULSQm4uhXEgp3p40K5qF6Inm6Npq0c4OiHW85DHJ+scBGNJRdm4R9l5CwA=\n";

    public const string Forged8 =
        "civicbot.example/kat\n8\nUGAN1cIb7DFTQ3s0hZAH5yPS7veI5RhfsmagK+/6060=\n\n" +
        "— civicbot.example/kat PwljjLDivjaaEdUinFyKgo+wyHAhnWozRxgqsLgpk0C8Ejs+7ck75b+RDWVYXT6zTGoEH4VnWptJy0tkM3NbY0E5uAU=\n";

    public const string Receipt5 =
        "c2sp.org/tlog-proof@v1\nextra QEFCQw==\nindex 5\n" +
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=\nyoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=\n037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=\n\n" +
        Checkpoint8Cosigned;

    public static VerifierKey Key(string text) => VerifierKey.TryParse(text, out var key) ? key : throw new FormatException(text);
}
