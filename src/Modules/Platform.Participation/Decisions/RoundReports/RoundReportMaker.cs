using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Meetings;
using Platform.Participation.Questions;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>
/// Makes reports of rounds, as a job of the commune. It keeps each piece as it goes: killed at any point and run again it goes on after the last one, and a
/// report that is finished, or that a newer one will replace, is left alone.
/// </summary>
internal sealed class RoundReportMaker(
    CommuneContext db, OutdatedReports outdated, RemarkReader reader, RoundCounter counter, CardCounter cards, ResultsReader results, RemarkTable table,
    RoundReportDocument document, TimeProvider time) : ICommuneJob
{
    public const string JobName = "round-report";

    public string Name => JobName;

    /// <summary>At night, whatever was left.</summary>
    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public static string KeyOf(int consultation, int version) => string.Create(CultureInfo.InvariantCulture, $"{consultation}.{version}");

    public static string RemarksIn(Language language) => "remarks-" + language.Tag;

    public static string WordIn(Language language) => "word-" + language.Tag;

    /// <param name="key">A consultation and the version of its report; anything else means whatever was begun or wanted and is not finished, or is older than what it tells of.</param>
    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        if (key.Split('.') is [var one, var other] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var consultation)
            && int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            await MakeAsync(consultation, version, cancellation);
            return;
        }

        await outdated.WishAsync(cancellation);
        foreach (var left in await db.Set<RoundReport>().AsNoTracking().Where(report => report.FinishedAt == null).OrderBy(report => report.Id).ToListAsync(cancellation))
        {
            await MakeAsync(left.ConsultationId, left.Version, cancellation);
        }
    }

    private async Task MakeAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { ReportedAt: not null } consultation
            || await BeginAsync(consultation, version, cancellation) is not { } report)
        {
            return;
        }

        var matters = await reader.MattersAsync(id, cancellation);
        if (!await ListAsync(consultation, report, matters, cancellation))
        {
            return;
        }

        var content = RoundContent.Of(
            await counter.CountAsync(consultation, matters, cancellation), await cards.CountAsync(consultation, matters, cancellation), await AnswersAsync(id, cancellation),
            await results.CountAsync(consultation, time.UtcNow(), cancellation)) with
        {
            Meetings = await MeetingsAsync(id, cancellation),
        };
        var answered = await results.FiguresAsync(consultation, content.Results!, cancellation);
        foreach (var language in Language.OfPages)
        {
            db.Add(RoundReportPart.Of(report, WordIn(language), 0, await Languages.SpeakingAsync(language, () => PackAsync(async packed =>
            {
                // A package is no stream: it is whole before it is packed.
                using var file = new MemoryStream();
                DocxFile.Write(file, document.Of(consultation, report, content, answered));
                await packed.WriteAsync(file.ToArray(), cancellation);
            }))));
        }

        report.Finish(content, time.UtcNow());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await ForgetFormerAsync(report, cancellation);
    }

    /// <returns>None where there is nothing to do: it is finished, or a newer one is wanted.</returns>
    private async Task<RoundReport?> BeginAsync(Consultation consultation, int version, CancellationToken cancellation)
    {
        var report = await db.Set<RoundReport>().FirstOrDefaultAsync(one => one.ConsultationId == consultation.Id && one.Version == version, cancellation);
        if (report?.FinishedAt is not null || await IsOldAsync(consultation.Id, version, cancellation))
        {
            return null;
        }

        report ??= db.Add(RoundReport.Wanted(consultation.Id, version, time.UtcNow())).Entity;
        if (report.AsOf is null)
        {
            report.Begin(await RemarkTable.Shown(db, consultation.Id).CountAsync(cancellation), time.UtcNow());
            await db.SaveChangesAsync(cancellation);
        }

        return report;
    }

    private Task<bool> IsOldAsync(int consultation, int version, CancellationToken cancellation) =>
        db.Set<RoundReport>().AnyAsync(newer => newer.ConsultationId == consultation && newer.Version > version, cancellation);

    /// <summary>The lists of remarks, piece by piece, in every language at once.</summary>
    /// <returns>False where a newer report is wanted by now.</returns>
    private async Task<bool> ListAsync(Consultation consultation, RoundReport report, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var first = RemarksIn(Language.Arabic);
        var kept = await db.Set<RoundReportPart>().Where(part => part.ReportId == report.Id && part.File == first).OrderByDescending(part => part.Number)
            .Select(part => new { part.Number, part.Last }).FirstOrDefaultAsync(cancellation);
        var (number, last) = kept is null ? (0, 0) : (kept.Number + 1, kept.Last);
        if (number == 0)
        {
            await KeepAsync(report, number++, [], 0, stream => CsvFile.WriteAsync(stream, table.Header, [], cancellation), cancellation);
        }

        await foreach (var lines in table.PiecesAsync(consultation, matters, last, cancellation))
        {
            await KeepAsync(report, number++, lines, lines[^1].Id, stream => CsvFile.WriteRowsAsync(stream, lines.Select(table.Row), cancellation), cancellation);
            if (await IsOldAsync(consultation.Id, report.Version, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async Task KeepAsync(RoundReport report, int number, IReadOnlyList<RemarkLine> lines, int last, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var parts = new List<RoundReportPart>();
        foreach (var language in Language.OfPages)
        {
            parts.Add(RoundReportPart.Of(report, RemarksIn(language), number, await Languages.SpeakingAsync(language, () => PackAsync(write)), lines.Count, last));
        }

        db.AddRange(parts);
        await db.SaveChangesAsync(cancellation);
        parts.ForEach(part => db.Entry(part).State = EntityState.Detached);
    }

    private async Task ForgetFormerAsync(RoundReport report, CancellationToken cancellation)
    {
        var former = db.Set<RoundReport>().Where(one => one.ConsultationId == report.ConsultationId && one.Version < report.Version);
        await db.Set<RoundReportPart>().Where(part => former.Any(one => one.Id == part.ReportId)).ExecuteDeleteAsync(cancellation);
        await former.ExecuteDeleteAsync(cancellation);
    }

    private async Task<IReadOnlyList<MeetingHeld>> MeetingsAsync(int consultation, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var held = await db.Set<Meeting>().AsNoTracking().Include(one => one.Process)
            .Where(one => one.ConsultationId == consultation && one.AnnouncedAt != null && one.CancelledAt == null && one.EndsAt <= now)
            .OrderBy(one => one.StartsAt).ThenBy(one => one.Number)
            .ToListAsync(cancellation);
        return [.. held.Select(one => new MeetingHeld(one.Title, DateOnly.FromDateTime(MoroccoTime.FromUtc(one.StartsAt!.Value)), one.Present, MeetingSubjects.LinkOf(one)))];
    }

    private async Task<IReadOnlyList<(Decision Decision, int Remarks, int First)>> AnswersAsync(int consultation, CancellationToken cancellation)
    {
        var counts = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation && remark.State == RemarkState.Shown && remark.Decision!.PublishedAt != null)
            .GroupBy(remark => remark.DecisionId!.Value)
            .Select(group => new { group.Key, Count = group.Count(), First = group.Min(remark => remark.Id) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(decision => decision.ConsultationId == consultation && decision.PublishedAt != null).ToListAsync(cancellation);
        return
        [
            .. decisions.Where(decision => counts.ContainsKey(decision.Id)).Select(decision => (decision, counts[decision.Id].Count, counts[decision.Id].First))
                .OrderByDescending(answer => answer.Count).ThenBy(answer => answer.First),
        ];
    }

    private static async Task<byte[]> PackAsync(Func<Stream, Task> write)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            await write(zip);
        }

        return packed.ToArray();
    }
}
