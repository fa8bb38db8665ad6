using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Ui.Sites;

public static class Queries
{
    /// <summary>What an address asks for, without some of it: the name of the button that was pressed (<c>handler</c>) belongs to no page that is looked at again.</summary>
    public static QueryString Without(this QueryString query, params IReadOnlyCollection<string> keys) =>
        QueryString.Create(QueryHelpers.ParseQuery(query.Value).Where(pair => !keys.Contains(pair.Key)));
}
