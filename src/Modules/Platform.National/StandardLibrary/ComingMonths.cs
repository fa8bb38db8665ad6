using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.National.StandardLibrary;

/// <summary>The months from which a change of the library can hold: the running one, of which no figure was taken yet, and those of the two years after it.</summary>
internal static class ComingMonths
{
    private const int Months = 24;

    public static IEnumerable<Period> Of(TimeProvider time)
    {
        var month = Period.Containing(time.TodayInMorocco(), Periodicity.Monthly);
        for (var i = 0; i < Months; i++, month = month.Next())
        {
            yield return month;
        }
    }

    public static IEnumerable<SelectListItem> Choices(this IEnumerable<Period> months) => months.Select(month => new SelectListItem(Formats.Period(month), month.ToString()));
}
