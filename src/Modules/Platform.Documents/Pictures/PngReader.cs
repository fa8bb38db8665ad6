using System.IO.Compression;
using Platform.Documents.FileTypes;
using Platform.Ui.Pictures;

namespace Platform.Documents.Pictures;

/// <summary>Decodes a PNG row by row: no more than two rows are held, however large it is.</summary>
#pragma warning disable CA1001 // Its chunks hold nothing to let go of: the file is the caller's.
internal sealed class PngReader
#pragma warning restore CA1001
{
    private const int ColourBytes = 3;

    private readonly PngChunks chunks;

    /// <exception cref="FileRefusedException">It is no PNG, or of more pixels than are accepted.</exception>
    public PngReader(Stream file)
    {
        chunks = new PngChunks(file);
        chunks.Next();
        if (chunks.Type != PngChunk.Header)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        Header = PngHeader.Read(chunks.Content());
        for (chunks.Next(); chunks.Type != PngChunk.Data; chunks.Next())
        {
            switch (chunks.Type)
            {
                case PngChunk.Palette when Palette is null:
                    Palette = chunks.Content();
                    break;
                case PngChunk.Transparency when Transparency is null:
                    Transparency = chunks.Content();
                    break;
                case PngChunk.End or PngChunk.Header:
                    throw new FileRefusedException(Refusal.Damaged);
                default:
                    // Texts, places, times, profiles, animation: not what is seen, or not needed to see it.
                    chunks.Skip();
                    break;
            }
        }

        CheckColours();
    }

    public delegate void RowHandler(PngPass pass, int row, ReadOnlySpan<byte> samples);

    public PngHeader Header { get; }

    /// <summary>Three bytes a colour.</summary>
    public byte[]? Palette { get; private set; }

    public byte[]? Transparency { get; private set; }

    /// <summary>Hands over every row of every pass, its filter undone.</summary>
    /// <exception cref="FileRefusedException">The data is broken off or is none.</exception>
    public void ReadRows(RowHandler handle)
    {
        try
        {
            using var data = new ZLibStream(chunks, CompressionMode.Decompress, leaveOpen: true);
            foreach (var pass in Header.Passes)
            {
                ReadPass(data, pass, handle);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    private void ReadPass(ZLibStream data, PngPass pass, RowHandler handle)
    {
        var columns = pass.Columns(Header);
        if (columns == 0)
        {
            return;
        }

        var (row, above) = (new byte[Header.RowBytes(columns)], new byte[Header.RowBytes(columns)]);
        Span<byte> filter = stackalloc byte[1];
        for (var number = 0; number < pass.Rows(Header); number++)
        {
            data.ReadExactly(filter);
            data.ReadExactly(row);
            PngFilter.Undo(filter[0], row, above, Header.FilterStep);
            CheckIndexes(row, columns);
            handle(pass, number, row);
            (row, above) = (above, row);
        }
    }

    private void CheckColours()
    {
        var paletteFits = Header.Colour == PngHeader.Indexed
            ? Palette is { Length: > 0 } && Palette.Length % ColourBytes == 0 && Palette.Length / ColourBytes <= 1 << Header.Depth
            : Palette is null || Palette.Length % ColourBytes == 0;
        var transparencyFits = Transparency is null || Header.Colour switch
        {
            PngHeader.Indexed => Transparency.Length <= Palette!.Length / ColourBytes,
            PngHeader.Grey => Transparency.Length == 2,
            PngHeader.Rgb => Transparency.Length == 6,
            _ => false,
        };
        if (!paletteFits || !transparencyFits)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    /// <summary>An index beyond the palette is no colour, and has led decoders astray.</summary>
    private void CheckIndexes(ReadOnlySpan<byte> row, int columns)
    {
        if (Header.Colour != PngHeader.Indexed)
        {
            return;
        }

        var colours = Palette!.Length / ColourBytes;
        if (colours == 1 << Header.Depth)
        {
            return;
        }

        for (var x = 0; x < columns; x++)
        {
            if (PngSamples.At(row, x, Header.Depth) >= colours)
            {
                throw new FileRefusedException(Refusal.Damaged);
            }
        }
    }
}
