using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sifting;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>What was said in a consultation, and what became of it.</summary>
[Feature(Feature.Consultations)]
internal sealed class RemarksModel(RemarkReader reader, Sorter sorter, CommuneContext db, TimeProvider time) : CommunePage
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>Whether the remarks can be supported now.</summary>
    public bool IsOpen { get; private set; }

    public RemarkFilter Filter { get; private set; } = new();

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    /// <summary>The team's themes; the public comes to know them with the report.</summary>
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public RemarkPage List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await reader.AnnouncedAsync(slug, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        if (!RemarkFilter.TryRead(Request.Query, out var filter) || filter.State is not null || filter.Channel is not null || filter.Burst != new BurstFilter()
            || filter.Assigned is not null || filter.Theme == RemarkFilter.None)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        (Consultation, Filter) = (consultation, filter);
        IsOpen = consultation.PhaseAt(time.UtcNow()) == ConsultationPhase.Open;
        HttpContext.ChangesAt(new[] { consultation }.NextChange(time.UtcNow()));
        Matters = await reader.MattersAsync(consultation.Id, cancellation);
        var about = filter.About is { } key ? RemarkReader.Within(Matters, key) : null;
        Themes = consultation.ReportedAt is null ? [] : await sorter.ThemesAsync(consultation, Language, cancellation);
        if ((filter.About is not null && about is null) || (filter.Theme is not null && Themes.All(theme => theme.Id.ToString(CultureInfo.InvariantCulture) != filter.Theme)))
        {
            return NotFound();
        }

        var shown = db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Shown && remark.Kind != RemarkKind.Priority);
        List = await RemarkReader.PageAsync(filter.Apply(shown, about), filter, Matters, cancellation);
        return filter.Page > List.Pages ? NotFound() : Page();
    }
}
