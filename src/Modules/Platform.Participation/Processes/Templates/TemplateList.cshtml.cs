using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Processes.Editing;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Templates;

/// <summary>The templates that a process can be copied from.</summary>
[Workspace(Area.Participation)]
internal sealed class TemplateListModel(ProcessDesk desk, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(string? template, CancellationToken cancellation)
    {
        if (ProcessTemplate.All.FirstOrDefault(known => known.Key == template) is not { } chosen)
        {
            Refuse("", texts["NoSuchTemplate"]);
            return Invalid();
        }

        var process = await desk.AddAsync(
            free => chosen.Copy(free, demonstration: false), chosen.Title, copy => audit.Record("process.created", ProcessSubjects.Of(copy), after: new { copy.Title, copy.Rung, template }), cancellation);
        Notice = texts["TemplateCopied"];
        return To("/workspace/processes/" + process.Slug);
    }
}
