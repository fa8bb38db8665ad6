using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The committee, and the decision that set it up.</summary>
[Workspace(Area.Openness)]
internal sealed class CommitteePageModel(
    CommuneContext db, OpennessDesk desk, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts, IStringLocalizer<OpennessTexts> words) : EditPage(db)
{
    public const string MembersList = "members";

    [BindProperty]
    public CommitteeInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    public IEnumerable<SelectListItem> Groups => words.Choices<CommitteeGroup>("Group_");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Programme = await desk.WithMembersAsync(cancellation);
        if (Programme is null)
        {
            return NotFound();
        }

        Input = CommitteeInput.From(Programme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Programme = await desk.WithMembersAsync(cancellation);
        if (Programme is not { } programme)
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.Members.Arrange(MembersList, Arrange);
            return Arranged();
        }

        for (var i = 0; i < Input.Members.Count; i++)
        {
            var row = Input.Members[i];
            if (row.Name is null && !(row.Function.IsEmpty && row.Role.IsEmpty))
            {
                Refuse($"Input.Members[{i}].Name", texts["NameNeeded"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.EditedFrom(programme, Input.Revision);
        var before = programme.Members.Count;
        programme.SetUpCommittee(Input.DecisionOn, Input.DecisionNumber, Input.DecisionText.ToText(), programme.CommitteeSource);
        var kept = Kept(
            programme.Members, Input.Members.Where(row => row.Name is not null), (member, row) => member.Id == row.Id,
            (member, row, place) => member.Describe(place, row.Group, row.Name!, row.Function.ToText(), row.Role.ToText()),
            (row, place) => CommitteeMember.Of(place, row.Group, row.Name!, row.Function.ToText(), row.Role.ToText()));
        programme.Members.AddRange(kept.Except(programme.Members).ToList());

        // Names are personal data: the trail holds how many members there are.
        audit.Record("openness.committee", "openness:1", null, new { members = before }, new { members = kept.Count });
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["CommitteeSaved"], "openness-committee", "/workspace/openness");
        }

        Programme = await desk.WithMembersAsync(cancellation);
        return Clash(CommitteeInput.From(Programme!), Input, texts);
    }
}

/// <summary>The committee as its form has it.</summary>
internal sealed class CommitteeInput : IEdited
{
    public int Revision { get; set; }

    public DateOnly? DecisionOn { get; set; }

    [MaxLength(Programme.DecisionNumberLength)]
    public string? DecisionNumber { get; set; }

    [Localized(Longest = 3000)]
    public LocalizedInput DecisionText { get; set; } = new();

    [MaxLength(Rows.Most)]
    public List<MemberRow> Members { get; set; } = [];

    public static CommitteeInput From(Programme programme) => new()
    {
        Revision = programme.Revision,
        DecisionOn = programme.DecisionOn,
        DecisionNumber = programme.DecisionNumber,
        DecisionText = LocalizedInput.From(programme.DecisionText),
        Members = programme.Members.Select(member => new MemberRow
        {
            Id = member.Id,
            Name = member.Name,
            Group = member.Group,
            Function = LocalizedInput.From(member.Function),
            Role = LocalizedInput.From(member.Role),
        }).WithRoom(),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["DecisionOn"], DecisionOn),
        new(texts["DecisionNumber"], DecisionNumber),
        Commitments.Editing.Said.Of(texts["DecisionText"], DecisionText.ToText()),
        Commitments.Editing.Said.OfRows(texts["Committee"], Members.Where(row => row.Name is not null || !row.Function.IsEmpty), row =>
            [row.Name, texts["Group_" + row.Group], Commitments.Editing.Said.InWords(row.Function.ToText()), Commitments.Editing.Said.InWords(row.Role.ToText())]),
    ];
}

internal sealed class MemberRow
{
    public int? Id { get; set; }

    [MaxLength(CommitteeMember.NameLength)]
    public string? Name { get; set; }

    [EnumDataType(typeof(CommitteeGroup), ErrorMessage = "ValidationInvalid")]
    public CommitteeGroup Group { get; set; } = CommitteeGroup.Elected;

    [Localized]
    public LocalizedInput Function { get; set; } = new();

    [Localized]
    public LocalizedInput Role { get; set; } = new();
}
