using System.Security.Cryptography;
using System.Text;
using Platform.Kernel.Text;

namespace Platform.Data.Seeding;

/// <summary>Keys of a <see cref="SeedLedger"/> for what has no number or code of its own.</summary>
public static class SeedKeys
{
    private const int Length = 16;

    /// <summary>A text is known by its words: reworded in the folder, it is another one.</summary>
    public static string Of(string list, LocalizedText words) => Of(list, words.Ar);

    public static string Of(string list, string words) => $"{list}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..Length]}";
}
