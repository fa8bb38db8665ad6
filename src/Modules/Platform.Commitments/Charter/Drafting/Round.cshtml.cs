using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>A round of consultation on the draft. A new one keeps the text as it stands now: that is what people are asked about.</summary>
[Workspace(Area.Charter)]
internal sealed class RoundModel(CommuneContext db, CharterDrafts drafts, AuditTrail audit, TimeProvider time, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public ConsultationRound? Round { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds => texts.Choices<RoundKind>("Round_");

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        Input = Round is { } round
            ? new()
            {
                Kind = round.Kind,
                From = round.From,
                To = round.To,
                Place = LocalizedInput.From(round.Place),
                Participants = round.Participants,
                Women = round.Women,
                Said = LocalizedInput.From(round.Said),
                Outcome = LocalizedInput.From(round.Outcome),
                Public = round.Public,
                HowToContribute = LocalizedInput.From(round.HowToContribute),
                Revision = round.Revision,
            }
            : new() { From = time.TodayInMorocco() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        if (Input.To < Input.From)
        {
            ModelState.AddModelError("Input.To", texts["EndsBeforeStart"]);
        }

        if (Input.Women > Input.Participants || (Input.Women is not null && Input.Participants is null))
        {
            ModelState.AddModelError("Input.Women", texts["WomenAmongParticipants"]);
        }

        if (Input.Public && Input.HowToContribute.ToText() is null)
        {
            ModelState.AddModelError("Input.HowToContribute.Ar", texts["HowToContributeNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var round = Round;
        if (round is null)
        {
            // Whoever adopts or rewrites the draft in this moment is told, or this person is.
            draft.Touch(time.UtcNow());
            round = ConsultationRound.On(draft, KeptText.Of(draft, KeptFor.Round, time.UtcNow()));
            db.Add(round);
        }
        else
        {
            db.EditedFrom(round, Input.Revision);
        }

        round.Describe(Input.Kind!.Value, Input.From!.Value, Input.To, Input.Place.ToText(), Input.Participants, Input.Women);
        round.Tell(Input.Said.ToRichText(), Input.Outcome.ToRichText());
        round.Show(Input.Public, Input.HowToContribute.ToText());
        if (Round is null)
        {
            audit.Record("charter.round-added", CharterDrafts.Subject(draft), after: new { round.Kind, round.From, round.To, round.Public });
        }
        else
        {
            audit.RecordChange("charter.round-changed", $"charter-round:{round.Id}", round);
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(id, cancellation);
        }

        SavedForm = $"charter-round-{id}";
        Notice = texts["RoundSaved"];
        return To("/workspace/charter");
    }

    private async Task<CharterVersion?> LoadAsync(int? id, CancellationToken cancellation)
    {
        var open = await drafts.OpenAsync(cancellation);
        if (open is null || (id is null && open.State != CharterState.Draft))
        {
            return null;
        }

        Round = id is null ? null : await db.Set<ConsultationRound>().FirstOrDefaultAsync(round => round.Id == id && round.CharterVersionId == open.Id, cancellation);
        return id is null || Round is not null ? open : null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null)
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter");
        }

        if (Round is not { } theirs)
        {
            ModelState.AddModelError("", texts["ChangedMeanwhile"]);
            return Invalid();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["RoundKind"], texts["Round_" + theirs.Kind], texts["Round_" + Input.Kind]),
            .. EditConflict.Differing(texts["RoundFrom"], Ui.Formats.Date(theirs.From), Ui.Formats.Date(Input.From)),
            .. EditConflict.Differing(texts["RoundTo"], Ui.Formats.Date(theirs.To), Ui.Formats.Date(Input.To)),
            .. EditConflict.Differing(texts["RoundPlace"], theirs.Place, Input.Place.ToText()),
            .. EditConflict.Differing(texts["RoundParticipants"], $"{theirs.Participants}", $"{Input.Participants}"),
            .. EditConflict.Differing(texts["RoundWomen"], $"{theirs.Women}", $"{Input.Women}"),
            .. EditConflict.Differing(texts["RoundSaid"], theirs.Said, Input.Said.ToRichText()),
            .. EditConflict.Differing(texts["RoundOutcome"], theirs.Outcome, Input.Outcome.ToRichText()),
            .. EditConflict.Differing(texts["HowToContribute"], theirs.HowToContribute, Input.HowToContribute.ToText()),
        ]);
    }

    internal sealed class RoundInput
    {
        [Required]
        public RoundKind? Kind { get; set; }

        [Required]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        [Localized]
        public LocalizedInput Place { get; set; } = new();

        [Range(0, 10_000_000)]
        public int? Participants { get; set; }

        [Range(0, 10_000_000)]
        public int? Women { get; set; }

        [Localized(Longest = DraftItems.TextLength)]
        public LocalizedInput Said { get; set; } = new();

        [Localized(Longest = DraftItems.TextLength)]
        public LocalizedInput Outcome { get; set; } = new();

        public bool Public { get; set; }

        [Localized(Longest = 2000)]
        public LocalizedInput HowToContribute { get; set; } = new();

        public int Revision { get; set; }
    }
}
