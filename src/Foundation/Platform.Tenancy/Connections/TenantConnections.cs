using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Platform.Tenancy.Connections;

/// <summary>The only place that turns a commune into a connection. Connection strings never reach a log.</summary>
public sealed partial class TenantConnections(IOptions<DatabaseOptions> options)
{
    private const string Placeholder = "{slug}";

    public string National => options.Value.NationalConnection is { Length: > 0 } connection
        ? connection
        : options.Value.Engine == DatabaseEngine.Sqlite
            ? SqliteFile("national.db")
            : throw new InvalidOperationException("SQL Server needs ConnectionStrings:National.");

    /// <exception cref="InvalidOperationException">The template names no commune: every commune would share one database.</exception>
    public string For(string slug)
    {
        if (!Slug().IsMatch(slug))
        {
            throw new InvalidOperationException("A commune's slug holds lower-case letters, digits and hyphens only.");
        }

        if (options.Value.CommuneConnectionTemplate is not { Length: > 0 } template)
        {
            return options.Value.Engine == DatabaseEngine.Sqlite
                ? SqliteFile(Path.Combine("communes", slug + ".db"))
                : throw new InvalidOperationException("SQL Server needs Database:CommuneConnectionTemplate.");
        }

        return template.Contains(Placeholder, StringComparison.Ordinal)
            ? template.Replace(Placeholder, slug, StringComparison.Ordinal)
            : throw new InvalidOperationException("Database:CommuneConnectionTemplate must contain {slug}.");
    }

    private string SqliteFile(string name) => $"Data Source={Path.Combine(options.Value.DataFolder, name)}";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,79}$")]
    private static partial Regex Slug();
}
