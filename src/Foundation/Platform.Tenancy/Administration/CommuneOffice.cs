using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Directory;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.Tenancy.Administration;

/// <summary>What operators do with communes. Their commands and their pages both end here; who acts is said by the scope.</summary>
public sealed class CommuneOffice(
    NationalContext db, TenantStore store, Provisioner provisioner, SeedRoot seeds, CommuneScopes scopes, AuditTrail audit, CurrentPerson person,
    LongWork work, IOptions<SiteOptions> site) : ICommuneOffice
{
    public async Task<IReadOnlyList<OfficeCommune>> AllAsync(CancellationToken cancellation)
    {
        var tenants = (await store.AllAsync(cancellation)).ToDictionary(tenant => tenant.Commune.Slug, StringComparer.Ordinal);
        var records = await db.Set<TenantInfo>().AsNoTracking()
            .Select(record => new { record.Slug, record.RegionCode, record.State, record.AddedAt, record.ProvisionedAt, record.LastError })
            .ToListAsync(cancellation);
        return
        [
            .. from record in records
               where tenants.ContainsKey(record.Slug)
               select new OfficeCommune(
                   tenants[record.Slug].Commune, record.RegionCode, record.State, record.AddedAt, record.ProvisionedAt, record.LastError,
                   work.IsUnderWay(MakingOf(record.Slug))),
        ];
    }

    public async Task<OfficeCommune?> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await store.BySlugAsync(slug, cancellation) is not { } tenant)
        {
            return null;
        }

        var record = await db.Set<TenantInfo>().AsNoTracking().SingleAsync(record => record.Slug == slug, cancellation);
        return new(tenant.Commune, record.RegionCode, record.State, record.AddedAt, record.ProvisionedAt, record.LastError, work.IsUnderWay(MakingOf(slug)));
    }

    public async Task<IReadOnlyList<DirectoryCommune>> SearchAsync(string words, int most, CancellationToken cancellation)
    {
        var here = await HereAsync(cancellation);
        return [.. CommuneDirectory.Search(words, most).Select(entry => Of(entry, here))];
    }

    public async Task<DirectoryCommune?> OfDirectoryAsync(string code, CancellationToken cancellation) =>
        CommuneDirectory.ByCode(code) is { } entry ? Of(entry, await HereAsync(cancellation)) : null;

    public async Task<CommuneAdded> AddAsync(string code, string reason, CancellationToken cancellation)
    {
        CommuneAdded added;
        try
        {
            added = await EnterAsync(code, reason, cancellation);
        }
        catch (SeedException error)
        {
            return new(CommuneAddition.WrongFiles, null, [.. error.Problems.Select(problem => problem.ToString())]);
        }

        if (added.Addition == CommuneAddition.Added)
        {
            BeginMaking((await store.BySlugAsync(added.Slug!, cancellation))!.Commune);
        }

        return added;
    }

    /// <summary>Enters a commune in the catalog, from its folder where it has one; nothing is made of it yet.</summary>
    /// <param name="which">Slug or official code.</param>
    /// <exception cref="SeedException">Its folder has mistakes.</exception>
    public async Task<CommuneAdded> EnterAsync(string which, string? reason, CancellationToken cancellation)
    {
        store.Forget();
        var entry = CommuneDirectory.ByCode(which) ?? CommuneDirectory.BySlug(which);
        var known = (await store.AllAsync(cancellation)).FirstOrDefault(tenant => tenant.Commune.Slug == which || tenant.Commune.Code == entry?.Code);
        if (known is not null)
        {
            return new(CommuneAddition.AlreadyHere, known.Commune.Slug, []);
        }

        (string Slug, bool New) entered;
        if (seeds.Slugs.Contains(which))
        {
            entered = await provisioner.EnterFolderAsync(which, cancellation);
        }
        else if (entry is not null)
        {
            entered = await provisioner.EnterAsync(entry, cancellation);
        }
        else
        {
            return new(CommuneAddition.Unknown, null, []);
        }

        if (!entered.New)
        {
            // An operator added it in this moment.
            store.Forget();
            return new(CommuneAddition.AlreadyHere, entered.Slug, []);
        }

        audit.RecordNationally("commune.added", SubjectOf(entered.Slug), reason);
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return new(CommuneAddition.Added, entered.Slug, []);
    }

    public async Task<bool> MakeAgainAsync(string slug, CancellationToken cancellation)
    {
        if (await store.BySlugAsync(slug, cancellation) is not { State: CommuneState.Provisioning or CommuneState.Active } tenant)
        {
            return false;
        }

        if (BeginMaking(tenant.Commune))
        {
            audit.RecordNationally("communes.provisioned", SubjectOf(slug));
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    public Task<bool> SuspendAsync(string slug, string reason, CancellationToken cancellation) =>
        ChangeAsync(slug, tenant => tenant.Suspend(), "commune.suspended", reason, cancellation);

    public Task<bool> ResumeAsync(string slug, string reason, CancellationToken cancellation) =>
        ChangeAsync(slug, tenant => tenant.Resume(), "commune.resumed", reason, cancellation);

    public async Task<InvitationResult?> InviteAsync(string slug, InvitationRequest request, CancellationToken cancellation)
    {
        if (await store.BySlugAsync(slug, cancellation) is not { } tenant || tenant.State == CommuneState.Provisioning)
        {
            return null;
        }

        await using var scope = scopes.Create(tenant.Commune);
        scope.ServiceProvider.GetRequiredService<CurrentSite>().NationalAddress = site.Value.AddressOf(site.Value.BaseHost);
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActsAs(person);
        var result = await scope.ServiceProvider.GetRequiredService<IInvitations>().InviteAsync(request, cancellation);
        if (result.State == InvitationState.Sent)
        {
            // The commune's own trail has it with the invitation. The nation knows that its operator let somebody in, and not whom.
            audit.RecordNationally("commune.member-invited", SubjectOf(slug), after: new { Role = request.Role.ToString() });
            await db.SaveChangesAsync(cancellation);
        }

        return result;
    }

    private static string SubjectOf(string slug) => $"commune:{slug}";

    private static string MakingOf(string slug) => $"making the site of {slug}";

    private static DirectoryCommune Of(DirectoryEntry entry, Dictionary<string, string> here) => new(
        entry.Code, here.GetValueOrDefault(entry.Code, entry.Slug), entry.Name, entry.Province, entry.Region, entry.Population, here.ContainsKey(entry.Code));

    private async Task<Dictionary<string, string>> HereAsync(CancellationToken cancellation) =>
        (await store.AllAsync(cancellation)).ToDictionary(tenant => tenant.Commune.Code, tenant => tenant.Commune.Slug, StringComparer.Ordinal);

    private bool BeginMaking(Commune commune) =>
        work.Begin(MakingOf(commune.Slug), stop => provisioner.ProvisionAsync([commune], FanOutLimits.Default, null, stop));

    private async Task<bool> ChangeAsync(string slug, Func<TenantInfo, bool> change, string verb, string reason, CancellationToken cancellation)
    {
        if (await db.Set<TenantInfo>().SingleOrDefaultAsync(record => record.Slug == slug, cancellation) is not { } record || !change(record))
        {
            return false;
        }

        audit.RecordNationally(verb, SubjectOf(slug), reason);
        await db.SaveChangesAsync(cancellation);
        store.Forget();
        return true;
    }
}
