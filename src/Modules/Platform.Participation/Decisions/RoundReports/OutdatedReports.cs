using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Questions;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>
/// Finds published reports that are older than the last act that they tell of, and wishes for new ones: a process that ended between an act and the wish for its report
/// (<see cref="RoundReportShelf.WantAsync"/>) leaves one behind that nobody would make anew. The acts are those of the audit trail, which were saved with what they changed.
/// </summary>
internal sealed class OutdatedReports(CommuneContext db, TimeProvider time)
{
    /// <summary>Ids that one question to the database carries.</summary>
    private const int Many = 1000;

    /// <summary>An act carries an instant of a moment before it was saved: a report that was begun in between did not know it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public async Task WishAsync(CancellationToken cancellation)
    {
        var published = await db.Set<Consultation>().AsNoTracking().Where(consultation => consultation.ReportedAt != null)
            .Select(consultation => new { consultation.Id, consultation.Slug }).ToListAsync(cancellation);
        if (published.Count == 0)
        {
            return;
        }

        var newest = (await db.Set<RoundReport>().AsNoTracking()
                .Select(report => new { report.ConsultationId, report.Version, report.AsOf, report.FinishedAt }).ToListAsync(cancellation))
            .GroupBy(report => report.ConsultationId).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Version)!);
        var finished = newest.Values.Where(report => report.FinishedAt is not null).ToList();
        var acts = finished.Count == 0
            ? []
            : await LastActsAsync(finished.Min(report => report.AsOf!.Value), published.ToDictionary(one => one.Slug, one => one.Id, StringComparer.Ordinal), cancellation);
        foreach (var consultation in published)
        {
            // One that is not finished is made in any case, and tells what there is then.
            if (!newest.TryGetValue(consultation.Id, out var report)
                || (report.FinishedAt is not null && acts.TryGetValue(consultation.Id, out var last) && last > report.AsOf!.Value - Settling))
            {
                await WishAsync(consultation.Id, (report?.Version ?? 0) + 1, cancellation);
            }
        }
    }

    private async Task WishAsync(int consultation, int version, CancellationToken cancellation)
    {
        var wanted = RoundReport.Wanted(consultation, version, time.UtcNow());
        db.Add(wanted);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody asked for it in this moment.
            db.Entry(wanted).State = EntityState.Detached;
        }
    }

    /// <summary>The last act on each consultation since the oldest report.</summary>
    private async Task<Dictionary<int, DateTime>> LastActsAsync(DateTime oldest, Dictionary<string, int> bySlug, CancellationToken cancellation)
    {
        var since = oldest - Settling;
        var acts = await db.Set<AuditEntry>().AsNoTracking()
            .Where(act => act.At > since && (act.Verb.StartsWith("remark.") || act.Verb.StartsWith("decision.") || act.Verb.StartsWith("idea.") || act.Verb.StartsWith("theme.")
                || act.Verb.StartsWith("round.") || act.Verb.StartsWith("words.")))
            .GroupBy(act => act.Subject).Select(group => new { Subject = group.Key, At = group.Max(act => act.At) }).ToListAsync(cancellation);
        var on = acts.Select(act => (Kind: act.Subject.Split(':')[0], Name: act.Subject[(act.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..], act.At)).ToList();
        var last = new Dictionary<int, DateTime>();
        foreach (var (_, slug, at) in on.Where(act => act.Kind is "round" or "words"))
        {
            Note(bySlug.GetValueOrDefault(slug), at);
        }

        await NoteAsync(["remark", "idea"], ids => db.Set<Remark>().Where(remark => ids.Contains(remark.Id)).ToDictionaryAsync(remark => remark.Id, remark => remark.ConsultationId, cancellation));
        await NoteAsync(["words"], ids => db.Set<GivenAnswer>().Where(answer => ids.Contains(answer.Id)).ToDictionaryAsync(answer => answer.Id, answer => answer.ConsultationId, cancellation));
        await NoteAsync(["decision"], ids => db.Set<Decision>().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.ConsultationId, cancellation));
        await NoteAsync(["theme"], ids => db.Set<Theme>().Where(theme => ids.Contains(theme.Id)).ToDictionaryAsync(theme => theme.Id, theme => theme.ConsultationId, cancellation));
        return last;

        async Task NoteAsync(string[] kinds, Func<List<int>, Task<Dictionary<int, int>>> consultations)
        {
            // Of a consultation as a whole its name stands there, and no number.
            var known = on.Where(act => kinds.Contains(act.Kind))
                .Select(act => (Id: int.TryParse(act.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, act.At)).Where(act => act.Id > 0);
            foreach (var some in known.Chunk(Many))
            {
                var of = await consultations([.. some.Select(act => act.Id).Distinct()]);
                foreach (var (id, at) in some)
                {
                    if (of.TryGetValue(id, out var consultation))
                    {
                        Note(consultation, at);
                    }
                    else
                    {
                        // A theme that is no more: whose it was, nobody knows.
                        foreach (var any in bySlug.Values)
                        {
                            Note(any, at);
                        }
                    }
                }
            }
        }

        void Note(int consultation, DateTime at) => last[consultation] = last.TryGetValue(consultation, out var known) && known > at ? known : at;
    }
}
