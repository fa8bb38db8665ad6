using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Measures;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.Commitments.Charter;

/// <summary>What happens to a charter once it is in the database, on every engine.</summary>
public sealed class CharterHistoryTests
{
    private static readonly Period AfterAdoption = Period.Month(2025, 2);
    private static readonly Period BeforeAdoption = Period.Month(2025, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryEngine]
    public async Task Provisioning_again_doubles_nothing_and_keeps_an_edit(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await InDemnateAsync(host, async (db, _) => (await db.Set<CharterVersion>().SingleAsync(Stop)).Rename(new("عنوان عدلته الجماعة")));

        await host.ProvisionAsync();

        using var client = host.Commune("demnate");
        var charter = await client.JsonAsync("/api/v1/charter");
        Assert.Equal("عنوان عدلته الجماعة", charter.GetProperty("title").GetProperty("ar").GetString());
        Assert.Equal(17, charter.GetProperty("sections").GetArrayLength());
        Assert.Equal(27, charter.GetProperty("commitments").GetArrayLength());
    }

    [Theory]
    [EveryEngine]
    public async Task A_revision_takes_the_place_of_the_version_and_both_stay_readable_with_their_differences(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await AdoptRevisionAsync(host);
        using var client = host.Commune("demnate");

        var current = await client.PageAsync("/ar/charter");
        Assert.Contains("نص المدخل بعد التعديل", current.Body!.TextContent, StringComparison.Ordinal);
        var earlier = await client.PageAsync("/ar/charter/versions/1");
        Assert.Equal(27, earlier.QuerySelectorAll(".commitments > li").Length);
        Assert.NotNull(earlier.QuerySelector(".notice-warning"));
        Assert.Equal(2, (await client.PageAsync("/fr/charter/versions")).QuerySelectorAll("main ol.list > li").Length);

        foreach (var (language, mark) in new[] { ("ar", "أضيف:"), ("fr", "Ajouté\u00a0:") })
        {
            var page = await client.PageAsync($"/{language}/charter/versions?from=1&to=2");
            Assert.NotEmpty(page.QuerySelectorAll(".diff-removed del"));
            Assert.Contains("نشر نتائج كل استشارة", page.QuerySelector("#commitments-commune .diff-added ins")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(mark, page.QuerySelector("#commitments-commune .diff-added strong")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await client.JsonAsync("/api/v1/charter")).GetProperty("version").GetInt32());
    }

    [Theory]
    [EveryEngine]
    public async Task Measures_tell_how_things_stood_at_the_end_of_the_period(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await SignAsync(host);
        await host.InCommuneAsync("demnate", async services =>
        {
            var measures = services.GetServices<IMeasureSource>().OfType<CharterMeasures>().Single();
            string[] keys = [.. measures.Measures.Select(measure => measure.Key)];

            var before = await measures.MeasureAsync(keys, BeforeAdoption, Stop);
            var after = await measures.MeasureAsync(keys, AfterAdoption, Stop);
            var later = await measures.MeasureAsync(keys, Period.Month(2025, 4), Stop);

            Assert.All(before.Values, measurement => Assert.Equal(0, measurement.Value ?? 0));
            Assert.Equal((1, 27, 0, 0), Values(after));
            Assert.Equal((1, 27, 3, 2), Values(later));
            Assert.Equal(
                ["association", "association"],
                (await measures.RowsAsync(CharterMeasures.Associations, Period.Month(2025, 4), Stop)).Select(row => row.State));
            await Assert.ThrowsAsync<ArgumentException>(() => measures.RowsAsync("charter.unknown", AfterAdoption, Stop));
        });

        static (decimal?, decimal?, decimal?, decimal?) Values(IReadOnlyDictionary<string, Measurement> measured) => (
            measured[CharterMeasures.InForce].Value, measured[CharterMeasures.Commitments].Value,
            measured[CharterMeasures.Signatories].Value, measured[CharterMeasures.Associations].Value);
    }

    [Theory]
    [EveryEngine]
    public async Task Signatories_are_public_and_can_be_chosen_by_kind(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await SignAsync(host);
        using var client = host.Commune("demnate");

        Assert.Equal(3, (await client.PageAsync("/fr/charter/signatories")).QuerySelectorAll("tbody tr").Length);
        var partners = await client.PageAsync("/ar/charter/signatories?kind=partner");
        Assert.Contains("شريك", Assert.Single(partners.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await client.JsonAsync("/api/v1/charter")).GetProperty("signatories").GetArrayLength());
    }

    [Fact]
    public async Task The_national_report_tells_the_stage_at_the_end_of_the_period()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.InCommuneAsync("demnate", async services =>
        {
            var source = services.GetServices<IProgressSource>().OfType<CharterProgress>().Single();
            var (before, after) = (new ProgressBuilder(), new ProgressBuilder());
            await source.AddToAsync(before, BeforeAdoption, Stop);
            await source.AddToAsync(after, AfterAdoption, Stop);

            Assert.Equal(("none", (DateOnly?)null), (before.CharterStage, before.CharterAdoptedOn));
            Assert.Equal(("in-force", new DateOnly(2025, 2, 6)), (after.CharterStage, after.CharterAdoptedOn));
        });
    }

    [Fact]
    public async Task Made_up_signatories_say_so_come_after_the_adoption_and_are_made_up_once()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await host.InCommuneAsync("demnate", async services =>
            {
                var demonstrator = services.GetServices<IDemonstrator>().OfType<CharterDemonstrator>().Single();
                await demonstrator.DemonstrateAsync(7, new(2025, 11, 1), new(2026, 10, 31), Stop);
                await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
            });
        }

        await InDemnateAsync(host, async (db, _) =>
        {
            var signatories = await db.Set<Signatory>().ToListAsync(Stop);
            Assert.InRange(signatories.Count, 8, 100);
            Assert.All(signatories, signatory => Assert.True(signatory.Demonstration));
            Assert.All(signatories, signatory => Assert.InRange(signatory.SignedOn, new(2025, 11, 1), new(2026, 10, 31)));
            Assert.Equal(signatories.Count, signatories.Select(signatory => signatory.Name.Ar).Distinct().Count());
        });
    }

    private static Task<PlatformHost> StartAsync(DatabaseEngine engine) => PlatformHost.StartAsync(options =>
    {
        options.Engine = engine;
        options.Communes = ["demnate"];
    });

    private static Task InDemnateAsync(PlatformHost host, Func<CommuneContext, IServiceProvider, Task> work) => host.InCommuneAsync("demnate", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        await work(db, services);
        await db.SaveChangesAsync(Stop);
    });

    private static Task SignAsync(PlatformHost host) => InDemnateAsync(host, (db, _) =>
    {
        db.AddRange(
            Signatory.Of(new("جمعية أولى"), SignatoryKind.Association, new(2025, 3, 10)),
            Signatory.Of(new("جمعية ثانية"), SignatoryKind.Association, new(2025, 4, 30)),
            Signatory.Of(new("مؤسسة"), SignatoryKind.Partner, new(2025, 4, 2), new("شريك")));
        return Task.CompletedTask;
    });

    private static Task AdoptRevisionAsync(PlatformHost host) => InDemnateAsync(host, async (db, _) =>
    {
        (await db.Set<CharterVersion>().SingleAsync(Stop)).Supersede();
        var revision = CharterVersion.Draft(2, new("ميثاق المشاركة المواطنية لجماعة دمنات", "Charte révisée"));
        revision.Sections.Add(CharterSection.Of("introduction", null, "1", 1, new("مدخل", "Introduction"), new("نص المدخل بعد التعديل")));
        revision.Sections.Add(CharterSection.Of("commitments-commune", null, "2", 2, new("التزامات الجماعة"), null));
        revision.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "2.1", 1, new("نشر نتائج كل استشارة")));
        revision.Adopt(new(2026, 2, 5), null, "7/2026", new(2026, 2, 6, 9, 0, 0, DateTimeKind.Utc));
        db.Add(revision);
    });
}
