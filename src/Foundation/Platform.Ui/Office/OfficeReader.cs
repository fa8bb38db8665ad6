using System.Xml;

namespace Platform.Ui.Office;

/// <summary>
/// Reads what somebody uploaded. The content tells what it is, the name does not. Nothing outside the file is ever opened: links to other files
/// are left alone, and documents with macros, document types or an unreasonable size are refused.
/// </summary>
public static class OfficeReader
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Pdf => "%PDF"u8;

    /// <exception cref="OfficeRefusedException">The file cannot or must not be read.</exception>
    public static async Task<OfficeFile> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(await WholeAsync(stream, cancellation));
    }

    /// <exception cref="OfficeRefusedException">The file cannot or must not be read.</exception>
    public static OfficeFile Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var start = file.AsSpan();
        if (start.Length == 0)
        {
            throw new OfficeRefusedException(OfficeRefusal.Empty);
        }

        if (start.Length > OfficeLimits.File)
        {
            throw new OfficeRefusedException(OfficeRefusal.TooLarge);
        }

        if (start.StartsWith(Compound))
        {
            throw new OfficeRefusedException(OfficeRefusal.OldOrLocked);
        }

        if (start.StartsWith(Pdf))
        {
            throw new OfficeRefusedException(OfficeRefusal.Pdf);
        }

        return start.StartsWith(Zip) ? Package(file) : new OfficeFile(OfficeFormat.Csv, [CsvReader.Read(file)]);
    }

    private static OfficeFile Package(byte[] file)
    {
        try
        {
            using var package = OfficePackage.Open(file);
            return package.Format == OfficeFormat.Docx ? DocxReader.Read(package) : XlsxReader.Read(package);
        }
        catch (XmlException refused) when (refused.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new OfficeRefusedException(OfficeRefusal.DocumentType, refused);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or FormatException or OverflowException or ArgumentException)
        {
            throw new OfficeRefusedException(OfficeRefusal.Corrupt, broken);
        }
    }

    private static async Task<byte[]> WholeAsync(Stream stream, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            await whole.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (whole.Length > OfficeLimits.File)
            {
                throw new OfficeRefusedException(OfficeRefusal.TooLarge);
            }
        }

        return whole.ToArray();
    }
}
