using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>One item of the draft (a section, a commitment …) in its form; without a number, a new one.</summary>
[Workspace(Area.Charter)]
internal sealed class ItemModel(
    CommuneContext db, CharterDrafts drafts, AuditTrail audit, TimeProvider time, IStringLocalizer<DraftingTexts> texts, IStringLocalizer<CharterTexts> words) : WorkspacePage
{
    [BindProperty]
    public ItemInput Input { get; set; } = new();

    public CharterItemKind Kind { get; private set; }

    public CharterVersion Draft { get; private set; } = null!;

    public ICharterItem? Item { get; private set; }

    /// <summary>What can be chosen: the parent of a section, the rung, the kind of reference, the party.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>What a new section can hold beside its text.</summary>
    public IReadOnlyList<SelectListItem> Holds { get; private set; } = [];

    public bool HasTitle => Kind is CharterItemKind.Section or CharterItemKind.Rung or CharterItemKind.Reference;

    public bool IsRich => Kind == CharterItemKind.Section;

    /// <summary>A section with parts goes after them.</summary>
    public bool MayGo => Item is not null && !(Item is CharterSection own && Draft.Sections.Exists(part => part.ParentKey == own.Key));

    public string Path => "/workspace/charter/draft/items/" + Kind.ToString().ToLowerInvariant() + (Item is null ? "" : $"/{Item.Id}");

    public async Task<IActionResult> OnGetAsync(string kind, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(kind, id, cancellation))
        {
            return NotFound();
        }

        if (Item is { } item)
        {
            var (title, text) = DraftItems.Words(item);
            Input = new()
            {
                Title = LocalizedInput.From(title),
                Text = LocalizedInput.From(text),
                Choice = item switch
                {
                    CharterReference reference => reference.Kind.ToString(),
                    Commitment commitment => commitment.Party.ToString(),
                    _ => null,
                },
                Revision = item.Revision,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(kind, id, cancellation))
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Record(Item is null ? "charter.item-added" : "charter.item-changed");
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(kind, id, cancellation);
        }

        SavedForm = $"charter-{Kind}-{id}";
        Notice = texts["ItemSaved"];
        return To($"/workspace/charter/draft#i-{Kind.ToString().ToLowerInvariant()}-{Item!.Id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string kind, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(kind, id, cancellation) || Item is not { } item || !MayGo)
        {
            return NotFound();
        }

        var (title, text) = DraftItems.Words(item);
        db.Remove(item);
        CharterOrder.Arrange(Draft, without: item);
        Draft.Touch(time.UtcNow());
        audit.Record("charter.item-removed", DraftItems.Subject(Draft, Kind, item), before: new { title, text });
        Tell(await db.SavedAsync(cancellation), texts["ItemRemoved"], texts["ChangedMeanwhile"]);

        return To("/workspace/charter/draft");
    }

    private async Task<bool> LoadAsync(string kind, int? id, CancellationToken cancellation)
    {
        if (!Enum.GetNames<CharterItemKind>().Contains(kind, StringComparer.OrdinalIgnoreCase)
            || await drafts.OpenAsync(cancellation) is not { State: CharterState.Draft } draft)
        {
            return false;
        }

        (Kind, Draft) = (Enum.Parse<CharterItemKind>(kind, ignoreCase: true), draft);
        Item = id is { } number ? DraftItems.Find(draft, Kind, number) : null;
        if (id is not null && Item is null)
        {
            return false;
        }

        Choices = Kind switch
        {
            CharterItemKind.Section when Item is null =>
            [
                new SelectListItem(texts["TopLevel"], ""),
                .. draft.Sections.Where(part => part.ParentKey is null).OrderBy(part => part.Position)
                    .Select(part => new SelectListItem($"{part.Number} {part.Title.In(Language)}", part.Key)),
            ],
            CharterItemKind.Rung when Item is null =>
                [.. Enum.GetValues<LadderRung>().Where(rung => !draft.Ladder.Exists(own => own.Rung == rung)).Select(rung => new SelectListItem(words["Rung_" + rung], rung.ToString()))],
            CharterItemKind.Reference => words.Choices<LegalReferenceKind>("Reference_"),
            CharterItemKind.Commitment => words.Choices<CommitmentParty>("CommitmentsOf"),
            _ => [],
        };
        Holds = Kind == CharterItemKind.Section && Item is null
            ?
            [
                new SelectListItem(texts["HoldsText"], ""),
                .. CharterPart.Homes.Where(home => !draft.Sections.Exists(part => part.Key == home.Key)).Select(home => new SelectListItem(words[home.Items.ToString()], home.Key)),
            ]
            : [];
        return true;
    }

    private void Check()
    {
        if (HasTitle && Input.Title.ToText() is null)
        {
            ModelState.AddModelError("Input.Title.Ar", "ValidationArabicNeeded");
        }

        if (Kind != CharterItemKind.Section && Input.Text.ToText() is null)
        {
            ModelState.AddModelError("Input.Text.Ar", "ValidationArabicNeeded");
        }

        var mustChoose = Choices.Count > 0 && Kind != CharterItemKind.Section;
        if ((mustChoose && Input.Choice is null) || (Input.Choice is { } choice && !Choices.Any(option => option.Value == choice)))
        {
            ModelState.AddModelError("Input.Choice", mustChoose && Input.Choice is null ? "ValidationRequired" : "ValidationInvalid");
        }

        if (Input.Holds is { } holds && !Holds.Any(option => option.Value == holds))
        {
            ModelState.AddModelError("Input.Holds", "ValidationInvalid");
        }

        if (Item is null && DraftItems.Of(Draft, Kind).Count() >= DraftItems.Most)
        {
            ModelState.AddModelError("", texts["TooMany", DraftItems.Most]);
        }
    }

    /// <summary>Changes or adds the item, and writes the act down.</summary>
    private void Record(string verb)
    {
        var (title, text) = (Input.Title.ToText(), IsRich ? Input.Text.ToRichText() : Input.Text.ToText());
        var (oldTitle, oldText) = Item is null ? default : DraftItems.Words(Item);
        if (Item is { } edited)
        {
            db.Entry(edited).Property(nameof(IRevised.Revision)).OriginalValue = Input.Revision;
            Revise(edited, title, text);
        }
        else
        {
            Item = Add(title, text);
        }

        CharterOrder.Arrange(Draft);
        Draft.Touch(time.UtcNow());
        audit.Record(
            verb, $"{CharterDrafts.Subject(Draft)}:{Kind.ToString().ToLowerInvariant()}", null,
            oldText is null && oldTitle is null ? null : new { title = oldTitle, text = oldText }, new { title, text });
    }

    private void Revise(ICharterItem item, LocalizedText? title, LocalizedText? text)
    {
        switch (item)
        {
            case CharterSection part:
                part.Revise(title!, text);
                break;
            case CharterRung rung:
                rung.Revise(title!, text!);
                break;
            case CharterReference reference:
                reference.Revise(Enum.Parse<LegalReferenceKind>(Input.Choice!), title!, text!);
                break;
            case Commitment commitment:
                commitment.Revise(Enum.Parse<CommitmentParty>(Input.Choice!), text!);
                break;
            case TeamSeat seat:
                seat.Revise(text!);
                break;
            case TeamTask task:
                task.Revise(text!);
                break;
        }
    }

    private ICharterItem Add(LocalizedText? title, LocalizedText? text)
    {
        switch (Kind)
        {
            case CharterItemKind.Section:
                var part = CharterSection.Of(Input.Holds ?? CharterDrafts.NewKey(), Input.Choice, "", int.MaxValue, title!, text);
                Draft.Sections.Add(part);
                return part;
            case CharterItemKind.Rung:
                var rung = CharterRung.Of(Enum.Parse<LadderRung>(Input.Choice!), title!, text!);
                Draft.Ladder.Add(rung);
                return rung;
            case CharterItemKind.Reference:
                var reference = CharterReference.Of(Enum.Parse<LegalReferenceKind>(Input.Choice!), int.MaxValue, title!, text!);
                Draft.References.Add(reference);
                return reference;
            case CharterItemKind.Commitment:
                var commitment = Commitment.Of(Enum.Parse<CommitmentParty>(Input.Choice!), "", int.MaxValue, text!, key: CharterDrafts.NewKey());
                Draft.Commitments.Add(commitment);
                return commitment;
            case CharterItemKind.Seat:
                var seat = TeamSeat.Of(int.MaxValue, text!);
                Draft.Seats.Add(seat);
                return seat;
            default:
                var task = TeamTask.Of(int.MaxValue, text!);
                Draft.Tasks.Add(task);
                return task;
        }
    }

    private async Task<IActionResult> ConflictAsync(string kind, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(kind, id, cancellation))
        {
            // It was removed, or the draft was adopted, while this form was open.
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter");
        }

        if (Item is not { } theirs)
        {
            ModelState.AddModelError("", texts["ChangedMeanwhile"]);
            return Invalid();
        }

        Input.Revision = theirs.Revision;
        var (title, text) = DraftItems.Words(theirs);
        return Conflicting(
        [
            .. HasTitle ? EditConflict.Differing(texts["ItemTitle"], title, Input.Title.ToText()) : [],
            .. EditConflict.Differing(texts["ItemText"], text, IsRich ? Input.Text.ToRichText() : Input.Text.ToText()),
        ]);
    }

    internal sealed class ItemInput
    {
        [Localized(Longest = DraftItems.TitleLength)]
        public LocalizedInput Title { get; set; } = new();

        [Localized(Longest = DraftItems.TextLength)]
        public LocalizedInput Text { get; set; } = new();

        public string? Choice { get; set; }

        public string? Holds { get; set; }

        public int Revision { get; set; }
    }
}
