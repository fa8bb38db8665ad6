using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

public static class Choosing
{
    /// <summary>The values of an enumeration to choose from, in the words that begin with <paramref name="prefix"/>: <c>Kind_</c> for <c>Kind_Note</c>.</summary>
    /// <param name="nothing">What stands first, for no choice; none where one has to be made.</param>
    public static IReadOnlyList<SelectListItem> Choices<T>(this IStringLocalizer texts, string prefix, string? nothing = null)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return
        [
            .. nothing is null ? [] : new SelectListItem[] { new(nothing, "") },
            .. Enum.GetValues<T>().Select(value => new SelectListItem(texts[prefix + value], value.ToString())),
        ];
    }
}
