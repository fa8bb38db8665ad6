using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Records.FailedMails;

/// <summary>Mails that were given up need somebody who may see them.</summary>
internal sealed class FailedMailWork(IServiceProvider services, CurrentPerson person, CurrentCommune commune, IStringLocalizer<FailedMailsTexts> texts) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        var ofCommune = commune.IsKnown(out _);
        if (!(ofCommune ? person.May(Area.Team) : person.IsAny(Role.Operator, Role.DgctOfficer)))
        {
            return [];
        }

        DbContext db = ofCommune ? services.GetRequiredService<CommuneContext>() : services.GetRequiredService<NationalContext>();
        var failed = await FailedMailDesk.Undelivered(db).CountAsync(message => message.FailedAt != null, cancellation);
        return failed == 0 ? [] : [new(Urgency.Late, texts.Count("WorkFailed", failed), $"/{Languages.Current.Tag}/workspace/mails")];
    }
}
