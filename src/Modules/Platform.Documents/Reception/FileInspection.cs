using System.Buffers;
using System.Security.Cryptography;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Documents.Pictures;

namespace Platform.Documents.Reception;

/// <summary>Takes in what somebody sent: copies it to this machine's disk within its limit, tells what it is, cleans pictures, and stores the outcome.</summary>
internal sealed class FileInspection(CommuneBlobs blobs, Microsoft.Extensions.Options.IOptions<FilesOptions> options)
{
    private const int Step = 128 * 1024;

    /// <returns>What lies in the store now, durably; no row knows of it yet.</returns>
    /// <param name="otherwise">The name where nothing is left of the one that was sent.</param>
    /// <exception cref="FileRefusedException">It is not accepted; nothing was stored.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer; nothing was stored.</exception>
    public async Task<KeptFile> TakeInAsync(string name, Stream content, string otherwise, CancellationToken cancellation)
    {
        await using var sent = Spool.Open();
        var format = await ReceiveAsync(content, sent, name, cancellation);
        if (format.Class != FileClass.Picture)
        {
            return await StoreAsync(sent, name, format, otherwise, cancellation);
        }

        await using var clean = Spool.Open();
        sent.Position = 0;
        if (format == FileFormat.Png)
        {
            Png.Rewrite(sent, clean);
        }
        else
        {
            Jpeg.Rewrite(sent, clean);
        }

        return await StoreAsync(clean, name, format, otherwise, cancellation);
    }

    private async Task<FileFormat> ReceiveAsync(Stream content, FileStream sent, string name, CancellationToken cancellation)
    {
        var head = new byte[FirstBytes.Needed];
        var known = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var format = FirstBytes.Tell(head.AsSpan(0, known), out var container);
        var limit = options.Value.Limits.Of(format?.Class ?? (container == Container.Zip ? FileClass.Document : FileClass.Text));
        await sent.WriteAsync(head.AsMemory(0, known), cancellation);
        await CopyAsync(content, sent, limit, cancellation);
        if (format is null)
        {
            return container == Container.Zip ? OfficePackage.Tell(sent) : PlainText.Tell(sent, name);
        }

        if (format.Class != FileClass.Picture)
        {
            // Pictures are written anew: what hangs behind them does not go on.
            LastBytes.RefuseHiddenArchive(sent);
        }

        if (format == FileFormat.Pdf)
        {
            LastBytes.RefuseUnfinishedPdf(sent);
        }

        return format;
    }

    private static async Task CopyAsync(Stream content, FileStream sent, long limit, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            while (sent.Length <= limit && await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                await sent.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            if (sent.Length > limit)
            {
                throw new FileRefusedException(Refusal.TooLarge, limit);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<KeptFile> StoreAsync(FileStream file, string name, FileFormat format, string otherwise, CancellationToken cancellation)
    {
        file.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        file.Position = 0;
        var blob = await blobs.WriteAsync(file, cancellation);
        return new(FileNames.Clean(name, format, otherwise), format, file.Length, digest, blob);
    }
}
