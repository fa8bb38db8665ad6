using System.Buffers.Binary;
using System.Text;
using Platform.Documents.FileTypes;
using Platform.Ui.Pictures;

namespace Platform.Documents.Pictures;

/// <summary>Reads a PNG chunk by chunk, checking each sum, and shows its image data as one stream.</summary>
internal sealed class PngChunks : Stream
{
    private const int LargestKept = 1024;

    private readonly Stream file;
    private Crc32 sum;
    private int left;

    public PngChunks(Stream file)
    {
        this.file = file;
        Span<byte> signature = stackalloc byte[8];
        Fill(signature);
        if (!signature.SequenceEqual(PngChunk.Signature))
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    /// <summary>The type of the chunk that is being read.</summary>
    public string Type { get; private set; } = "";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Goes to the next chunk, whose content is then to be read or skipped.</summary>
    public void Next()
    {
        Span<byte> head = stackalloc byte[8];
        Fill(head);
        left = BinaryPrimitives.ReadInt32BigEndian(head);
        if (left < 0)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        Type = Encoding.Latin1.GetString(head[4..]);
        sum = Crc32.Start();
        sum.Add(head[4..]);
    }

    /// <summary>The content of a small chunk.</summary>
    public byte[] Content()
    {
        if (left > LargestKept)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        var content = new byte[left];
        Fill(content);
        sum.Add(content);
        left = 0;
        Close(sum.Value);
        return content;
    }

    public void Skip()
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (left > 0)
        {
            var part = buffer[..Math.Min(left, buffer.Length)];
            Fill(part);
            sum.Add(part);
            left -= part.Length;
        }

        Close(sum.Value);
    }

    /// <summary>The image data, over as many chunks as it takes.</summary>
    public override int Read(Span<byte> buffer)
    {
        while (left == 0)
        {
            if (Type != PngChunk.Data)
            {
                return 0;
            }

            Close(sum.Value);
            Next();
            if (Type != PngChunk.Data)
            {
                return 0;
            }
        }

        if (Type != PngChunk.Data)
        {
            return 0;
        }

        var part = buffer[..Math.Min(left, buffer.Length)];
        Fill(part);
        sum.Add(part);
        left -= part.Length;
        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Close(uint expected)
    {
        Span<byte> told = stackalloc byte[4];
        Fill(told);
        if (BinaryPrimitives.ReadUInt32BigEndian(told) != expected)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    private void Fill(Span<byte> buffer)
    {
        if (file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }
}
