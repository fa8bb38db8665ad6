using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>What has left the programme, to be brought back.</summary>
[Workspace(Area.Openness)]
internal sealed class OpennessArchiveListModel(CommuneContext db, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    public IReadOnlyList<ArchivedPart> Items { get; private set; } = [];

    /// <summary>What the button says: <c>project:3</c>, <c>milestone:12</c>.</summary>
    [BindProperty]
    public string? Restore { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Items.FirstOrDefault(item => item.Key == Restore) is not { } chosen)
        {
            return NotFound();
        }

        var id = int.Parse(chosen.Key.Split(':')[1], CultureInfo.InvariantCulture);
        var kind = chosen.Key.Split(':')[0];
        await SaveRetriedAsync(
            async () =>
            {
                if (kind == "project")
                {
                    (await Db.Set<Project>().FirstAsync(row => row.Id == id, cancellation)).Restore();
                }
                else
                {
                    (await Db.Set<Milestone>().FirstAsync(row => row.Id == id, cancellation)).Restore();
                }

                audit.Record($"openness.{kind}-restored", chosen.Key);
            },
            cancellation);
        Notice = texts["Restored", chosen.Title.In(Language)];
        return Redirect($"~/workspace/openness#{kind}-{id}");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var projects = await Db.Set<Project>().AsNoTracking().Where(row => row.ArchivedOn != null)
            .Select(row => new { row.Id, row.Number, row.Title, row.ArchivedOn }).ToListAsync(cancellation);
        var milestones = await Db.Set<Milestone>().AsNoTracking().Where(row => row.ArchivedOn != null)
            .Select(row => new { row.Id, row.Title, row.ArchivedOn }).ToListAsync(cancellation);
        Items =
        [
            .. projects.Select(row => new ArchivedPart($"project:{row.Id}", texts["ProjectNumber", row.Number], row.Title, row.ArchivedOn!.Value))
                .Concat(milestones.Select(row => new ArchivedPart($"milestone:{row.Id}", texts["Milestone"], row.Title, row.ArchivedOn!.Value)))
                .OrderByDescending(item => item.On),
        ];
    }
}

internal sealed record ArchivedPart(string Key, string Name, LocalizedText Title, DateOnly On);
