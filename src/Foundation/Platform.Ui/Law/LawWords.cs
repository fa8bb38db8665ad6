using Microsoft.Extensions.Localization;
using Platform.Kernel.Law;

namespace Platform.Ui.Law;

/// <summary>A threshold or deadline in words, the same wherever one is shown.</summary>
public static class LawWords
{
    /// <summary>20 jours ouvrables.</summary>
    public static string ValueOf(this IStringLocalizer<LawTexts> texts, RuleUnit unit, int value) => texts.Count("Unit" + unit, value);

    public static string KeyOf(bool confirmed) => confirmed ? "Confirmed" : "Unconfirmed";

    public static string BadgeOf(bool confirmed) => confirmed ? "success" : "warning";
}
