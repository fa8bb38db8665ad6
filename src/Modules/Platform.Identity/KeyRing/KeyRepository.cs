using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Identity.KeyRing;

/// <summary>Keeps the ring of keys in the national database: every instance has the same one, and it outlives each of them.</summary>
internal sealed class KeyRepository(IServiceScopeFactory scopes, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<NationalContext>().Set<ProtectionKey>().AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).ToList();
        return keys.ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting), time.UtcNow()));
        db.SaveChanges();
    }
}
