using Microsoft.Extensions.DependencyInjection;
using Platform.Documents.Blobs;

namespace Platform.IntegrationTests.Documents;

/// <summary>Both stores keep the same promises; Azure's against Microsoft's own emulator.</summary>
public sealed class BlobStoreTests(Azurite azurite)
{
    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task What_is_written_is_read_from_any_place_and_belongs_to_its_commune(string kind)
    {
        await using var host = await FilesHost.StartAsync(kind, azurite);
        var store = host.Services.GetRequiredService<IBlobStore>();
        var (key, content) = (BlobKey.New(), Content(9 * 1024 * 1024));

        await store.WriteAsync("demnate", key, new MemoryStream(content), Stop);

        await using (var read = await store.OpenAsync("demnate", key, Stop))
        {
            Assert.Equal(content.Length, read!.Length);
            read.Position = 5_000_000;
            var part = new byte[100];
            await read.ReadExactlyAsync(part, Stop);
            Assert.Equal(content[5_000_000..5_000_100], part);
            read.Position = 0;
            using var whole = new MemoryStream();
            await read.CopyToAsync(whole, Stop);
            Assert.Equal(content, whole.ToArray());
        }

        Assert.Null(await store.OpenAsync("larache", key, Stop));
        Assert.Empty(await store.ListAsync("larache", Stop).ToListAsync(Stop));
        Assert.Equal(key, Assert.Single(await store.ListAsync("demnate", Stop).ToListAsync(Stop)).Key);
        await store.DeleteAsync("demnate", key, Stop);
        await store.DeleteAsync("demnate", key, Stop);
        await store.DeleteAsync("larache", key, Stop);
        Assert.Null(await store.OpenAsync("demnate", key, Stop));
    }

    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task What_is_written_is_never_overwritten(string kind)
    {
        await using var host = await FilesHost.StartAsync(kind, azurite);
        var store = host.Services.GetRequiredService<IBlobStore>();
        var key = BlobKey.New();
        await store.WriteAsync("demnate", key, new MemoryStream([1, 2, 3]), Stop);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.WriteAsync("demnate", key, new MemoryStream([4]), Stop));

        await using var read = await store.OpenAsync("demnate", key, Stop);
        Assert.Equal(3, read!.Length);
    }

    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task A_write_that_breaks_off_leaves_nothing(string kind)
    {
        await using var host = await FilesHost.StartAsync(kind, azurite);
        var store = host.Services.GetRequiredService<IBlobStore>();
        var key = BlobKey.New();

        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync("demnate", key, new BreakingStream(12 * 1024 * 1024), Stop));

        Assert.Null(await store.OpenAsync("demnate", key, Stop));
        Assert.Empty(await store.ListAsync("demnate", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_a_killed_process_left_aside_is_no_file_and_is_cleared_away()
    {
        await using var host = await FilesHost.StartAsync();
        var store = host.Services.GetRequiredService<IBlobStore>();
        var (killed, whole) = (BlobKey.New(), BlobKey.New());
        await store.WriteAsync("demnate", whole, new MemoryStream([1]), Stop);
        var folder = Directory.CreateDirectory(Path.Combine(host.DataFolder, "files", "demnate", killed.ToString()[..2])).FullName;
        var left = Path.Combine(folder, killed + ".part");
        await File.WriteAllBytesAsync(left, [1, 2], Stop);
        File.SetLastWriteTimeUtc(left, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Null(await store.OpenAsync("demnate", killed, Stop));
        Assert.Equal(whole, Assert.Single(await store.ListAsync("demnate", Stop).ToListAsync(Stop)).Key);
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("../demnate")]
    [InlineData("/etc")]
    [InlineData("")]
    [InlineData("Demnate")]
    public async Task A_folder_is_named_by_a_slug_and_nothing_else(string commune)
    {
        await using var host = await FilesHost.StartAsync();
        var store = host.Services.GetRequiredService<IBlobStore>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(commune, BlobKey.New(), new MemoryStream([1]), Stop));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef")]
    [InlineData(null)]
    public void A_key_is_hexadecimal_and_nothing_else(string? text) => Assert.False(BlobKey.TryParse(text, out _));

    [Theory]
    [InlineData("demnate", "commune-demnate")]
    [InlineData("beni-mellal", "commune-beni-mellal")]
    public void A_container_is_named_after_its_commune(string commune, string container) => Assert.Equal(container, AzureBlobs.ContainerName("commune-", commune));

    [Fact]
    public void Names_too_long_for_a_container_are_cut_and_stay_apart()
    {
        var (one, other) = (AzureBlobs.ContainerName("commune-", new string('a', 70) + "b"), AzureBlobs.ContainerName("commune-", new string('a', 70) + "c"));

        Assert.NotEqual(one, other);
        Assert.All([one, other, AzureBlobs.ContainerName("commune-", "a--b")], name => Assert.Matches("^[a-z0-9](-?[a-z0-9]){2,62}$", name));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(3).NextBytes(content);
        return content;
    }

    /// <summary>Gives some of what it has, then breaks.</summary>
    private sealed class BreakingStream(int after) : Stream
    {
        private int given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            given += count;
            return given > after ? throw new IOException("The disk broke.") : count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
