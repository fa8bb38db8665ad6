using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Documents.Blobs;
using Platform.Documents.Library;
using Platform.Documents.Reception;
using Platform.Documents.Upkeep;

namespace Platform.IntegrationTests.Documents;

public sealed class FileUpkeepTests(Azurite azurite)
{
    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task What_nothing_refers_to_goes_after_its_time_and_what_is_needed_stays(string store)
    {
        await using var host = await FilesHost.StartAsync(store, azurite, options => options.Now = TimeProvider.System.GetUtcNow());
        var number = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About());
        var waiting = await host.InCommuneAsync("demnate", async services =>
        {
            services.SignIn(1);
            await services.GetRequiredService<CommuneBlobs>().WriteAsync(new MemoryStream([1, 2, 3]), Stop);
            return (await services.ReceiveAsync("b.pdf", SampleFiles.Pdf("b"))).Files[0].Code;
        });
        Assert.Equal(3, await BlobsAsync(host));

        // Young as they are, nothing goes: a blob is stored before its row is written.
        await RunAsync(host, TimeSpan.Zero);
        Assert.Equal(3, await BlobsAsync(host));

        await RunAsync(host, TimeSpan.FromDays(8));
        Assert.Equal(1, await BlobsAsync(host));
        using var client = host.Commune("demnate");
        Assert.Equal(System.Net.HttpStatusCode.OK, await client.StatusAsync($"/documents/{number}/files/{await host.FileOfAsync("demnate", number)}"));
        await host.InCommuneAsync("demnate", async services =>
            Assert.False(await services.GetRequiredService<CommuneContext>().Set<Upload>().AnyAsync(upload => upload.Code == waiting, Stop)));

        // Removed for good, it goes as well.
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<DocumentFile>().SingleAsync(Stop)).Remove(host.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(Stop);
        });
        await RunAsync(host, TimeSpan.FromDays(8));
        Assert.Equal(0, await BlobsAsync(host));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task RunAsync(PlatformHost host, TimeSpan later)
    {
        // Files are dated by the real clock, which the test's was set by.
        host.Clock.MoveTo(TimeProvider.System.GetUtcNow() + later);
        await host.RunJobAsync(FileUpkeep.JobName, "2026-12-01");
    }

    private static Task<int> BlobsAsync(PlatformHost host) => host.InCommuneAsync("demnate", async services =>
        await services.GetRequiredService<CommuneBlobs>().ListAsync(Stop).CountAsync(Stop));
}
