using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>Figures of the charter, as they stood at the end of a period.</summary>
internal sealed class CharterMeasures(CommuneContext db, CharterFigures figures) : IMeasureSource
{
    public const string InForce = "charter.in-force";
    public const string Commitments = "charter.commitments";
    public const string Signatories = "charter.signatories";
    public const string Associations = "charter.signatory-associations";

    public const string PromotingShare = "charter.promoting-share";
    public const string Uses = "charter.uses";
    public const string UseRungs = "charter.use-rungs";
    public const string Difficulties = "charter.use-difficulties";

    private static readonly Func<CommuneContext, DateOnly, CancellationToken, Task<List<Signed>>> SignedBy = Prepared.Query((CommuneContext db, DateOnly end) =>
        db.Set<Signatory>()
            .Where(signatory => signatory.SignedOn <= end && (signatory.WithdrawnOn == null || signatory.WithdrawnOn > end))
            .OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id)
            .Select(signatory => new Signed(signatory.Id, signatory.Name, signatory.Kind, signatory.SignedOn)));

    private static readonly Func<CommuneContext, DateOnly, DateOnly, CancellationToken, Task<List<CharterUse>>> UsedIn = Prepared.Query(
        (CommuneContext db, DateOnly start, DateOnly end) => db.Set<CharterUse>().AsNoTracking()
            .Where(use => use.RemovedAt == null && use.UsedOn >= start && use.UsedOn <= end)
            .OrderBy(use => use.UsedOn).ThenBy(use => use.Id));

    private static readonly MeasureDefinition[] Published =
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

    public IReadOnlyList<MeasureDefinition> Measures => Published;

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        var rows = await ReadAsync(keys, period, cancellation);
        return rows.ToDictionary(pair => pair.Key, pair => Measurement.Of(Definition(pair.Key), pair.Value), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) =>
        (await ReadAsync([key], period, cancellation))[key];

    /// <summary>The rows of several measures: what more than one of them is made of is read once.</summary>
    private async Task<Dictionary<string, IReadOnlyList<MeasureRow>>> ReadAsync(IEnumerable<string> keys, Period period, CancellationToken cancellation)
    {
        IReadOnlyList<CharterHead>? version = null;
        IReadOnlyList<MeasureRow>? signatories = null;
        IReadOnlyList<CharterUse>? uses = null;
        var rows = new Dictionary<string, IReadOnlyList<MeasureRow>>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            rows[key] = Definition(key).Key switch
            {
                InForce => VersionRows(version ??= await VersionAsync(period.End, cancellation)),
                Commitments => await CommitmentRowsAsync(version ??= await VersionAsync(period.End, cancellation), cancellation),
                PromotingShare => await PromotingRowsAsync(signatories ??= await SignatoryRowsAsync(period.End, cancellation), period.End, cancellation),
                Uses or UseRungs or Difficulties => Of(key, uses ??= await UsesAsync(period, cancellation)),
                _ => Of(key, signatories ??= await SignatoryRowsAsync(period.End, cancellation)),
            };
        }

        return rows;
    }

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key)
        ?? throw new ArgumentException($"'{key}' is no measure of the charter.", nameof(key));

    private static IReadOnlyList<MeasureRow> Of(string key, IReadOnlyList<MeasureRow> signatories) =>
        key == Associations ? [.. signatories.Where(row => row.State == StateOf(SignatoryKind.Association))] : signatories;

    /// <summary>The version that was in force on this day, the last one adopted by then; nothing where none was.</summary>
    private async Task<IReadOnlyList<CharterHead>> VersionAsync(DateOnly day, CancellationToken cancellation) =>
        [.. (await figures.AllAsync(cancellation)).Where(version => version.IsPublished && version.AdoptedOn <= day).Take(1)];

    private static IReadOnlyList<MeasureRow> VersionRows(IReadOnlyList<CharterHead> versions) =>
        [.. versions.Select(version => new MeasureRow(
            $"charter:{version.Number}", 1, 0, version.Title, $"/charter/versions/{version.Number}", version.AdoptedOn, "in-force"))];

    private async Task<IReadOnlyList<MeasureRow>> CommitmentRowsAsync(IReadOnlyList<CharterHead> versions, CancellationToken cancellation)
    {
        if (versions is not [var version])
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
        var signatories = await SignedBy(db, end, cancellation);
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
        await UsedIn(db, period.Start, period.End, cancellation);

    /// <summary>Every association that has signed; it counts once it has helped to make the charter known.</summary>
    private async Task<IReadOnlyList<MeasureRow>> PromotingRowsAsync(IReadOnlyList<MeasureRow> signatories, DateOnly end, CancellationToken cancellation)
    {
        var associations = Of(Associations, signatories);
        if (associations.Count == 0)
        {
            return [];
        }

        var helped = (await db.Set<CommunicationAction>().AsNoTracking()
                .Where(action => action.RemovedAt == null && action.DoneOn <= end)
                .SelectMany(action => action.Helpers.Select(helper => helper.Id))
                .Distinct()
                .ToListAsync(cancellation))
            .ToHashSet();
        return [.. associations
            .Select(row => helped.Contains(int.Parse(row.Key["signatory:".Length..], CultureInfo.InvariantCulture))
                ? row with { Numerator = 1, Denominator = 1, State = "helped" }
                : row with { Numerator = 0, Denominator = 1, State = "not-yet" })];
    }

    private static string StateOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed record Signed(int Id, LocalizedText Name, SignatoryKind Kind, DateOnly SignedOn);
}
