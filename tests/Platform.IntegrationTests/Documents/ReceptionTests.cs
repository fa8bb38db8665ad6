using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Documents.Reception;
using Platform.Kernel.Files;

namespace Platform.IntegrationTests.Documents;

/// <summary>Files from the form to the store, honest and hostile.</summary>
public sealed class ReceptionTests(Azurite azurite)
{
    private static (string Name, byte[] Content, string Refusal)[] Hostile =>
    [
        ("empty.pdf", [], "Refused_Empty"),
        ("plan.pdf", [.. "MZ"u8, .. new byte[64]], "Refused_Program"),
        ("logo.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "Refused_Script"),
        ("drawing.svg", Encoding.UTF8.GetBytes("<?xml version='1.0'?><svg/>"), "Refused_Script"),
        ("plan.xlsx", SampleFiles.ZipBomb(420), "Refused_Bomb"),
        ("plan.docx", SampleFiles.MacroDocx(), "Refused_Macros"),
        ("archive.zip", SampleFiles.Zip(("a.txt", "a")), "Refused_Archive"),
        ("polyglot.pdf", SampleFiles.Join(SampleFiles.Pdf(), SampleFiles.Zip(("a.txt", "a"))), "Refused_Damaged"),
        ("huge.png", SampleFiles.Png(60_000, 60_000, 8, 6, []), "Refused_TooManyPixels"),
        ("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "Refused_OldOffice"),
        ("large.txt", new byte[2000].Select(_ => (byte)'a').ToArray(), "Refused_TooLarge"),
    ];

    [Fact]
    public async Task A_file_that_is_not_accepted_is_told_and_leaves_nothing()
    {
        await using var host = await FilesHost.StartAsync(options => options.Settings["Files:Limits:Text"] = "1500");
        foreach (var (name, content, refusal) in Hostile)
        {
            await host.InCommuneAsync("demnate", async services =>
            {
                var received = await services.ReceiveAsync(name, content);

                Assert.Empty(received.Files);
                Assert.False(received.StoreDown);
                var texts = services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<LibraryTexts>>();
                Assert.StartsWith(texts[refusal].Value.Split("{0}")[0], Assert.Single(received.Problems), StringComparison.Ordinal);
                Assert.Contains(name, received.Problems[0], StringComparison.Ordinal);
                Assert.Empty(await services.GetRequiredService<CommuneContext>().Set<Upload>().ToListAsync(Stop));
                Assert.Empty(await services.GetRequiredService<CommuneBlobs>().ListAsync(Stop).ToListAsync(Stop));
            });
        }
    }

    [Fact]
    public async Task A_name_is_kept_for_people_and_is_no_path()
    {
        await using var host = await FilesHost.StartAsync();
        foreach (var (sent, kept) in new[] { ("../../x.pdf", "x.pdf"), ("C:\\temp\\plan.exe", "plan.exe.pdf"), ("a\u202Efdp.exe.pdf", "afdp.exe.pdf") })
        {
            var received = await host.InCommuneAsync("demnate", services => services.ReceiveAsync(sent, SampleFiles.Pdf()));

            Assert.Equal(kept, Assert.Single(received.Files).Name);
        }

        var stored = Directory.GetFiles(host.DataFolder, "*", SearchOption.AllDirectories).Where(file => file.Contains("/files/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, stored.Count);
        Assert.All(stored, file => Assert.Matches("/files/demnate/[0-9a-f]{2}/[0-9a-f]{32}$", file));
    }

    [Fact]
    public async Task A_photograph_is_stored_without_what_it_tells()
    {
        await using var host = await FilesHost.StartAsync();
        await host.KeepAsync("demnate", "صورة.jpeg", SampleFiles.PhotoThatTells(), FilesHost.About(kind: DocumentKind.Photo));

        var stored = Assert.Single(Directory.GetFiles(Path.Combine(host.DataFolder, "files", "demnate"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(stored, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_saved_with_the_callers_change_or_not_at_all()
    {
        await using var host = await FilesHost.StartAsync();
        string code = "";
        await host.InCommuneAsync("demnate", async services =>
        {
            services.SignIn(1);
            var received = await services.ReceiveAsync("a.pdf", SampleFiles.Pdf());
            code = received.Files[0].Code;

            // The caller's own save never comes.
            await services.GetRequiredService<IDocuments>().KeepAsync(received.Files[0], FilesHost.About(), Stop);
        });
        await host.InCommuneAsync("demnate", async services =>
        {
            services.SignIn(1);
            var db = services.GetRequiredService<CommuneContext>();
            Assert.Empty(await db.Set<Document>().ToListAsync(Stop));

            // The form is sent again with the code: the file need not be chosen again.
            var again = await services.GetRequiredService<IDocuments>().ReceiveAsync([], [code], Stop);
            Assert.Equal("a.pdf", Assert.Single(again.Files).Name);
            await services.GetRequiredService<IDocuments>().KeepAsync(again.Files[0], FilesHost.About(), Stop);
            await db.SaveChangesAsync(Stop);
            Assert.Empty(await db.Set<Upload>().ToListAsync(Stop));
            var act = await db.Set<AuditEntry>().SingleAsync(entry => entry.Verb == "document.kept-and-published", Stop);
            Assert.Equal(("account:1", "activity:1.1"), (act.Actor, act.Subject));

            // Once it is a document's, its code opens nothing.
            Assert.Single((await services.GetRequiredService<IDocuments>().ReceiveAsync([], [code], Stop)).Problems);
        });
    }

    [Fact]
    public async Task Nobody_uses_what_somebody_else_has_sent()
    {
        await using var host = await FilesHost.StartAsync();
        var code = await host.InCommuneAsync("demnate", async services =>
        {
            services.SignIn(1);
            return (await services.ReceiveAsync("a.pdf", SampleFiles.Pdf())).Files[0].Code;
        });

        foreach (var (commune, account) in new[] { ("demnate", 2), ("larache", 1) })
        {
            var received = await host.InCommuneAsync(commune, services =>
            {
                services.SignIn(account);
                return services.GetRequiredService<IDocuments>().ReceiveAsync([], [code], Stop);
            });

            Assert.Empty(received.Files);
            Assert.Single(received.Problems);
        }
    }

    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task A_file_comes_in_parts_and_goes_on_where_it_broke_off(string store)
    {
        await using var host = await FilesHost.StartAsync(store, azurite);
        var content = SampleFiles.Pdf(new string('y', 500_000));
        var code = await host.InCommuneAsync("demnate", async services =>
        {
            var uploads = services.GetRequiredService<Uploads>();
            var upload = await uploads.StartAsync("تقرير.pdf", content.Length, Stop);
            Assert.True(await uploads.TakePartAsync(upload, 0, new MemoryStream(content[..200_000]), Stop));
            return upload.Code;
        });

        // Another request, perhaps another process: it asks how far it is.
        await host.InCommuneAsync("demnate", async services =>
        {
            var uploads = services.GetRequiredService<Uploads>();
            var upload = await uploads.FindAsync(code, Stop);
            Assert.Equal(200_000, upload!.Received);
            Assert.False(await uploads.TakePartAsync(upload, 100_000, new MemoryStream(content[100_000..]), Stop));
            Assert.True(await uploads.TakePartAsync(upload, 200_000, new MemoryStream(content[200_000..]), Stop));
            Assert.True(upload.IsWhole);
            Assert.Equal("تقرير.pdf", upload.Name);
            await using var stored = await services.GetRequiredService<CommuneBlobs>().OpenAsync(upload.File.Blob, Stop);
            using var copy = new MemoryStream();
            await stored!.CopyToAsync(copy, Stop);
            Assert.Equal(content, copy.ToArray());
        });
    }

    [Fact]
    public async Task A_file_whose_last_part_was_stored_by_a_process_that_died_is_put_together_when_it_is_asked_for()
    {
        await using var host = await FilesHost.StartAsync();
        var content = SampleFiles.Pdf();
        var code = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var upload = await services.GetRequiredService<Uploads>().StartAsync("rapport.pdf", content.Length, Stop);
            upload.Parts.Add(UploadPart.Of(0, content.Length, await services.GetRequiredService<CommuneBlobs>().WriteAsync(new MemoryStream(content), Stop)));
            await db.SaveChangesAsync(Stop);
            return upload.Code;
        });

        await host.InCommuneAsync("demnate", async services =>
        {
            var uploads = services.GetRequiredService<Uploads>();
            var upload = await uploads.FindAsync(code, Stop);
            Assert.Equal(((long)content.Length, false), (upload!.Received, upload.IsWhole));

            Assert.True(await uploads.TakePartAsync(upload, content.Length, new MemoryStream(), Stop));
            Assert.True((await uploads.FindAsync(code, Stop))!.IsWhole);
        });
    }

    [Fact]
    public async Task Parts_that_make_something_that_is_not_accepted_are_forgotten()
    {
        await using var host = await FilesHost.StartAsync();
        byte[] program = [.. "MZ"u8, .. new byte[98]];
        await host.InCommuneAsync("demnate", async services =>
        {
            var uploads = services.GetRequiredService<Uploads>();
            var upload = await uploads.StartAsync("plan.pdf", program.Length, Stop);

            await Assert.ThrowsAsync<FileRefusedException>(() => uploads.TakePartAsync(upload, 0, new MemoryStream(program), Stop));

            Assert.Null(await uploads.FindAsync(upload.Code, Stop));
        });
    }

    [Theory]
    [InlineData(FilesHost.Folder)]
    [InlineData(FilesHost.Azure)]
    public async Task A_store_that_is_down_is_told_and_nothing_is_half_saved(string store)
    {
        // A service of its own: the others' is not to die with it.
        await using var own = new Azurite();
        await using var host = await FilesHost.StartAsync(store, own, options => options.Settings["Files:Folder"] = null);
        var files = Path.Combine(host.DataFolder, "files");
        if (store == FilesHost.Azure)
        {
            await own.StopAsync();
        }
        else
        {
            // Where the folder should be lies a file: every write fails, as on a disk that is gone.
            await File.WriteAllTextAsync(files, "", Stop);
        }

        await host.InCommuneAsync("demnate", async services =>
        {
            var received = await services.ReceiveAsync("a.pdf", SampleFiles.Pdf());
            Assert.True(received.StoreDown);
            Assert.Empty(received.Files);
            Assert.Single(received.Problems);
            Assert.Empty(await services.GetRequiredService<CommuneContext>().Set<Upload>().ToListAsync(Stop));
        });

        if (store == FilesHost.Azure)
        {
            await own.StartAsync();
        }
        else
        {
            File.Delete(files);
        }

        Assert.Single((await host.InCommuneAsync("demnate", services => services.ReceiveAsync("a.pdf", SampleFiles.Pdf()))).Files);
    }

    [Fact]
    public async Task Other_rooms_list_what_belongs_to_a_thing()
    {
        await using var host = await FilesHost.StartAsync();
        var open = await host.KeepAsync("demnate", "a.pdf", SampleFiles.Pdf(), FilesHost.About("عام", subject: "activity:1.1"));
        await host.KeepAsync("demnate", "b.docx", SampleFiles.Docx(), FilesHost.About("داخلي", publish: false, subject: "activity:1.1"));
        await host.InCommuneAsync("demnate", async services =>
        {
            var documents = services.GetRequiredService<IDocuments>();
            Assert.True(await documents.AttachAsync(open, "activity:2.1", Stop));
            Assert.False(await documents.AttachAsync(999, "activity:2.1", Stop));
            await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);

            var visible = await documents.OfAsync(["activity:1.1", "activity:2.1"], unpublished: false, Stop);
            Assert.Equal($"/documents/{open}", Assert.Single(visible["activity:1.1"]).Link);
            Assert.Equal(open, Assert.Single(visible["activity:2.1"]).Number);
            Assert.Equal(2, (await documents.OfAsync(["activity:1.1"], unpublished: true, Stop))["activity:1.1"].Count());
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
