using System.IO.Compression;
using Platform.Ui.Pictures;

namespace Platform.Documents.Pictures;

/// <summary>Encodes a PNG row by row: what is needed to see it, and nothing else.</summary>
internal sealed class PngWriter : IDisposable
{
    private const int DataChunk = 64 * 1024;

    private readonly Stream file;
    private readonly PngHeader header;
    private readonly ZLibStream data;
    private byte[] above = [];
    private byte[] filtered = [];

    public PngWriter(Stream file, PngHeader header, byte[]? palette, byte[]? transparency)
    {
        (this.file, this.header) = (file, header);
        file.Write(PngChunk.Signature);
        PngChunk.Write(file, PngChunk.Header, header.Write());
        if (palette is not null && header.Colour == PngHeader.Indexed)
        {
            PngChunk.Write(file, PngChunk.Palette, palette);
        }

        if (transparency is not null)
        {
            PngChunk.Write(file, PngChunk.Transparency, transparency);
        }

        data = new ZLibStream(new BufferedStream(new DataChunks(file), DataChunk), CompressionLevel.Optimal);
    }

    /// <summary>Rows come pass by pass, from the first to the last.</summary>
    public void WriteRow(int row, ReadOnlySpan<byte> samples)
    {
        if (row == 0)
        {
            above = new byte[samples.Length];
            filtered = new byte[samples.Length];
        }

        // Differences compress well where samples are shades; indexes and bits are better left alone.
        if (header.Colour == PngHeader.Indexed || header.Depth < 8)
        {
            data.WriteByte(PngFilter.None);
            data.Write(samples);
            return;
        }

        PngFilter.DoPaeth(samples, above, filtered, header.FilterStep);
        data.WriteByte(PngFilter.Paeth);
        data.Write(filtered);
        samples.CopyTo(above);
    }

    public void Dispose()
    {
        data.Dispose();
        PngChunk.Write(file, PngChunk.End, []);
    }

    /// <summary>Each write is a chunk of image data.</summary>
    private sealed class DataChunks(Stream file) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!buffer.IsEmpty)
            {
                PngChunk.Write(file, PngChunk.Data, buffer);
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
