using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Documents.Library;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>Documents that wait to be published, for those who may.</summary>
internal sealed class DocumentWork(CommuneContext db, CurrentPerson person, IStringLocalizer<DeskTexts> texts) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Documents))
        {
            return [];
        }

        var waiting = await db.Set<Document>().CountAsync(document => document.PublishedAt == null, cancellation);
        return waiting == 0 ? [] : [new(Urgency.Open, texts.Count("Waiting", waiting), $"/{Languages.Current.Tag}/workspace/documents?published=no")];
    }
}
