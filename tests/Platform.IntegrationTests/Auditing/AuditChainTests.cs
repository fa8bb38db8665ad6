using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.IntegrationTests.Commands;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.Auditing;

/// <summary>The chain of the audit trail under many writers, under failures and under somebody's hands.</summary>
public sealed class AuditChainTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [EveryEngine]
    public async Task Many_writers_at_once_make_one_chain_without_a_gap(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var before = await host.CountAsync();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var act = 0; act < 10; act++)
            {
                await host.InCommuneAsync("demnate", async services =>
                {
                    var db = services.GetRequiredService<CommuneContext>();
                    var audit = services.GetRequiredService<AuditTrail>();
                    audit.Record("test.done", $"test:{writer}-{act}-1");
                    audit.Record("test.done", $"test:{writer}-{act}-2");
                    if (act % 3 == 0)
                    {
                        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                        {
                            await using var transaction = await db.BeginAsync(Stop);
                            await db.SaveChangesAsync(Stop);
                            await transaction.CommitAsync(Stop);
                        });
                    }
                    else
                    {
                        await db.SaveChangesAsync(Stop);
                    }
                });
            }
        })));

        var entries = await host.EntriesAsync();
        Assert.Equal(before + 320, entries.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long?)number), entries.Select(entry => entry.Sequence));
        Assert.True((await host.VerifyAsync()).Holds);

        // Two acts of one save stand one after the other, in the order in which they were done.
        var ofOne = entries.Where(entry => entry.Subject.StartsWith("test:3-4-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["test:3-4-1", "test:3-4-2"], ofOne.Select(entry => entry.Subject));
        Assert.Equal(ofOne[0].Sequence + 1, ofOne[1].Sequence);
    }

    [Theory]
    [EveryEngine]
    public async Task The_national_trail_is_a_chain_of_its_own(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsSystem("thresholds");
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ComesFrom("105.66.7.8");
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record("threshold.changed", "threshold:signatures", "قرار جديد");
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        await db.SaveChangesAsync(Stop);

        var entry = await db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).LastAsync(Stop);
        Assert.Equal(("system:thresholds", "105.66.7.8", "قرار جديد"), (entry.Actor, entry.Origin, entry.Reason));
        Assert.True((await AuditVerifier.VerifyAsync(db, Stop)).Holds);
    }

    [Theory]
    [EveryEngine]
    public async Task A_save_that_fails_inside_a_transaction_that_goes_on_leaves_the_chain_whole(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var audit = services.GetRequiredService<AuditTrail>();
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.BeginAsync(Stop);
                audit.Record("test.done", "test:first");
                await db.SaveChangesAsync(Stop);

                audit.Record("test.done", "test:doomed");
                var doomed = db.Add(OutboxMessage.Of("test", new { }, host.Clock.GetUtcNow().UtcDateTime));
                doomed.Property(message => message.Kind).CurrentValue = null!;
                await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync(Stop));

                db.ChangeTracker.Clear();
                audit.Record("test.done", "test:last");
                await db.SaveChangesAsync(Stop);
                await transaction.CommitAsync(Stop);
            });
        });

        Assert.Equal(["test:first", "test:last"], (await host.EntriesAsync()).Select(entry => entry.Subject).Where(subject => subject.StartsWith("test:", StringComparison.Ordinal)));
        Assert.True((await host.VerifyAsync()).Holds);
    }

    [Theory]
    [EveryEngine]
    public async Task A_transaction_that_is_given_up_leaves_nothing_behind(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var before = await host.VerifyAsync();
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.BeginAsync(Stop);
                services.GetRequiredService<AuditTrail>().Record("test.done", "test:given-up");
                await db.SaveChangesAsync(Stop);
            });
        });

        Assert.Equal(before, await host.VerifyAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task Entries_that_are_older_than_the_chain_take_their_places_with_the_first_act(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        for (var old = 1; old <= 3; old++)
        {
            await host.ActAsync($"old:{old}");
        }

        await host.SqlAsync("UPDATE audit_entries SET \"Sequence\" = NULL, \"Previous\" = NULL, \"Digest\" = NULL");
        await host.SqlAsync($"UPDATE audit_head SET \"Sequence\" = 0, \"Digest\" = '{new string('0', 64)}'");
        Assert.True((await host.VerifyAsync()).Holds);

        await host.ActAsync("new:1");

        var found = await host.VerifyAsync();
        Assert.True(found.Holds);
        Assert.Equal(await host.CountAsync(), found.Entries);
    }

    [Fact]
    public async Task Saving_an_act_by_waiting_in_a_thread_is_refused()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.InCommuneAsync("demnate", services =>
        {
            services.GetRequiredService<AuditTrail>().Record("test.done", "test:1");
            Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<CommuneContext>().SaveChanges());
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"Reason\" = 'other' WHERE \"Subject\" = 'act:3'", AuditBreak.Changed)]
    [InlineData("UPDATE audit_entries SET \"Actor\" = 'account:9' WHERE \"Subject\" = 'act:3'", AuditBreak.Changed)]
    [InlineData("UPDATE audit_entries SET \"At\" = '2020-01-01 00:00:00' WHERE \"Subject\" = 'act:3'", AuditBreak.Changed)]
    [InlineData("UPDATE audit_entries SET \"After\" = '[]' WHERE \"Subject\" = 'act:3'", AuditBreak.Changed)]
    [InlineData("UPDATE audit_entries SET \"Origin\" = '10.0.0.1' WHERE \"Subject\" = 'act:3'", AuditBreak.OriginChanged)]
    [InlineData("DELETE FROM audit_entries WHERE \"Subject\" = 'act:3'", AuditBreak.Missing)]
    public async Task Whoever_changes_or_removes_a_row_is_seen_and_the_row_is_named(string sql, AuditBreak expected)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        for (var act = 1; act <= 5; act++)
        {
            await host.ActAsync($"act:{act}");
        }

        var third = (await host.EntriesAsync()).Single(entry => entry.Subject == "act:3").Sequence;
        Assert.True((await host.VerifyAsync()).Holds);

        await host.SqlAsync(sql);

        var found = await host.VerifyAsync();
        Assert.Equal(expected, found.Break);
        Assert.Equal(third, found.At);
        Assert.Equal(third - 1, found.Entries);
    }

    [Theory]
    [InlineData("DELETE FROM audit_entries WHERE \"Subject\" = 'act:5'", AuditBreak.CutOff)]
    [InlineData("DELETE FROM audit_head", AuditBreak.CutOff)]
    [InlineData("INSERT INTO audit_entries (\"At\", \"Actor\", \"Verb\", \"Subject\", \"Folded\") VALUES ('2026-11-01 00:00:00', 'a', 'b', 'c', '')", AuditBreak.SlippedIn)]
    public async Task Entries_cut_off_the_end_or_slipped_in_are_seen(string sql, AuditBreak expected)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        for (var act = 1; act <= 5; act++)
        {
            await host.ActAsync($"act:{act}");
        }

        await host.SqlAsync(sql);

        Assert.Equal(expected, (await host.VerifyAsync()).Break);
    }

    [Theory]
    [EveryEngine]
    public async Task Addresses_are_erased_after_a_year_and_the_chain_still_holds(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.ActAsync("act:1");
        host.Clock.Move(TimeSpan.FromDays(new AuditOptions().AddressDays) + TimeSpan.FromHours(1));
        await host.ActAsync("act:2");

        await host.RunJobAsync("nightly-maintenance", "2027-11-23");

        var entries = await host.EntriesAsync();
        Assert.Equal((null, null), entries.Where(entry => entry.Subject == "act:1").Select(entry => (entry.Origin, entry.OriginSalt)).Single());
        Assert.Equal("196.200.1.2", entries.Single(entry => entry.Subject == "act:2").Origin);
        Assert.True((await host.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task The_operator_says_how_long_addresses_are_kept_and_the_privacy_notice_tells_it()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Settings["Audit:AddressDays"] = "90";
        });
        using var citizen = host.Commune("demnate");
        Assert.Contains("90 jours", (await citizen.PageAsync("/fr/about")).QuerySelector("#privacy")!.Closest("section")!.TextContent, StringComparison.Ordinal);

        await host.ActAsync("act:1");
        host.Clock.Move(TimeSpan.FromDays(89));
        await host.RunJobAsync("nightly-maintenance", "2027-02-19");
        Assert.Equal("196.200.1.2", (await host.EntriesAsync()).Single(entry => entry.Subject == "act:1").Origin);
        host.Clock.Move(TimeSpan.FromDays(2));
        await host.RunJobAsync("nightly-maintenance", "2027-02-21");
        Assert.Null((await host.EntriesAsync()).Single(entry => entry.Subject == "act:1").Origin);
    }

    [Fact]
    public async Task The_operators_command_verifies_every_trail_and_names_the_broken_entry()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.ActAsync("act:1");
        await host.ActAsync("act:2");

        var whole = await host.OperateAsync("audit", "verify");
        Assert.True(whole.Code == 0, whole.Text);
        Assert.Contains("2 trails hold, 0 are broken.", whole.Text, StringComparison.Ordinal);

        var second = (await host.EntriesAsync())[^1];
        await host.SqlAsync("UPDATE audit_entries SET \"Verb\" = 'test.undone' WHERE \"Subject\" = 'act:2'");
        var broken = await host.OperateAsync("audit", "verify", "--commune", "demnate");

        Assert.Equal(1, broken.Code);
        Assert.Contains($"BROKEN at entry {second.Sequence} (row {second.Id})", broken.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await host.OperateAsync("audit", "verify", "--commune", "nowhere")).Code);
    }

    [Fact]
    public async Task What_changed_is_kept_field_by_field_and_what_did_not_is_left_out()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.InCommuneAsync("demnate", async services =>
        {
            services.GetRequiredService<AuditTrail>().Record(
                "test.changed", "test:1", null,
                new { Title = new LocalizedText("نص", "texte"), Percent = 20, Same = true },
                new { Title = new LocalizedText("نص آخر", "texte"), Percent = 30, Same = true });
            await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
        });

        var entry = (await host.EntriesAsync())[^1];
        Assert.Equal("""{"title":{"ar":"نص","fr":"texte"},"percent":20}""", entry.Before);
        Assert.Equal("""{"title":{"ar":"نص آخر","fr":"texte"},"percent":30}""", entry.After);
        Assert.Contains("نص اخر", entry.Folded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_of_a_row_is_read_from_the_row()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var row = await db.Set<TenantInfo>().SingleAsync(tenant => tenant.Slug == "demnate", Stop);
        row.Suspend();
        var entry = scope.ServiceProvider.GetRequiredService<AuditTrail>().RecordChange("commune.suspended", "commune:demnate", row, "reason");
        await db.SaveChangesAsync(Stop);

        Assert.Equal("""{"state":"active"}""", entry.Before);
        Assert.Equal("""{"state":"suspended"}""", entry.After);
    }

    private static Task<PlatformHost> StartAsync(DatabaseEngine engine) => PlatformHost.StartAsync(options =>
    {
        options.Engine = engine;
        options.Communes = ["demnate"];
    });
}

internal static class AuditHost
{
    public static Task ActAsync(this PlatformHost host, string subject) => host.InCommuneAsync("demnate", async services =>
    {
        services.GetRequiredService<CurrentPerson>().ComesFrom("196.200.1.2");
        services.GetRequiredService<AuditTrail>().Record("test.done", subject, "reason", null, new { Title = "x" });
        await services.GetRequiredService<CommuneContext>().SaveChangesAsync();
    });

    public static Task<List<AuditEntry>> EntriesAsync(this PlatformHost host) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<CommuneContext>().Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    public static async Task<int> CountAsync(this PlatformHost host) => (await host.EntriesAsync()).Count;

    public static Task<AuditVerification> VerifyAsync(this PlatformHost host) => host.InCommuneAsync("demnate", services =>
        AuditVerifier.VerifyAsync(services.GetRequiredService<CommuneContext>(), CancellationToken.None));

    public static Task<int> SqlAsync(this PlatformHost host, string sql) => host.InCommuneAsync("demnate", services =>
        services.GetRequiredService<CommuneContext>().Database.ExecuteSqlRawAsync(sql));
}
