using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Charters;

namespace Platform.National.CharterModels;

/// <summary>The published model as rooms of communes read it.</summary>
internal sealed class ModelCharters(NationalContext db) : IModelCharters
{
    private IQueryable<CharterModel> Published => db.Set<CharterModel>().AsNoTracking().Where(model => model.PublishedAt != null);

    public async Task<ModelCharter?> LatestAsync(CancellationToken cancellation) =>
        (await Published.Include(model => model.Sections).OrderByDescending(model => model.Number).FirstOrDefaultAsync(cancellation))?.ToContract();

    public async Task<ModelCharter?> VersionAsync(int number, CancellationToken cancellation) =>
        (await Published.Include(model => model.Sections).OrderBy(model => model.Number).FirstOrDefaultAsync(model => model.Number == number, cancellation))?.ToContract();

    public async Task<int> LatestNumberAsync(CancellationToken cancellation) =>
        await Published.MaxAsync(model => (int?)model.Number, cancellation) ?? 0;
}
