using Microsoft.Extensions.Localization;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Kernel.Files;

namespace Platform.Documents.Pictures;

/// <summary>Logos for the heads of pages: PNG alone, made anew at most <see cref="Side"/> pixels wide and high.</summary>
internal sealed class Logos(IStringLocalizer<LibraryTexts> texts) : ILogos
{
    private const int Side = 192;
    private const int LargestFile = 4 << 20;

    public async Task<LogoPicture> MakeAsync(Func<Stream> open, CancellationToken cancellation)
    {
        await using var sent = open();
        if (sent.Length > LargestFile)
        {
            return Refused(Refusal.TooManyPixels);
        }

        using var whole = new MemoryStream();
        await sent.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        using var png = new MemoryStream();
        try
        {
            Png.Fit(whole, png, Side, Side);
        }
        catch (FileRefusedException error)
        {
            return Refused(error.Refusal);
        }

        return new(png.ToArray(), null);
    }

    private LogoPicture Refused(Refusal refusal) =>
        new(null, texts[refusal == Refusal.TooManyPixels ? "Logo_TooLarge" : "Logo_NoPng"]);
}
