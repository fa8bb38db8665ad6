using Platform.Documents.Blobs;

namespace Platform.Documents.Reception;

/// <summary>The parts of an upload read one after the other, each opened when it is its turn.</summary>
internal sealed class PartsStream(CommuneBlobs blobs, IReadOnlyList<UploadPart> parts) : Stream
{
    private int next;
    private Stream? current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (current is not null && await current.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                return read;
            }

            if (next == parts.Count)
            {
                return 0;
            }

            if (current is not null)
            {
                await current.DisposeAsync();
            }

            current = await blobs.OpenAsync(BlobKey.Parse(parts[next++].Blob), cancellationToken)
                ?? throw new StoreUnavailableException(new FileNotFoundException("A part that was stored is missing."));
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask DisposeAsync()
    {
        if (current is not null)
        {
            await current.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Parts are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
        }

        base.Dispose(disposing);
    }
}
