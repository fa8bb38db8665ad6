using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A member of the team that there is now. The audit trail names the field of the name, never the name.</summary>
[Workspace(Area.Charter)]
internal sealed class MemberEditModel(CommuneContext db, FollowUpReader reader, AuditTrail audit, IStringLocalizer<FollowUpTexts> texts) : WorkspacePage
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public TeamMember? Member { get; private set; }

    public IReadOnlyList<SelectListItem> Seats => texts.Choices<SeatKind>("Seat_");

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        if (Member is { } member)
        {
            Input = new()
            {
                Seat = member.Seat,
                Function = LocalizedInput.From(member.Function),
                Name = LocalizedInput.From(member.Name),
                NamePublic = member.NamePublic,
                LeftOn = member.LeftOn,
                Revision = member.Revision,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } team)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (function, name) = (Input.Function.ToText()!, Input.Name.ToText());
        if (Member is { } member)
        {
            var before = new { member.Seat, member.Function, member.NamePublic, member.LeftOn };
            var renamed = member.Name != name;
            db.EditedFrom(member, Input.Revision);
            member.Revise(Input.Seat!.Value, function, name, Input.NamePublic, Input.LeftOn);
            audit.Record(
                renamed ? "charter.team-member-renamed" : "charter.team-member-changed", $"charter-team:{team.Id}:member:{member.Id}", null,
                before, new { member.Seat, member.Function, member.NamePublic, member.LeftOn });
        }
        else
        {
            team.Members.Add(TeamMember.Of(Input.Seat!.Value, function, name, Input.NamePublic));
            audit.Record("charter.team-member-added", $"charter-team:{team.Id}", after: new { Input.Seat, function, Input.NamePublic });
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(id, cancellation);
        }

        Notice = texts["MemberSaved"];
        return To("/workspace/charter/team");
    }

    private async Task<FollowUpTeam?> LoadAsync(int? id, CancellationToken cancellation)
    {
        var team = await reader.TeamAsync(cancellation);
        Member = team?.Members.Find(member => member.Id == id);
        return id is null || Member is not null ? team : null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null || Member is not { } theirs)
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter/team");
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["MemberSeat"], texts["Seat_" + theirs.Seat], texts["Seat_" + Input.Seat]),
            .. EditConflict.Differing(texts["MemberFunction"], theirs.Function, Input.Function.ToText()),
            .. EditConflict.Differing(texts["MemberName"], theirs.Name, Input.Name.ToText()),
            .. EditConflict.Differing(texts["MemberLeftOn"], Formats.Date(theirs.LeftOn), Formats.Date(Input.LeftOn)),
        ]);
    }

    internal sealed class MemberInput
    {
        [Required]
        public SeatKind? Seat { get; set; }

        [Localized(Required = true, Longest = 200)]
        public LocalizedInput Function { get; set; } = new();

        [Localized(Longest = 120)]
        public LocalizedInput Name { get; set; } = new();

        public bool NamePublic { get; set; }

        public DateOnly? LeftOn { get; set; }

        public int Revision { get; set; }
    }
}
