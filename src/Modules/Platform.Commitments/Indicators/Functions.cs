using Microsoft.Extensions.Localization;
using Platform.Kernel.People;

namespace Platform.Commitments.Indicators;

/// <summary>Who acted, as readers see it: a function, not a person. The audit trail knows the person.</summary>
internal static class Functions
{
    public static string Of(CurrentPerson person) =>
        person.Is(Role.FocalPoint) ? "focal-point" : person.Is(Role.TeamMember) ? "team-member" : person.Actor;

    public static string Word(this IStringLocalizer texts, string function)
    {
        var word = texts["By_" + function];
        return word.ResourceNotFound ? function : word.Value;
    }
}
