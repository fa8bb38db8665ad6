using System.Text;

namespace Platform.Documents.FileTypes;

/// <summary>
/// Text, which has no first bytes to tell it by: all of it is UTF-8 without control characters, it holds nothing that a browser or a shell would run, and
/// its name says one of the three kinds of text that are accepted.
/// </summary>
internal static class PlainText
{
    private const int Start = 4096;
    private const char FormFeed = '\f';
    private const char ByteOrderMark = '\uFEFF';

    private static readonly string[] Markup = ["<script", "<svg", "<html", "<!doctype", "<?xml", "<?php", "<iframe", "javascript:"];

    private static readonly FileFormat[] Known = [FileFormat.Txt, FileFormat.Csv, FileFormat.Brf];

    /// <exception cref="FileRefusedException">It is no text that is accepted.</exception>
    public static FileFormat Tell(Stream file, string name)
    {
        file.Position = 0;
        var buffer = new char[16 * 1024];
        var start = new StringBuilder(Start);
        try
        {
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            int read;
            while ((read = text.ReadBlock(buffer)) > 0)
            {
                foreach (var letter in buffer.AsSpan(0, read))
                {
                    if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or FormFeed))
                    {
                        throw new FileRefusedException(Refusal.Unknown);
                    }
                }

                start.Append(buffer, 0, Math.Min(read, Start - Math.Min(Start, start.Length)));
            }
        }
        catch (DecoderFallbackException)
        {
            throw new FileRefusedException(Array.Exists(Known, format => IsNamed(name, format)) ? Refusal.Encoding : Refusal.Unknown);
        }

        RefuseScripts(start.ToString().TrimStart(ByteOrderMark, ' ', '\t', '\r', '\n'));
        return Array.Find(Known, format => IsNamed(name, format)) ?? throw new FileRefusedException(Refusal.Unknown);
    }

    private static void RefuseScripts(string start)
    {
        if (start.StartsWith('<') || start.StartsWith("#!", StringComparison.Ordinal)
            || Array.Exists(Markup, mark => start.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            throw new FileRefusedException(Refusal.Script);
        }
    }

    private static bool IsNamed(string name, FileFormat format) => name.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase);
}
