using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Participation.Decisions.Desk;

internal static class Queries
{
    /// <summary>What was chosen to be seen, without the name of the button that was pressed.</summary>
    public static QueryString RemoveHandler(this QueryString query)
    {
        var kept = QueryHelpers.ParseQuery(query.Value).Where(pair => pair.Key is not ("handler" or "at"));
        return QueryString.Create(kept);
    }
}
