using Microsoft.AspNetCore.Http;

namespace Platform.Ui.Sites;

/// <summary>The part of a site that machines read: its errors are problem details, its address has no language.</summary>
public static class Api
{
    /// <summary>As routing compares: whatever the case.</summary>
    public static bool IsAt(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
