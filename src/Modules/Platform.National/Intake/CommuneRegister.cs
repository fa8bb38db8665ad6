using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;

namespace Platform.National.Intake;

/// <summary>Keeps a commune's line in the national register as the catalog has it.</summary>
internal sealed class CommuneRegister(NationalContext db, ICommuneCatalog catalog)
{
    private const int RegionCodeLength = 2;

    /// <summary>Adds the line or brings it up to date in the context; the caller saves.</summary>
    public async Task EnterAsync(Commune commune, CancellationToken cancellation)
    {
        var listed = await catalog.FindAsync(commune.Code, cancellation)
            ?? new ListedCommune(commune, commune.Code[..RegionCodeLength], Open: true, Confirmed: true, null, []);
        if (await db.Set<NationalCommune>().FirstOrDefaultAsync(line => line.Code == commune.Code, cancellation) is { } line)
        {
            line.Follow(listed);
            return;
        }

        db.Add(NationalCommune.Of(listed));
    }
}
