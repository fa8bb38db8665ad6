using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>The follow-up team: the decision that set it up and its members. A later decision begins a new team; the earlier one is kept.</summary>
[Workspace(Area.Charter)]
internal sealed class TeamDeskModel(
    CommuneContext db, FollowUpReader reader, IDocuments documents, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts) : WorkspacePage
{
    [BindProperty]
    public TeamInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>The documents of the decision that there is.</summary>
    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    public FollowUpTeam? Team { get; private set; }

    public DateOnly Today { get; } = time.TodayInMorocco();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = new() { Decision = Team?.Decision, DecidedOn = Team?.DecidedOn, Revision = Team?.Revision ?? 0 };
    }

    /// <summary>Corrects the decision of the team that there is, or sets up the first one.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => SaveAsync(anew: false, cancellation);

    /// <summary>Sets up a new team by a new decision.</summary>
    public Task<IActionResult> OnPostNewAsync(CancellationToken cancellation) => SaveAsync(anew: true, cancellation);

    private async Task<IActionResult> SaveAsync(bool anew, CancellationToken cancellation)
    {
        // Before the team is read to be changed: receiving files saves on the same context.
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        await LoadAsync(cancellation);
        if (Input.DecidedOn > Today)
        {
            ModelState.AddModelError("Input.DecidedOn", texts["DateInFuture"]);
        }

        if (anew && Team is not null && Input.DecidedOn <= Team.DecidedOn)
        {
            ModelState.AddModelError("Input.DecidedOn", texts["TeamMustBeLater"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        if (Team is { } team && !anew)
        {
            db.EditedFrom(team, Input.Revision);
            team.Revise(Input.Decision!, Input.DecidedOn!.Value);
            await KeepAsync(team, cancellation);
            audit.RecordChange("charter.team-changed", $"charter-team:{team.Id}", team);
        }
        else
        {
            var begun = FollowUpTeam.Of(Input.Decision!, Input.DecidedOn!.Value);
            db.Add(begun);
            await KeepAsync(begun, cancellation);
            audit.Record("charter.team-set-up", "charter-team", after: new { Input.Decision, Input.DecidedOn });
        }

        if (!await db.SavedAsync(cancellation))
        {
            await LoadAsync(cancellation);
            Input.Revision = Team!.Revision;
            return Conflicting(
            [
                .. EditConflict.Differing(texts["TeamDecision"], Team.Decision, Input.Decision),
                .. EditConflict.Differing(texts["TeamDecidedOn"], Formats.Date(Team.DecidedOn), Formats.Date(Input.DecidedOn)),
            ]);
        }

        Notice = texts["TeamSaved"];
        return To("/workspace/charter/team");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Team = await reader.TeamAsync(cancellation);
        Kept = await reader.DecisionDocumentsAsync(Team, unpublished: true, cancellation);
    }

    private async Task KeepAsync(FollowUpTeam team, CancellationToken cancellation)
    {
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Decision, BothLanguages.Of(typeof(FollowUpTexts), "DecisionTitle", team.Decision), team.DecidedOn, team.HaveDocuments(), Publish: true),
            cancellation);
    }

    internal sealed class TeamInput
    {
        [Required, MaxLength(FollowUpTeam.DecisionLength)]
        public string? Decision { get; set; }

        [Required]
        public DateOnly? DecidedOn { get; set; }

        public int Revision { get; set; }
    }
}
