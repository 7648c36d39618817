namespace CivicBot.Engine;

/// <summary>
/// Where salts, ids and tokens come from: the operating system's generator; nothing is derived and no seed is stored. In tests it is seeded per event key,
/// so that a history played twice gives the same bytes.
/// </summary>
public interface IRandomness
{
    /// <summary>A source for what one event causes.</summary>
    IDraw For(string eventKey);
}

/// <summary>Random bytes, for one event.</summary>
public interface IDraw
{
    byte[] Bytes(int count);
}
