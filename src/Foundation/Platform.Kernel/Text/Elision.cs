namespace Platform.Kernel.Text;

/// <summary>French shortens small words before a vowel: "Commune de Demnate", "Commune d’Ahl Angad".</summary>
public static class Elision
{
    public static bool IsBefore(string name) =>
        name is [var first, ..] && "AEIOUYÉÈÊÎÔÂ".Contains(char.ToUpperInvariant(first), StringComparison.Ordinal);
}
