using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>One commitment: what is said of it is added to what was said, never written over; and the activities and indicators that it is linked to.</summary>
[Workspace(Area.Charter)]
internal sealed class CommitmentFollowUpModel(
    CommuneContext db, FollowUpReader reader, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts) : WorkspacePage
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    public Commitment Commitment { get; private set; } = null!;

    public CommitmentStanding Standing { get; private set; } = CommitmentStanding.None;

    public IReadOnlyList<SelectListItem> States => texts.Choices<CommitmentState>("State_");

    /// <summary>What it is not linked to yet.</summary>
    public IReadOnlyList<SelectListItem> Things { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = new() { State = Standing.Now?.State, On = time.TodayInMorocco() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.On > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.On", texts["DateInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var note = Input.Note.ToText();
        db.Add(CommitmentEntry.Of(Commitment.Key, Input.State!.Value, Input.On!.Value, note, time.UtcNow()));
        audit.Record(
            "charter.commitment-state", $"commitment:{Commitment.Key}", null,
            new { Standing.Now?.State, Standing.Now?.On, Standing.Now?.Note }, new { Input.State, Input.On, Note = note });
        await db.SaveChangesAsync(cancellation);
        SavedForm = $"commitment-{id}";
        Notice = texts["StateSaved"];
        return To($"/workspace/charter/commitments/{id}");
    }

    public async Task<IActionResult> OnPostLinkAsync(int id, string? thing, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (!Things.Any(option => option.Value == thing))
        {
            ModelState.AddModelError("thing", "ValidationRequired");
            return Invalid();
        }

        db.Add(thing![0] == 'a'
            ? CommitmentLink.ToActivity(Commitment.Key, int.Parse(thing[2..], System.Globalization.CultureInfo.InvariantCulture))
            : CommitmentLink.ToIndicator(Commitment.Key, thing[2..]));
        audit.Record("charter.commitment-linked", $"commitment:{Commitment.Key}", after: new { to = thing });
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts["Linked"];
        }
        catch (DbUpdateException)
        {
            // Somebody else made the same link in the same moment: it is there.
            db.ChangeTracker.Clear();
        }

        return To($"/workspace/charter/commitments/{id}");
    }

    public async Task<IActionResult> OnPostUnlinkAsync(int id, string? thing, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        var link = (await db.Set<CommitmentLink>().Where(link => link.CommitmentKey == Commitment.Key).ToListAsync(cancellation))
            .Find(link => ValueOf(link.ActivityId, link.IndicatorCode) == thing);
        if (link is not null)
        {
            db.Remove(link);
            audit.Record("charter.commitment-unlinked", $"commitment:{Commitment.Key}", before: new { to = thing });

            // Where somebody else removed it in the same moment, it is gone too.
            await db.SavedAsync(cancellation);
        }

        return To($"/workspace/charter/commitments/{id}");
    }

    public static string ValueOf(int? activity, string? indicator) => activity is { } id ? $"a:{id}" : $"i:{indicator}";

    private async Task<bool> LoadAsync(int id, CancellationToken cancellation)
    {
        var commitment = await (
            from one in db.Set<Commitment>().AsNoTracking()
            join version in db.Set<CharterVersion>() on one.CharterVersionId equals version.Id
            where one.Id == id && version.State == CharterState.InForce
            select one).FirstOrDefaultAsync(cancellation);
        if (commitment is null)
        {
            return false;
        }

        Commitment = commitment;
        Standing = (await reader.StandingsAsync(cancellation)).GetValueOrDefault(commitment.Key) ?? CommitmentStanding.None;
        Things = await ThingsAsync(cancellation);
        return true;
    }

    private async Task<IReadOnlyList<SelectListItem>> ThingsAsync(CancellationToken cancellation)
    {
        var day = time.TodayInMorocco();
        var axes = await db.ReadAxesAsync(day, cancellation);
        var indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(indicator => indicator.Position)
            .Select(indicator => new { indicator.Code, indicator.Name }).ToListAsync(cancellation);
        var (planGroup, indicatorGroup) = (new SelectListGroup { Name = texts["LinkedActivity"] }, new SelectListGroup { Name = texts["LinkedIndicator"] });
        var linked = Standing.Links.Select(link => ValueOf(link.ActivityId, link.IndicatorCode)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. axes.SelectMany(axis => axis.Activities)
                .Select(activity => new SelectListItem($"{activity.Reference} {activity.Title.In(Language)}", ValueOf(activity.Id, null)) { Group = planGroup })
                .Concat(indicators.Select(indicator => new SelectListItem(indicator.Name.In(Language), ValueOf(null, indicator.Code)) { Group = indicatorGroup }))
                .Where(option => !linked.Contains(option.Value)),
        ];
    }

    internal sealed class EntryInput
    {
        [Required]
        public CommitmentState? State { get; set; }

        [Required]
        public DateOnly? On { get; set; }

        [Localized(Longest = 1000)]
        public LocalizedInput Note { get; set; } = new();
    }
}
