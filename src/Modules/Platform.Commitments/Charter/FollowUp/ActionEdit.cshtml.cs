using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A communication action, and the signatories who helped.</summary>
[Workspace(Area.Charter)]
internal sealed class ActionEditModel(CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts) : WorkspacePage
{
    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public CommunicationAction? Action { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds => texts.Choices<CommunicationKind>("Action_");

    /// <summary>Every signatory whose signature stands.</summary>
    public IReadOnlyList<Signatory> Signatories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Action is { } action)
        {
            Input = new()
            {
                Kind = action.Kind,
                Title = LocalizedInput.From(action.Title),
                DoneOn = action.DoneOn,
                Audience = LocalizedInput.From(action.Audience),
                Reached = action.Reached,
                Link = action.Link,
                Helpers = [.. action.Helpers.Select(helper => helper.Id)],
                Revision = action.Revision,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.DoneOn > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.DoneOn", texts["DateInFuture"]);
        }

        if (Input.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && link.Length <= CommunicationAction.LinkLength))
        {
            ModelState.AddModelError("Input.Link", "ValidationAddress");
        }

        var helpers = Signatories.Where(signatory => Input.Helpers.Contains(signatory.Id)).ToList();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (title, audience) = (Input.Title.ToText()!, Input.Audience.ToText());
        var action = Action;
        if (action is null)
        {
            action = CommunicationAction.Of(Input.Kind!.Value, title, Input.DoneOn!.Value, audience, Input.Reached, Input.Link);
            action.HelpedBy(helpers);
            db.Add(action);
            audit.Record(
                "charter.communication-added", "charter-communication",
                after: new { Input.Kind, title, Input.DoneOn, audience, Input.Reached, Input.Link, helpers = helpers.Select(helper => helper.Id) });
        }
        else
        {
            var before = new { action.Kind, action.Title, action.DoneOn, action.Audience, action.Reached, action.Link, helpers = action.Helpers.Select(helper => helper.Id).Order() };
            db.EditedFrom(action, Input.Revision);
            action.Revise(Input.Kind!.Value, title, Input.DoneOn!.Value, audience, Input.Reached, Input.Link);
            action.HelpedBy(helpers);

            // Who helped is kept beside the row: the row is saved too, so that a second editor is told.
            db.Entry(action).State = EntityState.Modified;
            audit.Record(
                "charter.communication-changed", $"charter-communication:{action.Id}", null,
                before, new { action.Kind, action.Title, action.DoneOn, action.Audience, action.Reached, action.Link, helpers = helpers.Select(helper => helper.Id).Order() });
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(id, cancellation);
        }

        SavedForm = $"charter-communication-{id}";
        Notice = texts["ActionSaved"];
        return To("/workspace/charter/communication");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Action is not { } action)
        {
            return NotFound();
        }

        action.Remove(time.UtcNow());
        audit.RecordChange("charter.communication-removed", $"charter-communication:{action.Id}", action);
        Tell(await db.SavedAsync(cancellation), texts["Removed"], texts["ChangedMeanwhile"]);

        return To("/workspace/charter/communication");
    }

    private async Task<bool> LoadAsync(int? id, CancellationToken cancellation)
    {
        Action = id is null
            ? null
            : await db.Set<CommunicationAction>().Include(action => action.Helpers).FirstOrDefaultAsync(action => action.Id == id && action.RemovedAt == null, cancellation);
        Signatories = await db.Set<Signatory>().Where(signatory => signatory.WithdrawnOn == null)
            .OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id).Take(FollowUpReader.Most).ToListAsync(cancellation);
        return id is null || Action is not null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Action is not { } theirs)
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter/communication");
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["ActionKind"], texts["Action_" + theirs.Kind], texts["Action_" + Input.Kind]),
            .. EditConflict.Differing(texts["ActionTitle"], theirs.Title, Input.Title.ToText()),
            .. EditConflict.Differing(texts["DoneOn"], Formats.Date(theirs.DoneOn), Formats.Date(Input.DoneOn)),
            .. EditConflict.Differing(texts["ActionAudience"], theirs.Audience, Input.Audience.ToText()),
            .. EditConflict.Differing(texts["ActionReached"], $"{theirs.Reached}", $"{Input.Reached}"),
            .. EditConflict.Differing(texts["ActionLink"], theirs.Link, Input.Link),
            .. EditConflict.Differing(texts["ActionHelpers"], NamesOf(theirs.Helpers.Select(helper => helper.Id)), NamesOf(Input.Helpers)),
        ]);
    }

    private string NamesOf(IEnumerable<int> ids)
    {
        var wanted = ids.ToHashSet();
        return string.Join(texts["ListSeparator"], Signatories.Where(signatory => wanted.Contains(signatory.Id)).Select(signatory => signatory.Name.In(Language)));
    }

    internal sealed class ActionInput
    {
        [Required]
        public CommunicationKind? Kind { get; set; }

        [Localized(Required = true, Longest = 300)]
        public LocalizedInput Title { get; set; } = new();

        [Required]
        public DateOnly? DoneOn { get; set; }

        [Localized(Longest = 300)]
        public LocalizedInput Audience { get; set; } = new();

        [Range(0, 100_000_000)]
        public int? Reached { get; set; }

        public string? Link { get; set; }

        public List<int> Helpers { get; set; } = [];

        public int Revision { get; set; }
    }
}
