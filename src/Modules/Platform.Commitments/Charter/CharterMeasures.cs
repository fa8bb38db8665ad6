using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.FollowUp;
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

    public const string PromotingShare = "charter.promoting-share";
    public const string Uses = "charter.uses";
    public const string UseRungs = "charter.use-rungs";
    public const string Difficulties = "charter.use-difficulties";

    public IReadOnlyList<MeasureDefinition> Measures { get; } =
    [
        new(InForce, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Commitments, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Signatories, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Associations, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(PromotingShare, 1, MeasureValue.Percentage, PeriodBehaviour.Stock),
        new(Uses, 1, MeasureValue.Count, PeriodBehaviour.Flow),
        new(UseRungs, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(Difficulties, 1, MeasureValue.Count, PeriodBehaviour.Flow),
    ];

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var measured = new Dictionary<string, Measurement>();
        IReadOnlyList<MeasureRow>? signatories = null;
        IReadOnlyList<CharterUse>? uses = null;
        foreach (var key in keys)
        {
            IReadOnlyList<MeasureRow> rows;
            if (key is Signatories or Associations)
            {
                signatories ??= await SignatoryRowsAsync(period.End, cancellation);
                rows = Of(key, signatories);
            }
            else if (key is Uses or UseRungs or Difficulties)
            {
                uses ??= await UsesAsync(period, cancellation);
                rows = Of(key, uses);
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
        PromotingShare => await PromotingRowsAsync(period.End, cancellation),
        Uses or UseRungs or Difficulties => Of(key, await UsesAsync(period, cancellation)),
        _ => Of(key, await SignatoryRowsAsync(period.End, cancellation)),
    };

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key)
        ?? throw new ArgumentException($"'{key}' is no measure of the charter.", nameof(key));

    private static IReadOnlyList<MeasureRow> Of(string key, IReadOnlyList<MeasureRow> signatories) =>
        key == Associations ? [.. signatories.Where(row => row.State == StateOf(SignatoryKind.Association))] : signatories;

    /// <summary>The version that was in force on this day: the last one adopted by then.</summary>
    private IQueryable<CharterVersion> VersionOn(DateOnly day) => db.Set<CharterVersion>().AsNoTracking().Published()
        .Where(version => version.AdoptedOn <= day)
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
            .Where(signatory => signatory.SignedOn <= end && (signatory.WithdrawnOn == null || signatory.WithdrawnOn > end))
            .OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id)
            .Select(signatory => new { signatory.Id, signatory.Name, signatory.Kind, signatory.SignedOn })
            .ToListAsync(cancellation);
        return [.. signatories.Select(signatory => new MeasureRow(
            $"signatory:{signatory.Id}", 1, 0, signatory.Name, "/charter/signatories", signatory.SignedOn, StateOf(signatory.Kind)))];
    }

    private static IReadOnlyList<MeasureRow> Of(string key, IReadOnlyList<CharterUse> uses) => key switch
    {
        Uses => [.. uses.Select(RowOf)],
        Difficulties => [.. uses.Where(use => use.Difficulties is not null).Select(RowOf)],

        // Of each rung that was reached, the first process that reached it.
        _ => [.. uses.GroupBy(use => use.Rung).OrderBy(group => group.Key).Select(group => RowOf(group.First()) with { Key = $"rung:{StateOf(group.Key)}" })],
    };

    private static MeasureRow RowOf(CharterUse use) =>
        new($"charter-use:{use.Id}", 1, 0, use.Process, $"/charter/follow-up#use-{use.Id}", use.UsedOn, StateOf(use.Rung));

    private async Task<IReadOnlyList<CharterUse>> UsesAsync(Period period, CancellationToken cancellation) =>
        await db.Set<CharterUse>().AsNoTracking()
            .Where(use => use.RemovedAt == null && use.UsedOn >= period.Start && use.UsedOn <= period.End)
            .OrderBy(use => use.UsedOn).ThenBy(use => use.Id).ToListAsync(cancellation);

    /// <summary>Every association that has signed; it counts once it has helped to make the charter known.</summary>
    private async Task<IReadOnlyList<MeasureRow>> PromotingRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var helped = (await db.Set<CommunicationAction>().AsNoTracking()
                .Where(action => action.RemovedAt == null && action.DoneOn <= end)
                .SelectMany(action => action.Helpers.Select(helper => helper.Id))
                .Distinct()
                .ToListAsync(cancellation))
            .ToHashSet();
        return [.. (await SignatoryRowsAsync(end, cancellation))
            .Where(row => row.State == StateOf(SignatoryKind.Association))
            .Select(row => helped.Contains(int.Parse(row.Key["signatory:".Length..], CultureInfo.InvariantCulture))
                ? row with { Numerator = 1, Denominator = 1, State = "helped" }
                : row with { Numerator = 0, Denominator = 1, State = "not-yet" })];
    }

    private static string StateOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
