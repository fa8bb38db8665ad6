using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.National.Reporting;

/// <summary>A commune and its submission of the chosen period; none where it has not submitted.</summary>
internal sealed record SubmissionLine(ListedCommune Listed, NationalSubmission? Submission);

/// <summary>Who submitted a period and who did not, in one query.</summary>
internal sealed class SubmissionsReader(NationalContext db, ICommuneCatalog catalog)
{
    public async Task<IReadOnlyList<SubmissionLine>> OfAsync(Period period, CancellationToken cancellation)
    {
        var submissions = await db.Set<NationalSubmission>().AsNoTracking().Where(submission => submission.Period == period)
            .ToDictionaryAsync(submission => submission.CommuneCode, cancellation);
        return [.. (await catalog.AllAsync(cancellation)).Select(listed => new SubmissionLine(listed, submissions.GetValueOrDefault(listed.Commune.Code)))];
    }

    public async Task<(ListedCommune Listed, NationalSubmission Submission)?> OneAsync(string slug, Period period, CancellationToken cancellation)
    {
        if ((await catalog.AllAsync(cancellation)).FirstOrDefault(listed => listed.Commune.Slug == slug) is not { } listed)
        {
            return null;
        }

        var submission = await db.Set<NationalSubmission>().Include(one => one.Values)
            .SingleOrDefaultAsync(one => one.CommuneCode == listed.Commune.Code && one.Period == period, cancellation);
        return submission is null ? null : (listed, submission);
    }
}
