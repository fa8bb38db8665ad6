namespace Platform.Ui.Office;

/// <summary>Why a file is not read. Each has its sentence in <c>OfficeTexts</c>, under the same name.</summary>
public enum OfficeRefusal
{
    Empty,

    /// <summary>The file itself is too large.</summary>
    TooLarge,

    /// <summary>Neither a workbook, nor a document, nor a text with columns.</summary>
    UnknownType,

    /// <summary>A PDF holds pictures of tables, not tables.</summary>
    Pdf,

    /// <summary>The older binary formats (.doc, .xls) and files with a password look alike from outside.</summary>
    OldOrLocked,

    Macros,

    Corrupt,

    /// <summary>Unpacked it would be far larger than it looks.</summary>
    ExpandsTooMuch,

    /// <summary>XML with a document type: it can name other files and grow without end.</summary>
    DocumentType,

    TooManyRows,
    TooManyColumns,
    TooMuchText,
    NestedTooDeep,
}

/// <summary>The file is refused as a whole; nothing of it was used.</summary>
public sealed class OfficeRefusedException : Exception
{
    public OfficeRefusedException(OfficeRefusal reason, Exception? inner = null)
        : base($"The file is refused: {reason}.", inner) => Reason = reason;

    public OfficeRefusal Reason { get; }
}
