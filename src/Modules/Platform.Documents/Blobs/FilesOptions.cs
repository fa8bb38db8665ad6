using System.ComponentModel.DataAnnotations;
using Platform.Documents.FileTypes;

namespace Platform.Documents.Blobs;

internal enum FileStore
{
    Folder,
    Azure,
}

/// <summary>Configuration <c>Files</c>.</summary>
internal sealed class FilesOptions : IValidatableObject
{
    public const string Section = "Files";

    public FileStore Store { get; set; } = FileStore.Folder;

    /// <summary>Where files lie; <c>files</c> in the data folder unless configured.</summary>
    public string Folder { get; set; } = "";

    public AzureStoreOptions Azure { get; set; } = new();

    public FileLimits Limits { get; set; } = new();

    /// <summary>How long a blob that nothing refers to is kept: long enough for a restored database to find what it refers to.</summary>
    public TimeSpan OrphansKept { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a file that was sent waits for its form.</summary>
    public TimeSpan UploadsKept { get; set; } = TimeSpan.FromDays(3);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store == FileStore.Azure && string.IsNullOrWhiteSpace(Azure.ConnectionString))
        {
            yield return new("Files:Store is Azure and Files:Azure:ConnectionString is not set.");
        }

        // Shorter, and a file could be collected between being stored and being entered.
        if (OrphansKept < TimeSpan.FromHours(1) || UploadsKept < TimeSpan.FromHours(1))
        {
            yield return new("Files:OrphansKept and Files:UploadsKept are an hour at least.");
        }
    }
}

/// <summary>Configuration <c>Files:Azure</c>.</summary>
internal sealed class AzureStoreOptions
{
    /// <summary>Of the storage account; a secret.</summary>
    public string ConnectionString { get; set; } = "";

    public string ContainerPrefix { get; set; } = "commune-";

    public int Retries { get; set; } = 2;

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}

/// <summary>Configuration <c>Files:Limits</c>: how many bytes a file may have, by what it is.</summary>
internal sealed class FileLimits
{
    private const long Megabyte = 1024 * 1024;

    public long Document { get; set; } = 50 * Megabyte;

    public long Text { get; set; } = 10 * Megabyte;

    public long Picture { get; set; } = 20 * Megabyte;

    public long Audio { get; set; } = 200 * Megabyte;

    public long Video { get; set; } = 1024 * Megabyte;

    public long Of(FileClass files) => files switch
    {
        FileClass.Document => Document,
        FileClass.Text => Text,
        FileClass.Picture => Picture,
        FileClass.Audio => Audio,
        _ => Video,
    };
}
