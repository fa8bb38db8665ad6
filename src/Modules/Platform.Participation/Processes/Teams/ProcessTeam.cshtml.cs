using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Participation.Processes.Editing;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Teams;

/// <summary>Chooses who runs a process, among those entrusted with participation.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessTeamModel(
    CommuneContext db, ProcessDesk desk, ProcessTeams teams, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    private List<ProcessMember> standing = [];

    public Process Process { get; private set; } = null!;

    /// <summary>Those who can be chosen, by name.</summary>
    public IReadOnlyList<Member> Candidates { get; private set; } = [];

    [BindProperty]
    public HashSet<int> Accounts { get; set; } = [];

    [BindProperty]
    public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        (Accounts, Revision) = ([.. standing.Select(member => member.Account)], Process.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (Accounts.Any(account => Candidates.All(member => member.Account != account)))
        {
            Refuse(nameof(Accounts), texts["TeamUnknown"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var before = standing.Select(member => member.Account).Order().ToList();
        if (!Accounts.SetEquals(before))
        {
            db.EditedFrom(Process, Revision);
            db.RemoveRange(standing.Where(member => !Accounts.Contains(member.Account)));
            db.AddRange(Accounts.Except(before).Order().Select(account => ProcessMember.Of(Process, account)));
            audit.Record("process.team-chosen", ProcessSubjects.Of(Process), before: new { Accounts = before }, after: new { Accounts = Accounts.Order() });
            if (!await SavedAsync(cancellation))
            {
                return await ConflictAsync(slug, cancellation);
            }
        }

        Notice = texts["TeamSaved"];
        return To($"/workspace/processes/{slug}#team");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } process)
        {
            return false;
        }

        (Process, standing, Candidates) = (process, await teams.OfAsync(process, cancellation), await teams.CandidatesAsync(cancellation));
        return true;
    }

    /// <summary>Of two who save at once the second may meet the process's revision or the same person in the team.</summary>
    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<IActionResult> ConflictAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        Revision = Process.Revision;
        return Conflicting(EditConflict.Differing(texts["TeamMembers"], Named([.. standing.Select(member => member.Account)]), Named(Accounts)));
    }

    private string Named(HashSet<int> accounts) => string.Join(" · ", Candidates.Where(member => accounts.Contains(member.Account)).Select(member => member.Name));
}
