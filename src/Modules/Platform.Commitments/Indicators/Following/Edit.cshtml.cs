using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Following;

/// <summary>What the commune aims at with an indicator; of its own ones, also what they are, as long as nothing was taken of them.</summary>
[Workspace(Area.Indicators)]
internal sealed class EditPage(CommuneContext db, IndicatorEditing editing, CountableOffers offers, AuditTrail audit, IStringLocalizer<IndicatorsTexts> texts) : WorkspacePage
{
    /// <summary>In the address instead of a code.</summary>
    private const string New = "new";

    /// <summary>What the browser keeps this form under while it is filled.</summary>
    public string KeepKey => "indicator:" + RouteData.Values["code"];

    /// <summary>None while a new one is being defined.</summary>
    public Indicator? Indicator { get; private set; }

    /// <summary>True where the form also holds the definition.</summary>
    public bool Defines { get; private set; }

    /// <summary>Entered by hand, and the platform could count it by now.</summary>
    public bool Countable => Indicator is { } indicator && offers.MeasureOf(indicator) is not null;

    public IReadOnlyList<SelectListItem> Links { get; private set; } = [];

    public IndicatorEditing Editing => editing;

    [BindProperty]
    public IndicatorForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        Input = Indicator is null ? new() : IndicatorForm.Of(Indicator);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }

        foreach (var (field, text) in Input.WrongAims().Concat(Defines ? Input.WrongDefinition(editing.Measures) : []))
        {
            ModelState.AddModelError("Input." + field, text.StartsWith("Validation", StringComparison.Ordinal) ? text : texts[text]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var indicator = Indicator;
        if (indicator is null)
        {
            var position = await db.Set<Indicator>().MaxAsync(one => (int?)one.Position, cancellation) ?? 0;
            indicator = Indicator.Of(Input.ToDefinition(await editing.NewCodeAsync(cancellation), editing.Measures), IndicatorLevel.Own, position + 1);
            db.Add(indicator);
            Apply(indicator);
            audit.Record("indicator.defined", $"indicator:{indicator.Code}", after: new { Name = indicator.Name.Ar, indicator.Kind, indicator.Periodicity, indicator.MeasureKey });
        }
        else
        {
            var before = Aims(indicator);
            if (Defines)
            {
                indicator.Redefine(Input.ToDefinition(indicator.Code, editing.Measures));
            }

            Apply(indicator);

            // Owned values do not touch the row itself: say that it is being changed, so that its revision is checked and raised.
            db.Entry(indicator).State = EntityState.Modified;
            db.EditedFrom(indicator, Input.Revision);
            audit.Record("indicator.edited", $"indicator:{indicator.Code}", before: before, after: Aims(indicator));
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictingAsync(indicator.Code, cancellation);
        }

        (Notice, SavedForm) = (texts["IndicatorSaved", indicator.Name.In(Language)], KeepKey);
        return Redirect($"{Root}/workspace/indicators");
    }

    private string Root => "/" + Language.Tag;

    private void Apply(Indicator indicator)
    {
        if (indicator.Level == IndicatorLevel.Own && Input.Name.ToText() is { } name)
        {
            indicator.Rename(name);
        }

        indicator.Aim(Input.Target, Input.Baseline);
        indicator.EntrustTo(Input.Responsible.ToText());
        indicator.LinkTo(string.IsNullOrEmpty(Input.LinkedTo) ? null : Input.LinkedTo);
        indicator.PutAside(Input.SetAside);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        Links = await editing.LinkOptionsAsync(Language, null, cancellation);
        if (code == New)
        {
            Defines = true;
            return true;
        }

        if (code.Length > Indicator.CodeLength || await db.Set<Indicator>().SingleOrDefaultAsync(one => one.Code == code, cancellation) is not { } indicator)
        {
            return false;
        }

        Indicator = indicator;
        Links = await editing.LinkOptionsAsync(Language, indicator.LinkedTo, cancellation);
        Defines = indicator.Level == IndicatorLevel.Own
            && !await db.Set<IndicatorSnapshot>().AnyAsync(snapshot => snapshot.IndicatorId == indicator.Id, cancellation)
            && !await db.Set<ManualValue>().AnyAsync(value => value.IndicatorId == indicator.Id, cancellation);
        return true;
    }

    private async Task<IActionResult> ConflictingAsync(string code, CancellationToken cancellation)
    {
        await LoadAsync(code, cancellation);
        var theirs = Indicator!;
        Input.Revision = theirs.Revision;
        var said = IndicatorForm.Of(theirs);
        return Conflicting(
        [
            .. theirs.Level == IndicatorLevel.Own ? EditConflict.Differing(texts["NameOfIndicator"], theirs.Name, Input.Name.ToText()) : [],
            .. Defines ? DefinitionDifferences(said) : [],
            .. EditConflict.Differing(texts["Target"], theirs.Target is { } target ? theirs.Value(target.Value) : null, Input.TargetValue is { } value ? theirs.Value(value) : null),
            .. EditConflict.Differing(texts["Due"], Formats.Date(theirs.Target?.Due), Formats.Date(Input.TargetDue)),
            .. EditConflict.Differing(texts["TargetStatement"], theirs.Target?.Statement, Input.TargetStatement.ToText()),
            .. EditConflict.Differing(
                texts["Baseline"], theirs.Baseline is { } baseline ? theirs.Value(baseline.Value) : null, Input.BaselineValue is { } start ? theirs.Value(start) : null),
            .. EditConflict.Differing(texts["BaselineOn"], Formats.Date(theirs.Baseline?.On), Formats.Date(Input.BaselineOn)),
            .. EditConflict.Differing(texts["Responsible"], theirs.Responsible, Input.Responsible.ToText()),
            .. EditConflict.Differing(texts["Follows"], Words(Links, theirs.LinkedTo), Words(Links, Input.LinkedTo)),
            .. EditConflict.Differing(texts["SetAside"], texts[theirs.SetAside ? "Yes" : "No"], texts[Input.SetAside ? "Yes" : "No"]),
        ]);
    }

    private IEnumerable<ConflictingField> DefinitionDifferences(IndicatorForm said) =>
    [
        .. EditConflict.Differing(texts["WhatIsCounted"], said.Definition.ToText(), Input.Definition.ToText()),
        .. EditConflict.Differing(texts["HowFigured"], Words(editing.MeasureOptions(Language), said.Measure), Words(editing.MeasureOptions(Language), Input.Measure)),
        .. EditConflict.Differing(texts["Kind"], Words(editing.KindOptions, $"{said.Kind}"), Words(editing.KindOptions, $"{Input.Kind}")),
        .. EditConflict.Differing(texts["Behaviour"], Words(editing.BehaviourOptions, $"{said.Behaviour}"), Words(editing.BehaviourOptions, $"{Input.Behaviour}")),
        .. EditConflict.Differing(texts["Unit"], said.Unit.ToText(), Input.Unit.ToText()),
        .. EditConflict.Differing(texts["Scale"], said.Steps.ToText(), Input.Steps.ToText()),
        .. EditConflict.Differing(texts["Direction"], Words(editing.DirectionOptions, $"{said.Direction}"), Words(editing.DirectionOptions, $"{Input.Direction}")),
        .. EditConflict.Differing(texts["Periodicity"], Words(editing.PeriodicityOptions, $"{said.Periodicity}"), Words(editing.PeriodicityOptions, $"{Input.Periodicity}")),
    ];

    /// <summary>What a choice is called in its list.</summary>
    private static string? Words(IEnumerable<SelectListItem> options, string? value) => options.FirstOrDefault(option => option.Value == (value ?? ""))?.Text ?? value;

    private static object Aims(Indicator indicator) => new
    {
        Name = indicator.Name.Ar,
        indicator.MeasureKey,
        Target = indicator.Target?.Value,
        indicator.Target?.Due,
        Baseline = indicator.Baseline?.Value,
        Responsible = indicator.Responsible?.Ar,
        indicator.LinkedTo,
        indicator.SetAside,
    };
}
