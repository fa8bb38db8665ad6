using System.Diagnostics.CodeAnalysis;

namespace Platform.Kernel.Communes;

/// <summary>Thrown where something asks for the commune outside a commune's request or job: no commune, no answer.</summary>
public sealed class NoCommuneException() : InvalidOperationException("There is no commune here: this ran outside a commune's request or job.");

/// <summary>The commune of this scope. The tenancy room sets it once; it never changes within a scope.</summary>
public sealed class CurrentCommune
{
    private Commune? commune;

    /// <exception cref="NoCommuneException">The scope is of no commune.</exception>
    public Commune Value => commune ?? throw new NoCommuneException();

    public bool IsKnown([NotNullWhen(true)] out Commune? known) => (known = commune) is not null;

    public void Set(Commune value)
    {
        if (commune is not null)
        {
            throw new InvalidOperationException("This scope already belongs to a commune.");
        }

        commune = value;
    }
}
