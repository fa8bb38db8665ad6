using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;

namespace Platform.Participation.Decisions.RoundReports;

/// <param name="Finished">The last one that is finished: what readers have. None while the first is made.</param>
/// <param name="Remarks">How many remarks the one that is being made lists; none where nothing is being made.</param>
/// <param name="Done">How many of them it has listed.</param>
internal sealed record RoundReportStanding(RoundReport? Finished, int? Remarks, int Done)
{
    public bool IsBeingMade => Remarks is not null;
}

/// <summary>Where the reports of rounds are kept: asked for, looked at, read.</summary>
internal sealed class RoundReportShelf(CommuneContext db, IJobStarter jobs, TimeProvider time)
{
    /// <summary>Somebody who asks for a report that is nearly there waits so long for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>Something changed that the published report tells of, and is saved: a new one is made. Before the report is published there is none.</summary>
    public async Task WantAsync(Consultation consultation, CancellationToken cancellation)
    {
        if (consultation.ReportedAt is null)
        {
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            var newest = await db.Set<RoundReport>().AsNoTracking().Where(report => report.ConsultationId == consultation.Id)
                .OrderByDescending(report => report.Version).Select(report => new { report.Version, report.AsOf }).FirstOrDefaultAsync(cancellation);
            if (newest is { AsOf: null })
            {
                // Nobody has begun it: it will find what was saved before.
                jobs.Begin(RoundReportMaker.JobName, RoundReportMaker.KeyOf(consultation.Id, newest.Version));
                return;
            }

            var wanted = RoundReport.Wanted(consultation.Id, (newest?.Version ?? 0) + 1, time.UtcNow());
            db.Add(wanted);
            try
            {
                await db.SaveChangesAsync(cancellation);
                jobs.Begin(RoundReportMaker.JobName, RoundReportMaker.KeyOf(consultation.Id, wanted.Version));
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Somebody else asked for the same version.
                db.Entry(wanted).State = EntityState.Detached;
            }
        }
    }

    /// <summary>
    /// How the report of a published round stands. One that is not finished is begun again where nobody works on it, so that it is never left because a process
    /// ended; whoever asks while it is nearly there gets it.
    /// </summary>
    public async Task<RoundReportStanding> StandingAsync(Consultation consultation, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var standing = await LookAsync(consultation, cancellation);
        if (!standing.IsBeingMade)
        {
            return standing;
        }

        var version = await db.Set<RoundReport>().Where(report => report.ConsultationId == consultation.Id).MaxAsync(report => (int?)report.Version, cancellation) ?? 1;
        jobs.Begin(RoundReportMaker.JobName, RoundReportMaker.KeyOf(consultation.Id, version));
        while (standing is { Finished: null } && watch.Elapsed < Patience)
        {
            await Task.Delay(Look, cancellation);
            standing = await LookAsync(consultation, cancellation);
        }

        return standing;
    }

    /// <returns>The whole file; none where there is no finished report.</returns>
    public async Task<byte[]?> WordAsync(Consultation consultation, Language language, CancellationToken cancellation)
    {
        if ((await StandingAsync(consultation, cancellation)).Finished is not { } report)
        {
            return null;
        }

        using var file = new MemoryStream();
        await WriteAsync(report, RoundReportMaker.WordIn(language), file, cancellation);
        return file.ToArray();
    }

    /// <summary>The list of remarks, piece by piece.</summary>
    public Task WriteRemarksAsync(RoundReport report, Language language, Stream stream, CancellationToken cancellation) =>
        WriteAsync(report, RoundReportMaker.RemarksIn(language), stream, cancellation);

    private async Task WriteAsync(RoundReport report, string file, Stream stream, CancellationToken cancellation)
    {
        for (var number = 0; ; number++)
        {
            var place = number;
            if (await db.Set<RoundReportPart>().Where(part => part.ReportId == report.Id && part.File == file && part.Number == place)
                .Select(part => part.Content).FirstOrDefaultAsync(cancellation) is not { } packed)
            {
                return;
            }

            await using var piece = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            await piece.CopyToAsync(stream, cancellation);
        }
    }

    private async Task<RoundReportStanding> LookAsync(Consultation consultation, CancellationToken cancellation)
    {
        var reports = await db.Set<RoundReport>().AsNoTracking().Where(report => report.ConsultationId == consultation.Id)
            .OrderByDescending(report => report.Version).ToListAsync(cancellation);
        var finished = reports.Find(report => report.FinishedAt is not null);
        if (reports is [var newest, ..] && newest != finished)
        {
            var first = RoundReportMaker.RemarksIn(Language.Arabic);
            var done = await db.Set<RoundReportPart>().Where(part => part.ReportId == newest.Id && part.File == first).SumAsync(part => part.Remarks, cancellation);
            return new(finished, newest.Remarks, done);
        }

        return new(finished, finished is null ? 0 : null, 0);
    }
}
