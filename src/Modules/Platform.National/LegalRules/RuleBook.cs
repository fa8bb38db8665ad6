using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Law;

namespace Platform.National.LegalRules;

/// <summary>The rules as pages and other rooms read them: few enough to be read whole.</summary>
internal sealed class RuleBook(NationalContext db) : ILegalRules
{
    private IReadOnlyList<Rule>? known;

    public async Task<LegalRule?> AsOfAsync(string code, DateOnly day, CancellationToken cancellation) =>
        (await KnownAsync(cancellation)).FirstOrDefault(rule => rule.Code == code) is { } rule && rule.AsOf(day) is { } value ? rule.ToContract(value) : null;

    public async Task<IReadOnlyList<LegalRule>> AllAsOfAsync(DateOnly day, CancellationToken cancellation) =>
    [
        .. from rule in await KnownAsync(cancellation)
           let value = rule.AsOf(day)
           where value is not null
           select rule.ToContract(value),
    ];

    /// <summary>Every rule with every value, by topic and place.</summary>
    public async Task<IReadOnlyList<Rule>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await db.Set<Rule>().AsNoTracking().Include(rule => rule.Values).ToListAsync(cancellation))
            .OrderBy(rule => rule.Topic).ThenBy(rule => rule.Position).ThenBy(rule => rule.Id),
    ];

    public Task<Rule?> FindAsync(string code, CancellationToken cancellation) =>
        db.Set<Rule>().Include(rule => rule.Values).SingleOrDefaultAsync(rule => rule.Code == code, cancellation);

    /// <summary>A list of cases asks for the day of each: the rules are read once for one request or job.</summary>
    private async ValueTask<IReadOnlyList<Rule>> KnownAsync(CancellationToken cancellation) => known ??= await AllAsync(cancellation);
}
