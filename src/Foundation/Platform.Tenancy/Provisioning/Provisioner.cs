using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Directory;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Provisioning;

/// <summary>
/// Brings communes to life: a row in the catalog, a database with the current schema, and what tenants/ holds for them. Doing it again adds what is
/// missing and overwrites nothing.
/// </summary>
public sealed class Provisioner(
    IServiceScopeFactory scopes, TenantStore store, ForEachCommune forEach, IDatabaseEngine engine, SeedRoot seeds, IOptions<SiteOptions> site, TimeProvider time)
{
    public const string Actor = "system:provisioning";

    /// <summary>Creates the national database or brings its schema up to date.</summary>
    public async Task MigrateNationalAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await engine.MigrateAsync(scope.ServiceProvider.GetRequiredService<NationalContext>(), cancellation);
    }

    /// <summary>Reads every folder of tenants/: brings what the nation keeps into its database, and enters in the catalog the communes that it lacks.</summary>
    /// <exception cref="SeedException">A folder has mistakes; those without are entered all the same.</exception>
    public async Task EnterFoldersAsync(CancellationToken cancellation)
    {
        var problems = new List<SeedProblem>();
        try
        {
            await SeedNationAsync(cancellation);
        }
        catch (SeedException error)
        {
            problems.AddRange(error.Problems);
        }

        try
        {
            // Nobody opens it before a charter is begun: its mistakes would show in a page.
            _ = new StandardCharter(seeds).Headings;
        }
        catch (SeedException error)
        {
            problems.AddRange(error.Problems);
        }

        foreach (var slug in seeds.Slugs)
        {
            try
            {
                await EnterFolderAsync(slug, cancellation);
            }
            catch (SeedException error)
            {
                problems.AddRange(error.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new SeedException(problems);
        }
    }

    /// <summary>Enters one commune of the official directory, from its folder where it has one.</summary>
    /// <returns>Its slug, and whether it was not there yet.</returns>
    /// <exception cref="SeedException">Its folder has mistakes.</exception>
    public async Task<(string Slug, bool New)> EnterAsync(DirectoryEntry entry, CancellationToken cancellation)
    {
        if (seeds.Open(entry.Slug).Exists)
        {
            return await EnterFolderAsync(entry.Slug, cancellation);
        }

        return (entry.Slug, await EnterAsync(new CommuneFile(entry.Slug, entry, 1, true, null, CommuneFile.DefaultAccent, [], []), cancellation));
    }

    /// <summary>Enters the commune of a folder of tenants/.</summary>
    /// <returns>Its slug, and whether it was not there yet.</returns>
    /// <exception cref="SeedException">The folder has mistakes.</exception>
    public async Task<(string Slug, bool New)> EnterFolderAsync(string slug, CancellationToken cancellation)
    {
        var folder = seeds.Open(slug);
        var file = CommuneFile.Read(folder);
        await RefuseTakenHostsAsync(folder, file, cancellation);
        folder.ThrowIfWrong();
        return (slug, await EnterAsync(file!, cancellation));
    }

    /// <summary>Migrates and seeds each of these communes, side by side; one that fails keeps its state and its error, the others go on.</summary>
    /// <param name="anew">Whether a database that was there and is lost is made again, with what tenants/ holds. Otherwise its commune fails: somebody has to hear of the loss.</param>
    public Task<IReadOnlyList<CommuneOutcome>> ProvisionAsync(
        IEnumerable<Commune> communes, FanOutLimits limits, Action<CommuneOutcome>? report, CancellationToken cancellation, bool anew = false) =>
        forEach.RunAsync(
            "provision", communes, (services, stop) => ProvisionOneAsync(services, seed: true, anew, stop), limits, outcome => Settle(outcome, report), cancellation);

    /// <summary>Migrates each of these communes and leaves its content alone.</summary>
    public Task<IReadOnlyList<CommuneOutcome>> MigrateAsync(
        IEnumerable<Commune> communes, FanOutLimits limits, Action<CommuneOutcome>? report, CancellationToken cancellation) =>
        forEach.RunAsync(
            "migrate", communes, (services, stop) => ProvisionOneAsync(services, seed: false, anew: false, stop), limits, outcome => Settle(outcome, report), cancellation);

    private void Settle(CommuneOutcome outcome, Action<CommuneOutcome>? report)
    {
        if (outcome.Error is { } error)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
            if (db.Set<TenantInfo>().SingleOrDefault(tenant => tenant.Slug == outcome.Commune.Slug) is { } tenant)
            {
                tenant.Failed(error.Message);
                db.SaveChanges();
            }
        }

        report?.Invoke(outcome);
    }

    private async Task ProvisionOneAsync(IServiceProvider services, bool seed, bool anew, CancellationToken cancellation)
    {
        var commune = services.GetRequiredService<CurrentCommune>().Value;
        var db = services.GetRequiredService<CommuneContext>();
        await using var scope = scopes.CreateAsyncScope();
        var national = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var tenant = await national.Set<TenantInfo>().SingleAsync(tenant => tenant.Slug == commune.Slug, cancellation);
        if (!anew && tenant.SchemaVersion is not null)
        {
            await RefuseLostAsync(db, cancellation);
        }

        var schema = await engine.MigrateAsync(db, cancellation);
        if (seed)
        {
            try
            {
                await SeedAsync(services, commune, cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process does the same in this moment, and was faster: what it brought is there, and what it lacks is added.
                db.ChangeTracker.Clear();
                await SeedAsync(services, commune, cancellation);
            }
        }

        var before = tenant.State;
        tenant.Provisioned(schema, time.UtcNow());
        await national.SaveChangesAsync(cancellation);
        if (tenant.State != before)
        {
            store.Forget();
        }
    }

    /// <summary>A migration would make an empty database in the place of one that was lost, and nobody would hear of the loss.</summary>
    private static async Task RefuseLostAsync(CommuneContext db, CancellationToken cancellation)
    {
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellation)).Any())
        {
            throw new InvalidOperationException(
                "its database is missing or empty. Restore it from a backup; where there is none, communes provision --commune … --anew makes a new one from tenants/.");
        }
    }

    private async Task SeedNationAsync(CancellationToken cancellation)
    {
        try
        {
            await SeedNationOnceAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another process starts in this moment, and was faster: what it brought is there, and what it lacks is added.
            await SeedNationOnceAsync(cancellation);
        }
    }

    private async Task SeedNationOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var standard = seeds.Standard;
        foreach (var seeder in scope.ServiceProvider.GetServices<INationalSeeder>())
        {
            await seeder.SeedAsync(standard, cancellation);
        }

        standard.ThrowIfWrong();
        if (db.ChangeTracker.HasChanges())
        {
            db.Add(AuditEntry.Of(time.UtcNow(), Actor, "nation.seeded", "nation:standard"));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task SeedAsync(IServiceProvider services, Commune commune, CancellationToken cancellation)
    {
        var folder = seeds.Open(commune.Slug);
        var db = services.GetRequiredService<CommuneContext>();
        foreach (var seeder in services.GetServices<ICommuneSeeder>().OrderBy(seeder => seeder.Order))
        {
            await seeder.SeedAsync(folder, cancellation);
        }

        folder.ThrowIfWrong();
        if (db.ChangeTracker.HasChanges())
        {
            db.Add(AuditEntry.Of(time.UtcNow(), Actor, "commune.seeded", $"commune:{commune.Slug}"));
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>A host leads to one site: neither to two communes, nor away from the national one.</summary>
    private async Task RefuseTakenHostsAsync(SeedFolder folder, CommuneFile? file, CancellationToken cancellation)
    {
        if (file is not { Hosts.Count: > 0 })
        {
            return;
        }

        var others = (await store.AllAsync(cancellation)).Where(tenant => tenant.Commune.Slug != file.Slug).ToList();
        foreach (var host in file.Hosts)
        {
            var taken = IsHost(site.Value.BaseHost) ? "the national site"
                : others.Find(other => other.ExactHosts.Any(IsHost) || IsHost($"{other.Commune.Slug}.{site.Value.BaseHost}"))?.Commune.Slug;
            if (taken is not null)
            {
                folder.Refuse("commune.yaml", 1, $"The host '{host}' leads to {taken}: choose another.");
            }

            bool IsHost(string known) => string.Equals(known, host, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <returns>False where it is there already.</returns>
    private async Task<bool> EnterAsync(CommuneFile file, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var there = db.Set<TenantInfo>().Where(tenant => tenant.Code == file.Entry.Code || tenant.Slug == file.Slug);
        var here = await there.Select(tenant => tenant.Slug).ToListAsync(cancellation);
        if (here.Contains(file.Slug))
        {
            return false;
        }

        // Two folders with one code: the second would be passed over without a word.
        if (here is [var other, ..])
        {
            throw new SeedException([new(
                $"{file.Slug}/{CommuneFile.FileName}", file.CodeLine, $"The code '{file.Entry.Code}' is that of {other}: look up this one's with: communes list --all.")]);
        }

        var now = time.UtcNow();
        var tenant = TenantInfo.Add(file.Entry, file.Slug, file.Accent, file.Hosts, now);
        tenant.Memberships.AddRange(file.Memberships);
        if (!file.Confirmed)
        {
            tenant.LeaveUnconfirmed(file.ConfirmationNote);
        }

        db.Add(tenant);
        db.Add(AuditEntry.Of(now, Actor, "commune.added", $"commune:{file.Slug}"));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else, or another process that starts, entered it in this moment.
            db.ChangeTracker.Clear();
            if (await there.AnyAsync(cancellation))
            {
                return false;
            }

            throw;
        }

        store.Forget();
        return true;
    }
}
