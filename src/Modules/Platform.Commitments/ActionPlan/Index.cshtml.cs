using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>The plan by axis, with its progress today, filters and search.</summary>
[Feature(Feature.ActionPlan)]
internal sealed class IndexModel(CommuneContext db, IDocuments documents, IShapers shapers, TimeProvider time, IStringLocalizer<ActionPlanTexts> texts) : CommunePage
{
    /// <summary>None where the commune has no plan.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>The other plans that the public sees, the latest first: earlier ones, and one that is being prepared.</summary>
    public IReadOnlyList<Plan> Others { get; private set; } = [];

    /// <summary>What links to the plan carry where it is not the one that stands at the address without it: <c>?plan=1</c>.</summary>
    public string PlanQuery { get; private set; } = "";

    public DateOnly Today { get; } = time.TodayInMorocco();

    /// <summary>Documents of its adoption.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public PlanFilter Filter { get; private set; } = PlanFilter.Everything;

    /// <summary>All axes, whatever was chosen.</summary>
    public IReadOnlyList<PlanAxis> Axes { get; private set; } = [];

    /// <summary>What was chosen of them.</summary>
    public IReadOnlyList<PlanAxis> Shown { get; private set; } = [];

    /// <summary>By the axis's key.</summary>
    public ILookup<int, SuccessIndicator> SuccessIndicators { get; private set; } = Array.Empty<SuccessIndicator>().ToLookup(indicator => indicator.AxisId);

    /// <summary>The page of an activity tells how it went on.</summary>
    public static IReadOnlyCollection<string> ToldElsewhere { get; } = ["activity.progressed", "activity.described"];

    /// <summary>What the acts on axes and activities were recorded on, archived ones too, with what readers call them.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Remarks that shaped its axes.</summary>
    public IReadOnlyList<Shaped> Shaped { get; private set; } = [];

    public IEnumerable<PlanActivity> Activities => Axes.SelectMany(axis => axis.Activities);

    public int Found => Shown.Sum(axis => axis.Activities.Count);

    public decimal? Progress => PlanProgress.Of(Activities.Select(activity => activity.Standing));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!PlanFilter.TryRead(Request.Query, out var filter))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Filter = filter;
        if (PlanChoice.Of(Request.Query) is not { } choice)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Plan = choice.Number is { } number ? await db.ReadPlanNumberedAsync(number, cancellation) : await db.ReadPlanAsync(Today, cancellation);
        if (Plan is null && choice.Number is not null)
        {
            return NotFound();
        }

        PlanQuery = choice.Query;
        if (Plan is null)
        {
            return Page();
        }

        if (Plan.IsAdopted)
        {
            Documents = [.. (await documents.OfAsync([Plan.DocumentsSubject], unpublished: false, cancellation))[Plan.DocumentsSubject]];
        }

        Axes = await db.ReadAxesAsync(Plan, Today, cancellation);
        Others = await db.Set<Plan>().AsNoTracking()
            .Where(other => other.PublishedAt != null && other.Id != Plan.Id)
            .Include(other => other.Rounds)
            .OrderByDescending(other => other.Number)
            .ToListAsync(cancellation);
        if (filter.Axis is { } axis && Axes.All(known => known.Number != axis))
        {
            return NotFound();
        }

        Shown = filter.Apply(Axes);
        SuccessIndicators = (await db.Set<SuccessIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToListAsync(cancellation))
            .ToLookup(indicator => indicator.AxisId);
        if (filter.IsEmpty)
        {
            // An answer names the plan without its number: the one that stands there.
            Shaped = PlanQuery.Length > 0 ? [] : await shapers.OfAsync(["/action-plan"], cancellation);
            Parts = await db.ReadPartsAsync(Plan, number => texts["AxisNumber", number], cancellation);
        }

        return Page();
    }

    public int CountOf(string status) => status == PlanFilter.Late
        ? Activities.Count(activity => activity.IsLate)
        : Activities.Count(activity => MachineWord.Of(activity.Status) == status);
}
