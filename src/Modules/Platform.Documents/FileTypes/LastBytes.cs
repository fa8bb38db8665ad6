namespace Platform.Documents.FileTypes;

/// <summary>The end of a file: what was cut off, and what was hung behind it so that another program reads it as something else.</summary>
internal static class LastBytes
{
    private const int EndRecord = 22;
    private const int LongestComment = 65535;
    private const int PdfEnd = 1024;

    /// <summary>A file that is no zip must not also be one.</summary>
    public static void RefuseHiddenArchive(Stream file)
    {
        var tail = Tail(file, EndRecord + LongestComment);
        for (var at = tail.Length - EndRecord; at >= 0; at--)
        {
            if (tail[at] == 'P' && tail.AsSpan(at).StartsWith("PK\u0005\u0006"u8) && at + EndRecord + (tail[at + 20] | (tail[at + 21] << 8)) == tail.Length)
            {
                throw new FileRefusedException(Refusal.Damaged);
            }
        }
    }

    /// <summary>A PDF ends with its end mark, and blanks at most behind it.</summary>
    public static void RefuseUnfinishedPdf(Stream file)
    {
        var tail = Tail(file, PdfEnd);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || tail.AsSpan(end + 5).ContainsAnyExcept(" \r\n\t\0"u8))
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    private static byte[] Tail(Stream file, int length)
    {
        var tail = new byte[Math.Min(file.Length, length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail;
    }
}
