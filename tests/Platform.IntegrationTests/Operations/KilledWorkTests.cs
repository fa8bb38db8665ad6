using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Blobs;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Operations;

/// <summary>The real executable is killed while somebody's work arrives: afterwards it is there whole or not at all, and can be done again.</summary>
public sealed class KilledWorkTests
{
    private const string Commune = "larache";
    private const int Activities = 200;

    private const string Halt = """
        CREATE VIEW for_ever AS WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 100000000000) SELECT count(*) AS i FROM number;
        CREATE TRIGGER halt AFTER INSERT ON plan_activities WHEN NEW."Number" = 100 BEGIN SELECT i FROM for_ever; END;
        """;

    private const string GoOn = "DROP TRIGGER halt; DROP VIEW for_ever;";

    [Fact]
    public async Task An_import_cut_off_while_it_is_applied_leaves_the_plan_as_it_was_and_is_applied_again()
    {
        await using var host = await StartAsync();
        var person = await host.AddPersonAsync(Commune, Role.FocalPoint);
        string apply;
        using (var first = await ChildProduct.StartReadyAsync(host))
        {
            using var visitor = new WorkspaceVisitor(first.Browser(Commune, person));
            await visitor.OpenAsync("/fr/workspace/action-plan/import");
            Assert.Equal(HttpStatusCode.OK, await visitor.SubmitAsync("form[enctype]", file: ("Upload", "plan.csv", LongPlan())));
            apply = visitor.At + "/apply";
            await visitor.OpenAsync(apply);

            // Half of the rows are written when the next one takes for ever.
            await ExecuteAsync(host, Halt);
            var applying = visitor.PostAsync("form.form");
            while (!await IsBusyAsync(host))
            {
                Assert.False(applying.IsCompleted);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await Task.Delay(300, TestContext.Current.CancellationToken);
            await first.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => applying);
            await ExecuteAsync(host, GoOn);
        }

        Assert.Equal((ImportState.Open, 0, 0), await ImportedAsync(host));
        using var second = await ChildProduct.StartReadyAsync(host);
        using var again = new WorkspaceVisitor(second.Browser(Commune, person));
        await again.OpenAsync(apply);
        Assert.Equal(HttpStatusCode.OK, await again.SubmitAsync("form.form"));
        Assert.Equal((ImportState.Applied, Activities, 1), await ImportedAsync(host));
    }

    [Fact]
    public async Task An_upload_cut_off_in_a_part_goes_on_after_the_last_whole_one_and_shows_nothing_before()
    {
        await using var host = await StartAsync();
        var person = await host.AddPersonAsync(Commune, Role.FocalPoint);
        var content = SampleFiles.Pdf(new string('y', 600_000));
        const int Whole = 200_000;
        string code;
        using (var first = await ChildProduct.StartReadyAsync(host))
        {
            using var browser = first.Browser(Commune, person);
            var uploads = await UploadsAsync(browser);
            using var about = new MultipartFormDataContent { { new StringContent("تقرير.pdf"), "name" }, { new StringContent(content.Length.ToString(CultureInfo.InvariantCulture)), "length" } };
            code = (await AskAsync(browser, HttpMethod.Post, "", uploads, about)).GetProperty("code").GetString()!;
            using var part = new ByteArrayContent(content[..Whole]);
            Assert.Equal(Whole, (await AskAsync(browser, HttpMethod.Put, $"?code={code}&start=0", uploads, part)).GetProperty("received").GetInt32());

            // The next part is half there when the power goes.
            using var halting = new HaltingStream(content[Whole..], Whole);
            using var second = new StreamContent(halting);
            second.Headers.ContentLength = content.Length - Whole;
            var sending = AskAsync(browser, HttpMethod.Put, $"?code={code}&start={Whole}", uploads, second);
            await halting.Halted;
            await first.KillAsync();
            halting.Break();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
        }

        Assert.Equal((0, 1), await StoredAsync(host));
        using var next = await ChildProduct.StartReadyAsync(host);
        using var again = next.Browser(Commune, person);
        Assert.Empty((await again.PageAsync("/fr/workspace/documents")).QuerySelectorAll("tbody tr"));
        var token = await UploadsAsync(again);
        Assert.Equal(Whole, (await AskAsync(again, HttpMethod.Get, $"?code={code}", token, null)).GetProperty("received").GetInt32());
        using var rest = new ByteArrayContent(content[Whole..]);
        Assert.True((await AskAsync(again, HttpMethod.Put, $"?code={code}&start={Whole}", token, rest)).GetProperty("whole").GetBoolean());
        using var kept = await again.SubmitAsync(
            "/fr/workspace/documents/new", [("Files.Codes", code), ("Input.Kind", "Report"), ("Input.Date", "2026-10-05")], "form[enctype]");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);

        var stored = await host.InCommuneAsync(Commune, async services =>
        {
            var file = await services.GetRequiredService<CommuneContext>().Set<DocumentFile>().SingleAsync();
            await using var blob = await services.GetRequiredService<CommuneBlobs>().OpenAsync(BlobKey.Parse(file.Blob!), TestContext.Current.CancellationToken);
            using var copy = new MemoryStream();
            await blob!.CopyToAsync(copy, TestContext.Current.CancellationToken);
            return copy.ToArray();
        });
        Assert.Equal(content, stored);
    }

    /// <summary>The child lives in today.</summary>
    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => (options.Communes, options.Now) = ([Commune], TimeProvider.System.GetUtcNow()));

    private static byte[] LongPlan()
    {
        var lines = new StringBuilder("المحور;النشاط;الشركاء\r\n");
        for (var i = 1; i <= Activities; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"1. الرقمنة;نشاط رقم {i} من أنشطة الخطة;{new string('ش', 600)}\r\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Whether somebody is writing to the commune's database.</summary>
    private static async Task<bool> IsBusyAsync(PlatformHost host)
    {
        const int Busy = 5;
        try
        {
            await ExecuteAsync(host, "BEGIN IMMEDIATE; ROLLBACK;");
            return false;
        }
        catch (SqliteException locked) when (locked.SqliteErrorCode == Busy)
        {
            return true;
        }
    }

    private static async Task ExecuteAsync(PlatformHost host, string text)
    {
        var database = Directory.GetFiles(Path.Combine(host.DataFolder, "communes"), "*.db", SearchOption.AllDirectories).Single(file => file.Contains(Commune, StringComparison.Ordinal));
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Default Timeout=1");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this test's own.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static Task<(ImportState State, int Activities, int Acts)> ImportedAsync(PlatformHost host) => host.InCommuneAsync(Commune, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        return (
            await db.Set<ImportDraft>().Select(draft => draft.State).SingleAsync(),
            await db.Set<Activity>().CountAsync(),
            await db.Set<AuditEntry>().CountAsync(entry => entry.Verb == "plan.imported"));
    });

    private static Task<(int Documents, int Blobs)> StoredAsync(PlatformHost host) => host.InCommuneAsync(Commune, async services => (
        await services.GetRequiredService<CommuneContext>().Set<Document>().CountAsync(),
        await services.GetRequiredService<CommuneBlobs>().ListAsync(TestContext.Current.CancellationToken).CountAsync()));

    /// <summary>The token that the script sends with every part.</summary>
    private static async Task<string> UploadsAsync(HttpClient browser) =>
        (await browser.PageAsync("/fr/workspace/documents/new")).QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<JsonElement> AskAsync(HttpClient browser, HttpMethod method, string query, string token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri("/fr/workspace/uploads" + query, UriKind.Relative)) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return said.RootElement.Clone();
    }

    /// <summary>Gives so many bytes, then nothing until it is broken.</summary>
    private sealed class HaltingStream(byte[] content, int until) : MemoryStream(content)
    {
        private readonly TaskCompletionSource halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Halted => halted.Task;

        public void Break() => broken.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < until)
            {
                return await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, until - Position)], cancellationToken);
            }

            halted.TrySetResult();
            await broken.Task.WaitAsync(cancellationToken);
            throw new IOException("The line is dead.");
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[16 * 1024];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                await destination.FlushAsync(cancellationToken);
            }
        }
    }
}
