using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Identity.Accounts;

/// <summary>
/// The one place that decides whose accounts are meant: in a commune's scope those in the commune's own database, elsewhere the national ones. There is
/// no query that could reach another site's.
/// </summary>
internal sealed class SiteAccounts(IServiceProvider services, CurrentCommune commune, CurrentSite site)
{
    /// <summary>The site as sign-ins, links and tokens name it: <c>national</c>, <c>commune:demnate</c>.</summary>
    public string Name => commune.IsKnown(out var known) ? PersonClaims.CommuneSite + known.Slug : PersonClaims.NationalSite;

    public bool IsNational => !commune.IsKnown(out _);

    /// <summary>The site as people call it.</summary>
    public LocalizedText DisplayName => commune.IsKnown(out var known)
        ? known.Name
        : BothLanguages.Of(typeof(AccountsTexts), "NationalSite");

    /// <summary>The root of the site's address, without a final slash.</summary>
    public string Address => commune.IsKnown(out var known) ? known.Address : site.NationalAddress;

    public DbContext Db => commune.IsKnown(out _) ? services.GetRequiredService<CommuneContext>() : services.GetRequiredService<NationalContext>();

    public IReadOnlyList<Role> Roles => IsNational ? Accounts.Roles.OfNation : Accounts.Roles.OfCommune;
}
