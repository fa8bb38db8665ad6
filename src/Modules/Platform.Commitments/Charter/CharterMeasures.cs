using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>Figures of the charter, as they stood at the end of a period.</summary>
internal sealed class CharterMeasures(CommuneContext db) : IMeasureSource
{
    public const string InForce = "charter.in-force";
    public const string Commitments = "charter.commitments";
    public const string Signatories = "charter.signatories";
    public const string Associations = "charter.signatory-associations";

    public IReadOnlyList<MeasureDefinition> Measures { get; } =
    [
        new(InForce, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Commitments, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Signatories, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Associations, 1, MeasureValue.Count, PeriodBehaviour.Stock),
    ];

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var measured = new Dictionary<string, Measurement>();
        IReadOnlyList<MeasureRow>? signatories = null;
        foreach (var key in keys)
        {
            IReadOnlyList<MeasureRow> rows;
            if (key is Signatories or Associations)
            {
                signatories ??= await SignatoryRowsAsync(period.End, cancellation);
                rows = Of(key, signatories);
            }
            else
            {
                rows = await RowsAsync(key, period, cancellation);
            }

            measured[key] = Measurement.Of(Definition(key), rows);
        }

        return measured;
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) => Definition(key).Key switch
    {
        InForce => await VersionRowsAsync(period.End, cancellation),
        Commitments => await CommitmentRowsAsync(period.End, cancellation),
        _ => Of(key, await SignatoryRowsAsync(period.End, cancellation)),
    };

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key)
        ?? throw new ArgumentException($"'{key}' is no measure of the charter.", nameof(key));

    private static IReadOnlyList<MeasureRow> Of(string key, IReadOnlyList<MeasureRow> signatories) =>
        key == Associations ? [.. signatories.Where(row => row.State == StateOf(SignatoryKind.Association))] : signatories;

    /// <summary>The version that was in force on this day: the last one adopted by then.</summary>
    private IQueryable<CharterVersion> VersionOn(DateOnly day) => db.Set<CharterVersion>().AsNoTracking()
        .Where(version => version.State != CharterState.Draft && version.AdoptedOn <= day)
        .OrderByDescending(version => version.AdoptedOn).ThenByDescending(version => version.Number)
        .Take(1);

    private async Task<IReadOnlyList<MeasureRow>> VersionRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var versions = await VersionOn(end).Select(version => new { version.Number, version.Title, version.AdoptedOn }).ToListAsync(cancellation);
        return [.. versions.Select(version => new MeasureRow(
            $"charter:{version.Number}", 1, 0, version.Title, $"/charter/versions/{version.Number}", version.AdoptedOn, "in-force"))];
    }

    private async Task<IReadOnlyList<MeasureRow>> CommitmentRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var version = await VersionOn(end).Select(version => new { version.Id, version.Number }).FirstOrDefaultAsync(cancellation);
        if (version is null)
        {
            return [];
        }

        var commitments = await db.Set<Commitment>().AsNoTracking()
            .Where(commitment => commitment.CharterVersionId == version.Id)
            .OrderBy(commitment => commitment.Position)
            .Select(commitment => new { commitment.Number, commitment.Party, commitment.Text })
            .ToListAsync(cancellation);
        return [.. commitments.Select(commitment => new MeasureRow(
            $"commitment:{version.Number}:{commitment.Number}", 1, 0, commitment.Text,
            $"/charter/versions/{version.Number}#{Commitment.AnchorOf(commitment.Number)}", null, StateOf(commitment.Party)))];
    }

    private async Task<IReadOnlyList<MeasureRow>> SignatoryRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var signatories = await db.Set<Signatory>().AsNoTracking()
            .Where(signatory => signatory.SignedOn <= end)
            .OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id)
            .Select(signatory => new { signatory.Id, signatory.Name, signatory.Kind, signatory.SignedOn })
            .ToListAsync(cancellation);
        return [.. signatories.Select(signatory => new MeasureRow(
            $"signatory:{signatory.Id}", 1, 0, signatory.Name, "/charter/signatories", signatory.SignedOn, StateOf(signatory.Kind)))];
    }

    private static string StateOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
