using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.Reporting;

/// <summary>Submissions that wait for DGCT to decide.</summary>
internal sealed class ReviewWork(NationalContext db, CurrentPerson person, IStringLocalizer<ReportingTexts> texts) : IStaffWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.Is(Role.DgctOfficer))
        {
            return [];
        }

        var waiting = await db.Set<NationalSubmission>()
            .CountAsync(one => one.State == ReviewState.Received || one.State == ReviewState.ReopeningAsked, cancellation);
        return waiting == 0
            ? []
            : [new(Urgency.Open, texts.Count("WorkToDecide", waiting), $"/{Languages.Current.Tag}/workspace/submissions")];
    }
}
