using Microsoft.Extensions.Localization;

namespace Platform.Participation.Contributions;

/// <summary>How an author is named to others: only as the author chose.</summary>
internal static class Authors
{
    public static string NameOf(Participant author, IStringLocalizer<ContributionsTexts> texts) => author switch
    {
        { ShownAs: ShownAs.Name, Name: { } name } => name,
        { ShownAs: ShownAs.Association, Association: { } association } => association,
        _ => texts["ACitizen"],
    };
}
