using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Intake;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.National.StandardLibrary;

/// <summary>Adds an indicator to the library. Where it replaces one, that one is withdrawn with the same month: what is counted otherwise is another series.</summary>
[Staff(Role.DgctOfficer)]
internal sealed partial class AddModel(
    IStandardIndicators library, IStandardMeasures measures, PublishedChanges changes, NationalContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<LibraryTexts> texts)
    : StaffPage
{
    private const int FewestSteps = 2;

    /// <summary>Codes of communes' own indicators begin so, and that of this page.</summary>
    private static readonly string[] Taken = ["own-", "new"];

    [BindProperty]
    public AdditionInput Input { get; set; } = new();

    public IReadOnlyList<StandardMeasure> Measures { get; private set; } = [];

    public IEnumerable<SelectListItem> MonthChoices => ComingMonths.Of(time).Choices();

    public IEnumerable<SelectListItem> MeasureChoices =>
        [new(texts["ByHand"], ""), .. Measures.Select(measure => new SelectListItem($"{measure.Name.In(Language)} ({texts["Kind" + measure.Kind].Value})", measure.Key))];

    public IEnumerable<SelectListItem> Kinds => texts.Choices<IndicatorKind>("Kind");

    public IEnumerable<SelectListItem> Directions => texts.Choices<Direction>("Direction");

    public IEnumerable<SelectListItem> Periodicities => texts.Choices<Periodicity>("Periodicity");

    public IEnumerable<SelectListItem> Behaviours => texts.Choices<PeriodBehaviour>("Behaviour");

    /// <summary>Those that are in the library and can be replaced.</summary>
    public IEnumerable<SelectListItem> Replaceable => [new("–", ""), .. Standing.Select(indicator => new SelectListItem(indicator.Name.In(Language), indicator.Code))];

    private IEnumerable<StandardIndicator> Standing => library.All.Where(indicator => !changes.Now.Withdrawn.Any(one => one.Code == indicator.Code));

    public async Task OnGetAsync(string? replaces, CancellationToken cancellation)
    {
        Measures = await measures.AllAsync(cancellation);
        if (Standing.FirstOrDefault(indicator => indicator.Code == replaces) is { } former)
        {
            Input = new()
            {
                Replaces = former.Code,
                Name = LocalizedInput.From(former.Name),
                Definition = LocalizedInput.From(former.Definition),
                Unit = LocalizedInput.From(former.Unit),
                Kind = former.Kind,
                Direction = former.Direction,
                Periodicity = former.Periodicity,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Measures = await measures.AllAsync(cancellation);
        var measure = Measures.FirstOrDefault(one => one.Key == Input.Measure);
        Check(measure, out var from);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var kind = measure?.Kind ?? Input.Kind!.Value;
        var behaviour = measure?.Behaviour ?? (kind == IndicatorKind.Scale ? PeriodBehaviour.Stock : Input.Behaviour!.Value);
        var now = time.UtcNow();
        var added = LibraryIndicator.Of(
            Input.Code!, from, Input.Name.ToText()!, Input.Definition.ToText()!, Input.Unit.ToText()!, kind, Input.Direction!.Value, Input.Periodicity!.Value, behaviour,
            measure?.Key, kind == IndicatorKind.Scale ? Input.Steps.ToText() : null, Input.Reason.ToText()!, now);
        db.Add(added);
        audit.Record(
            "library.added", $"library:{added.Code}", added.Reason.In(Kernel.Text.Language.Arabic), null,
            new { added.Name, added.Definition, added.Unit, added.Kind, added.Direction, added.Periodicity, added.Behaviour, added.Measure, Input.Replaces, From = from.ToString() });
        if (Input.Replaces is { Length: > 0 } former)
        {
            db.Add(LibraryWithdrawal.Of(former, from, added.Code, added.Reason, now));
            audit.Record("library.withdrawn", $"library:{former}", added.Reason.In(Kernel.Text.Language.Arabic), null, new { From = from.ToString(), ReplacedBy = added.Code });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague took the code, or withdrew the other one, in this moment.
            db.ChangeTracker.Clear();
            changes.Forget();
            ModelState.AddModelError("", texts["AddedMeanwhile"]);
            return Invalid();
        }

        changes.Forget();
        (Notice, SavedForm) = (texts["WasAdded", Formats.Period(from)], "library-new");
        return To($"/workspace/library/{added.Code}");
    }

    private void Check(StandardMeasure? measure, out Period from)
    {
        if (!Period.TryParse(Input.From, out from) || !ComingMonths.Of(time).Contains(from))
        {
            Wrong("From", "FromWrong");
        }

        if (Input.Code is { Length: > 0 } code && (!Code().IsMatch(code) || Taken.Any(taken => code.StartsWith(taken, StringComparison.Ordinal))))
        {
            Wrong("Code", "CodeWrong");
        }
        else if (library.All.Any(indicator => indicator.Code == Input.Code))
        {
            Wrong("Code", "CodeTaken");
        }

        if (Input.Measure is { Length: > 0 } && measure is null)
        {
            Wrong("Measure", "MeasureWrong");
        }

        if (measure is null && Input.Kind is null)
        {
            Wrong("Kind", "KindNeeded");
        }

        if (measure is null && Input.Behaviour is null && Input.Kind != IndicatorKind.Scale)
        {
            Wrong("Behaviour", "BehaviourNeeded");
        }

        var (arabic, french) = (LibraryIndicator.Lines(Input.Steps.Ar), LibraryIndicator.Lines(Input.Steps.Fr));
        if (measure is null && Input.Kind == IndicatorKind.Scale && (arabic.Count < FewestSteps || french.Count != arabic.Count))
        {
            Wrong("Steps.Ar", "StepsWrong");
        }

        foreach (var (field, text) in new[] { ("Name", Input.Name), ("Definition", Input.Definition), ("Unit", Input.Unit), ("Reason", Input.Reason) })
        {
            if (!text.IsEmpty && string.IsNullOrWhiteSpace(text.Fr))
            {
                // Every commune shows it in both languages.
                Wrong(field + ".Fr", "FrenchNeeded");
            }
        }

        if (Input.Replaces is { Length: > 0 } former && !Standing.Any(indicator => indicator.Code == former))
        {
            Wrong("Replaces", "ReplacesWrong");
        }
    }

    private void Wrong(string field, string text) => Refuse("Input." + field, texts[text]);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    internal sealed class AdditionInput
    {
        [Required, MaxLength(NationalSnapshot.IndicatorLength)]
        public string? Code { get; set; }

        [Required]
        public string? From { get; set; }

        [Localized(Required = true, Longest = 200)]
        public LocalizedInput Name { get; set; } = new();

        [Localized(Required = true, Longest = 2000)]
        public LocalizedInput Definition { get; set; } = new();

        [Localized(Required = true, Longest = 60)]
        public LocalizedInput Unit { get; set; } = new();

        /// <summary>Empty: communes enter its values.</summary>
        [MaxLength(LibraryIndicator.MeasureLength)]
        public string? Measure { get; set; }

        public IndicatorKind? Kind { get; set; }

        public PeriodBehaviour? Behaviour { get; set; }

        [Localized(Longest = 2000)]
        public LocalizedInput Steps { get; set; } = new();

        [Required]
        public Direction? Direction { get; set; }

        [Required]
        public Periodicity? Periodicity { get; set; }

        public string? Replaces { get; set; }

        [Localized(Required = true, Longest = 900)]
        public LocalizedInput Reason { get; set; } = new();
    }
}
