using System.ComponentModel.DataAnnotations;

namespace Platform.Tenancy.Connections;

public enum DatabaseEngine
{
    Sqlite,
    SqlServer,
}

/// <summary>Section <c>Database</c>, with <c>ConnectionStrings:National</c> and <c>Data:Folder</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;

    /// <summary>Connection string of a commune's database with <c>{slug}</c> in it. SQLite needs none: one file per commune in the data folder.</summary>
    public string? CommuneConnectionTemplate { get; set; }

    public string? NationalConnection { get; set; }

    /// <summary>Where SQLite files and everything else that the platform keeps on disk live.</summary>
    [Required]
    public string DataFolder { get; set; } = "";
}
