using Platform.Kernel.Text;

namespace Platform.Commitments.SiteFiles;

/// <summary>Full addresses of pages.</summary>
internal static class SiteAddress
{
    /// <param name="root">Address of the site, without a final slash.</param>
    /// <param name="path">Relative to the language's root; <c>/</c> is the home page.</param>
    public static string Of(string root, Language language, string path) => $"{root}/{language.Tag}{(path == "/" ? "" : path)}";
}
