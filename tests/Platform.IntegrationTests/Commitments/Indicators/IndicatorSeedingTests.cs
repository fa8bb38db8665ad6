using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;
using Platform.Tenancy.Catalog;

namespace Platform.IntegrationTests.Commitments.Indicators;

public sealed class IndicatorSeedingTests(SharedHost shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_measure_of_the_library_exists_and_every_other_has_a_name_by_which_communes_choose_it()
    {
        var published = await shared.Host.InCommuneAsync("demnate", services => Task.FromResult(
            services.GetServices<IMeasureSource>().SelectMany(source => source.Measures).Select(measure => measure.Key).ToList()));
        var used = shared.Host.Services.GetRequiredService<IndicatorLibrary>().Definitions.Select(one => one.MeasureKey).OfType<string>().ToList();

        Assert.Empty(used.Except(published));
        Assert.Equal(used.Count, used.Distinct().Count());
        foreach (var culture in new[] { "ar", "fr" })
        {
            var words = new ResourceManager(typeof(IndicatorsTexts)).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
            Assert.All(published.Except(used), key => Assert.NotNull(words.GetString("Measure_" + key)));

            // What the column of states is called where they tell something else: of measures that are there, and never as the others'.
            var columns = words.Cast<DictionaryEntry>().Where(word => ((string)word.Key).StartsWith("ColumnState_", StringComparison.Ordinal)).ToList();
            Assert.Contains(columns, word => (string)word.Key == "ColumnState_charter.signatories");
            Assert.Empty(columns.Select(word => ((string)word.Key)["ColumnState_".Length..]).Except(published));
            Assert.All(columns, word => Assert.NotEqual(words.GetString("ColumnState"), word.Value));
        }
    }

    [Fact]
    public async Task Every_figure_is_what_its_rows_make_it()
    {
        var words = new ResourceManager(typeof(IndicatorsTexts));
        foreach (var tenant in await shared.Host.Services.GetRequiredService<TenantStore>().AllAsync(Stop))
        {
            await shared.Host.InCommuneAsync(tenant.Commune.Slug, async services =>
            {
                var month = Period.Parse("2026-10");
                var book = services.GetRequiredService<MeasureBook>();
                var figures = await book.MeasureAsync(book.Definitions.Keys, month, Stop);
                foreach (var (key, definition) in book.Definitions)
                {
                    var rows = await book.RowsAsync(key, month, Stop);
                    Assert.Equal(Figure.Measured(definition, Measurement.Of(definition, rows!)), figures[key]);
                    Assert.All(rows!.Where(row => row.State is not null), row => Assert.NotNull(words.GetString("State_" + row.State, CultureInfo.GetCultureInfo("fr"))));
                }
            });
        }
    }

    [Fact]
    public async Task Every_commune_has_the_whole_library()
    {
        var library = shared.Host.Services.GetRequiredService<IndicatorLibrary>().All.Select(indicator => indicator.Code).ToList();
        foreach (var tenant in await shared.Host.Services.GetRequiredService<TenantStore>().AllAsync(Stop))
        {
            var codes = await shared.Host.InCommuneAsync(tenant.Commune.Slug, services => services.GetRequiredService<CommuneContext>()
                .Set<Indicator>().Where(indicator => indicator.Level == IndicatorLevel.Dgct).OrderBy(indicator => indicator.Position)
                .Select(indicator => indicator.Code).ToListAsync(Stop));
            Assert.Equal(library, codes);
        }
    }

    [Fact]
    public async Task Demnates_targets_come_from_its_charter()
    {
        var target = await shared.Host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>()
            .Set<Indicator>().AsNoTracking().Where(indicator => indicator.Code == "charter-signed-share").SingleAsync(Stop));

        Assert.Equal((30m, new DateOnly(2026, 2, 6)), (target.Target!.Value, target.Target.Due));
        Assert.Contains("30%", target.Target.Statement!.Ar, StringComparison.Ordinal);
        Assert.Equal("charter", target.LinkedTo);
    }

    [Fact]
    public async Task Provisioning_again_doubles_nothing_and_keeps_what_the_commune_changed()
    {
        await using var host = await IndicatorHost.StartAsync();
        var before = await CountAsync(host);
        await host.InAsync(async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            (await db.Set<Indicator>().SingleAsync(indicator => indicator.Code == "own-flow", Stop)).Aim(new Target(50, null, null), null);
            return await db.SaveChangesAsync(Stop);
        });

        await host.Host.ProvisionAsync();

        Assert.Equal(before, await CountAsync(host));
        var target = await host.InAsync(services => services.GetRequiredService<CommuneContext>()
            .Set<Indicator>().AsNoTracking().SingleAsync(indicator => indicator.Code == "own-flow", Stop));
        Assert.Equal(50, target.Target!.Value);
        Assert.Null(target.Baseline);
    }

    [Fact]
    public async Task A_measure_that_nobody_publishes_is_refused_with_file_and_line()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PlatformHost.StartAsync(options =>
        {
            options.Communes = [IndicatorHost.Slug];
            options.Services = services =>
            {
                foreach (var source in services.Where(service => service.ServiceType == typeof(IMeasureSource)).ToList())
                {
                    services.Remove(source);
                }
            };
        }));

        Assert.Contains("_standard/indicators.yaml:", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("'charter.in-force'", error.InnerException.Message, StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(IndicatorHost host) =>
        host.InAsync(services => services.GetRequiredService<CommuneContext>().Set<Indicator>().CountAsync(Stop));
}
