using System.Text;
using Platform.Documents.FileTypes;
using Platform.Documents.Pictures;
using Platform.TestKit;

namespace Platform.UnitTests.Documents;

public sealed class PictureTests
{
    /// <summary>Every layout that the format allows, with rows filled with changing bytes.</summary>
    public static TheoryData<byte, byte, bool> Layouts
    {
        get
        {
            var layouts = new TheoryData<byte, byte, bool>();
            foreach (var (colour, depths) in new (byte, byte[])[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            {
                foreach (var depth in depths)
                {
                    layouts.Add(colour, depth, false);
                    layouts.Add(colour, depth, true);
                }
            }

            return layouts;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_png_of_any_layout_is_written_anew_with_the_same_pixels(byte colour, byte depth, bool interlaced)
    {
        var sent = Made(13, 11, colour, depth, interlaced, ("tEXt", Encoding.ASCII.GetBytes("Comment\0taken at home")));

        var kept = Rewritten(sent);

        Assert.Contains("taken at home", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("taken at home", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(PixelsOf(sent), PixelsOf(kept));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_filter_is_undone(byte filter)
    {
        // 2 × 2 pixels of shades: the first row as it is, the second as differences that make 10 20 / 30 40 of it.
        byte[] second = filter switch { 1 => [30, 10], 2 => [20, 20], 3 => [25, 15], _ => [20, 10] };

        Assert.Equal(
            PixelsOf(SampleFiles.Png(2, 2, 8, 0, [0, 10, 20, 0, 30, 40])),
            PixelsOf(SampleFiles.Png(2, 2, 8, 0, [0, 10, 20, filter, .. second])));
    }

    [Fact]
    public void A_png_that_claims_more_pixels_than_a_machine_can_bear_is_refused_unread() =>
        Assert.Equal(Refusal.TooManyPixels, RefusalOf(() => Rewritten(SampleFiles.Png(100_000, 100_000, 8, 6, []))));

    [Fact]
    public void A_broken_png_is_refused()
    {
        var good = SampleFiles.Png(8, 8);
        var wrongSum = good.ToArray();
        wrongSum[^14] ^= 1;

        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(good[..^30])));
        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(SampleFiles.Png(8, 8, 8, 2, new byte[20]))));
        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(SampleFiles.Png(2, 1, 8, 0, [9, 1, 1]))));
        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(SampleFiles.Png(2, 1, 8, 3, [0, 1, 2], false, ("PLTE", new byte[6])))));
        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(SampleFiles.Png(0, 1, 8, 0, []))));
        Assert.Equal(Refusal.Damaged, RefusalOf(() => Rewritten(SampleFiles.Png(1, 1, 8, 5, [0, 1]))));
    }

    [Fact]
    public void What_hangs_behind_a_png_does_not_go_on() =>
        Assert.Equal(Rewritten(SampleFiles.Png(4, 4)), Rewritten(SampleFiles.Join(SampleFiles.Png(4, 4), SampleFiles.Zip(("evil.exe", "MZ")))));

    [Fact]
    public void A_logo_is_made_to_fit_and_keeps_its_shape()
    {
        using var small = new MemoryStream();
        Png.Fit(new MemoryStream(SampleFiles.Png(400, 100)), small, 64, 64);

        var reader = new PngReader(new MemoryStream(small.ToArray()));
        Assert.Equal((64, 16), (reader.Header.Width, reader.Header.Height));
        var pixel = Pixels.Of(reader).At(10, 10).ToArray();
        Assert.Equal([0, 0x5D, 0, 255], pixel);
    }

    [Fact]
    public void Transparent_pixels_lend_no_colour_to_their_neighbours()
    {
        // White that cannot be seen beside red that can.
        var sent = SampleFiles.Png(2, 1, 8, 6, [0, 255, 255, 255, 0, 255, 0, 0, 255]);
        using var small = new MemoryStream();
        Png.Fit(new MemoryStream(sent), small, 1, 1);

        Assert.Equal([255, 0, 0, 128], Pixels.Of(new PngReader(new MemoryStream(small.ToArray()))).At(0, 0).ToArray());
    }

    [Fact]
    public void A_photograph_loses_what_it_tells_and_keeps_which_side_is_up()
    {
        var sent = SampleFiles.PhotoThatTells(orientation: 6);
        var kept = RewrittenPhoto(sent);
        var text = Encoding.Latin1.GetString(kept);

        Assert.Contains("GPS", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fatima", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PK", text, StringComparison.Ordinal);
        Assert.Equal((byte)6, ExifOrientation.Read(kept.AsSpan(kept.AsSpan().IndexOf("Exif"u8))));
        Assert.Equal([0xFF, 0xD9], kept[^2..]);
    }

    [Fact]
    public void A_photograph_without_metadata_stays_as_it_is()
    {
        Assert.Equal(SampleFiles.Photo, RewrittenPhoto(SampleFiles.Photo));
        Assert.Equal(SampleFiles.ProgressivePhoto, RewrittenPhoto(SampleFiles.ProgressivePhoto));
    }

    [Fact]
    public void A_broken_photograph_is_refused()
    {
        var huge = SampleFiles.Photo;
        var frame = huge.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (huge[frame + 5], huge[frame + 7]) = (0xFF, 0xFF);

        Assert.Equal(Refusal.TooManyPixels, RefusalOf(() => RewrittenPhoto(huge)));
        for (var length = 2; length < SampleFiles.Photo.Length - 1; length += 7)
        {
            Assert.Equal(Refusal.Damaged, RefusalOf(() => RewrittenPhoto(SampleFiles.Photo[..length])));
        }
    }

    [Fact]
    public void No_bytes_that_anyone_makes_up_are_a_fault()
    {
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var png = i % 2 == 0 ? Made(9, 9, 3, 4, i % 4 == 0) : SampleFiles.Png(9, 9);
            var photo = SampleFiles.PhotoThatTells();
            for (var change = 0; change < 1 + (i % 5); change++)
            {
                png[random.Next(8, png.Length)] = (byte)random.Next(256);
                photo[random.Next(2, photo.Length)] = (byte)random.Next(256);
            }

            OnlyRefused(() => Rewritten(png));
            OnlyRefused(() => RewrittenPhoto(photo));
        }
    }

    private static void OnlyRefused(Action work)
    {
        var error = Record.Exception(work);
        Assert.True(error is null or FileRefusedException, error?.ToString());
    }

    private static byte[] Made(int width, int height, byte colour, byte depth, bool interlaced, params (string, byte[])[] chunks)
    {
        var header = new PngHeader(width, height, depth, colour, interlaced);
        var rows = new List<byte>();
        var turn = 0;
        foreach (var pass in header.Passes.Where(pass => pass.Columns(header) > 0))
        {
            for (var row = 0; row < pass.Rows(header); row++)
            {
                rows.Add((byte)(row % 5));
                rows.AddRange(Enumerable.Range(0, header.RowBytes(pass.Columns(header))).Select(_ => (byte)(turn++ * 37)));
            }
        }

        (string, byte[])[] palette = colour == 3 ? [("PLTE", [.. Enumerable.Range(0, 3 << depth).Select(value => (byte)(value * 5))]), ("tRNS", [0, 128])] : [];
        return SampleFiles.Png(width, height, depth, colour, [.. rows], interlaced, [.. palette, .. chunks]);
    }

    private static byte[] PixelsOf(byte[] png)
    {
        var pixels = Pixels.Of(new PngReader(new MemoryStream(png)));
        return [.. Enumerable.Range(0, pixels.Height).SelectMany(row => pixels.Row(row).ToArray())];
    }

    private static byte[] Rewritten(byte[] png)
    {
        using var target = new MemoryStream();
        Png.Rewrite(new MemoryStream(png), target);
        return target.ToArray();
    }

    private static byte[] RewrittenPhoto(byte[] photo)
    {
        using var target = new MemoryStream();
        Jpeg.Rewrite(new MemoryStream(photo), target);
        return target.ToArray();
    }

    private static Refusal RefusalOf(Action work) => Assert.Throws<FileRefusedException>(work).Refusal;
}
