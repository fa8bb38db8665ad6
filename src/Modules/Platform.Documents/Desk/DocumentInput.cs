using System.ComponentModel.DataAnnotations;
using Platform.Documents.Library;
using Platform.Kernel.Files;
using Platform.Ui.Forms;

namespace Platform.Documents.Desk;

/// <summary>What the team says of a document.</summary>
internal sealed class DocumentInput : IValidatableObject
{
    public const int LongestTitle = 300;
    public const int LongestSummary = 2000;

    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    [Localized(Required = true, Longest = LongestTitle)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Longest = LongestSummary)]
    public LocalizedInput Summary { get; set; } = new();

    [Required, EnumDataType(typeof(DocumentKind), ErrorMessage = "ValidationInvalid")]
    public DocumentKind? Kind { get; set; }

    [Required]
    public DateOnly? Date { get; set; }

    [MaxLength(Document.OriginLength)]
    public string? Origin { get; set; }

    public static DocumentInput From(Document document) => new()
    {
        Title = LocalizedInput.From(document.Title),
        Summary = LocalizedInput.From(document.Summary),
        Kind = document.Kind,
        Date = document.Date,
        Origin = document.Origin,
    };

    public void WriteTo(Document document) => document.Describe(Kind!.Value, Title.ToText()!, Summary.ToText(), Date!.Value, Origin);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => CheckDate(Date, nameof(Date));

    /// <summary>A year that was mistyped is no date of a document.</summary>
    internal static IEnumerable<ValidationResult> CheckDate(DateOnly? date, string field) =>
        date < First || date > Last ? [new("ValidationInvalid", [field])] : [];
}
