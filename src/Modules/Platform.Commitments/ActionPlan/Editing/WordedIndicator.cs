using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Ui.Forms;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>An indicator in the words of the plan, as a row of a form.</summary>
internal sealed class WordedIndicator
{
    /// <summary>Key of the row that it was filled from; none for a new one.</summary>
    public int? Id { get; set; }

    [Localized]
    public LocalizedInput Text { get; set; } = new();

    /// <summary>The indicator that it is, by its code.</summary>
    [MaxLength(ActivityIndicator.CodeLength)]
    public string? Indicator { get; set; }
}

/// <summary>A text of a list, as a row of a form.</summary>
internal sealed class WordedText
{
    [Localized(Longest = 1000)]
    public LocalizedInput Text { get; set; } = new();

    public static WordedText From(LocalizedText text) => new() { Text = LocalizedInput.From(text) };
}

internal static class WordedRows
{
    public static IReadOnlyList<LocalizedText> Texts(this IEnumerable<WordedText> rows) => [.. rows.Select(row => row.Text.ToText()).OfType<LocalizedText>()];

    /// <summary>The commune's indicators to choose from, and none. A code that the commune no longer has stays one of the choices.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> IndicatorChoicesAsync(
        this CommuneContext db, string none, IEnumerable<string?> chosen, Language language, CancellationToken cancellation)
    {
        var known = await db.Set<Indicator>().AsNoTracking()
            .OrderBy(indicator => indicator.Position)
            .Select(indicator => new { indicator.Code, indicator.Name })
            .ToListAsync(cancellation);
        return
        [
            new(none, ""),
            .. known.Select(indicator => new SelectListItem(indicator.Name.In(language), indicator.Code)),
            .. chosen.OfType<string>().Distinct().Except(known.Select(indicator => indicator.Code)).Select(code => new SelectListItem(code, code)),
        ];
    }
}
