using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>The whole way of one remark: what it is about, what was said, what was decided and why, what it changed.</summary>
[Feature(Feature.Consultations)]
internal sealed class RemarkSheetModel(RemarkReader reader, Undertakings undertakings, CommuneContext db, TimeProvider time) : CommunePage
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>Whether the remarks can be supported now.</summary>
    public bool IsOpen { get; private set; }

    public RemarkLine Remark { get; private set; } = null!;

    /// <summary>Its answer, once it is published.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>The activity or project that carries it out, and whether that is done.</summary>
    public (Undertaking What, bool Done)? Became { get; private set; }

    /// <summary>What prepared the answer: of each member the last opinion before it was published.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    /// <summary>How many others the answer is for.</summary>
    public int Together { get; private set; }

    /// <summary>Of an idea: the number of the one that it was put together with.</summary>
    public int? MergedWith { get; private set; }

    /// <summary>Of an idea: the numbers of those that were put together with it.</summary>
    public IReadOnlyList<int> PutTogether { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellation)
    {
        if (await reader.AnnouncedAsync(slug, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        Consultation = consultation;
        IsOpen = consultation.PhaseAt(time.UtcNow()) == ConsultationPhase.Open;
        HttpContext.ChangesAt(new[] { consultation }.NextChange(time.UtcNow()));
        var one = db.Set<Remark>().Where(remark => remark.Id == id && remark.ConsultationId == consultation.Id && remark.State == RemarkState.Shown && remark.Kind != RemarkKind.Priority);
        if ((await RemarkReader.LinesAsync(one, await reader.MattersAsync(consultation.Id, cancellation), cancellation)).SingleOrDefault() is not { } line)
        {
            return NotFound();
        }

        Remark = line;
        if (line is { Kind: RemarkKind.Idea, Matter: { } card })
        {
            var related = await db.Set<Remark>().AsNoTracking()
                .Where(other => other.ConsultationId == consultation.Id && other.Kind == RemarkKind.Idea && other.State == RemarkState.Shown
                    && (other.Matter!.Key == card.MergedInto || other.Matter.MergedInto == card.Key))
                .OrderBy(other => other.Id).Select(other => other.Id).ToListAsync(cancellation);
            MergedWith = card.MergedInto is null ? null : related.Cast<int?>().FirstOrDefault();
            PutTogether = card.MergedInto is null ? related : [];
        }

        if (line.AnsweredAt is not null)
        {
            Decision = await one.AsNoTracking().Select(remark => remark.Decision).SingleAsync(cancellation);
            var given = await db.Set<Opinion>().AsNoTracking().Where(opinion => opinion.RemarkId == id && opinion.At <= Decision!.PublishedAt)
                .OrderByDescending(opinion => opinion.Id).ToListAsync(cancellation);
            Opinions = [.. given.DistinctBy(opinion => opinion.Account)];
            Together = await db.Set<Remark>().CountAsync(
                remark => remark.DecisionId == Decision!.Id && remark.State == RemarkState.Shown && remark.Id != id, cancellation);
            if (Decision!.Became is { } key && await undertakings.FindAsync(key, cancellation) is { } became)
            {
                Became = (became, (await undertakings.CarriedOutAsync([key], time.TodayInMorocco(), cancellation)).Contains(key));
            }
        }

        return Page();
    }
}
