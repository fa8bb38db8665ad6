using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Commitments.Evaluations.Desk;

/// <summary>What the workspace may see of evaluations: the committee all of them, the team those of the documents that it is entrusted with.</summary>
internal sealed class EvaluationDesk(CommuneContext db, CurrentPerson person, CurrentCommune commune, TimeProvider time)
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    public DateTime Now => time.UtcNow();

    /// <summary>Documents whose evaluations this person opens, answers and publishes.</summary>
    public IReadOnlyList<Evaluated> Mine => [.. Shown.Where(about => person.May(about.Area()))];

    public bool IsCommittee => person.Is(Role.CommitteeMember);

    private IEnumerable<Evaluated> Shown => EvaluatedDocuments.All.Where(about => commune.Value.Profile.Has(about.Feature()));

    /// <summary>The latest period first.</summary>
    public async Task<IReadOnlyList<Evaluation>> AllAsync(CancellationToken cancellation)
    {
        List<Evaluated> visible = [.. IsCommittee ? Shown : Mine];
        return
        [
            .. (await db.Set<Evaluation>().AsNoTracking().Where(evaluation => visible.Contains(evaluation.About)).ToListAsync(cancellation))
                .OrderByDescending(evaluation => evaluation.Period.End).ThenBy(evaluation => evaluation.About),
        ];
    }

    /// <returns>None where there is none that this person may see.</returns>
    public async Task<Evaluation?> FindAsync(int id, CancellationToken cancellation) =>
        await db.Set<Evaluation>().FirstOrDefaultAsync(evaluation => evaluation.Id == id, cancellation) is { } evaluation
        && (IsCommittee || Mine.Contains(evaluation.About)) && commune.Value.Profile.Has(evaluation.About.Feature())
            ? evaluation
            : null;

    /// <summary>Periods that can be evaluated: the quarters and years that began lately, the latest first.</summary>
    public IReadOnlyList<Period> Periods()
    {
        var (quarter, year) = (Period.Containing(Today, Periodicity.Quarterly), Period.Containing(Today, Periodicity.Yearly));
        return [quarter, quarter.Previous(), quarter.Previous().Previous(), quarter.Previous().Previous().Previous(), year, year.Previous()];
    }
}
