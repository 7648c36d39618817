using System.Text.Json;
using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>What we know of a room, as the sync told it. Used by the sync's own loop only.</summary>
internal sealed class RoomState(string id)
{
    private readonly Dictionary<string, string> _names = [];
    private string? _name;
    private string? _alias;
    private JsonElement? _power;
    private MatrixEvent? _create;

    public string Id => id;

    public bool Encrypted { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name => _name ?? _alias ?? "this room";

    public void Apply(MatrixEvent happened)
    {
        if (happened.StateKey is not { } key) return;
        var content = happened.Json.At("content") ?? default;
        switch (happened.Type)
        {
            case "m.room.name":
                _name = Filled(content.Text("name"));
                break;
            case "m.room.canonical_alias":
                _alias = Filled(content.Text("alias"));
                break;
            case "m.room.power_levels":
                _power = content;
                break;
            case "m.room.create":
                _create = happened;
                break;
            case "m.room.encryption":
                Encrypted = true; // there is no way back
                break;
            case "m.room.member" when Filled(content.Text("displayname")) is { } shown:
                _names[key] = shown;
                break;
            case "m.room.member":
                _names.Remove(key);
                break;
        }
    }

    public string? NameOf(string user) => _names.GetValueOrDefault(user);

    public void Learn(string user, string name) => _names[user] = name;

    /// <summary>Half of the power there usually is: those who may remove others' messages. It says something of a collective's room only: in his private one with us everyone has it.</summary>
    public bool IsAdmin(string user)
    {
        if (Creators.Contains(user) && CreatorsStandAbove) return true;
        if (_power is not { } power) return Creators.Contains(user);
        return (power.Number("users", user) ?? power.Number("users_default") ?? 0) >= 50;
    }

    private IEnumerable<string> Creators =>
        _create is null ? [] : [_create.Sender, .. _create.Json.List("content", "additional_creators").Select(one => one.Text()).OfType<string>()];

    /// <summary>Since room version 12 creators stand in no list and have infinite power.</summary>
    private bool CreatorsStandAbove =>
        _create?.Json.Text("content", "room_version") is { } version
        && (int.TryParse(version, out var number) ? number >= 12 : version.StartsWith("org.matrix.hydra", StringComparison.Ordinal));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
