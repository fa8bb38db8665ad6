using Microsoft.Extensions.Localization;
using Platform.Kernel.Law;
using Platform.Ui;

namespace Platform.National.LegalRules;

internal static class RuleWords
{
    /// <summary>20 jours ouvrables.</summary>
    public static string ValueOf(this IStringLocalizer texts, RuleUnit unit, int value) => texts.Count("Unit" + unit, value);

    public static string KeyOf(bool confirmed) => confirmed ? "Confirmed" : "Unconfirmed";

    public static string BadgeOf(bool confirmed) => confirmed ? "success" : "warning";
}
