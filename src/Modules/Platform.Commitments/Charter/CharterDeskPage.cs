using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter;

/// <summary>What the pages on which the charter is written and followed up share.</summary>
internal abstract class CharterDeskPage : WorkspacePage
{
    public EditConflict? Conflict { get; private set; }

    /// <summary>To another page of the site, in the same language.</summary>
    protected RedirectResult To(string path) => Redirect(At(path));

    protected string At(string path) => $"/{Language.Tag}{path}";

    /// <summary>The form again, with what somebody else saved meanwhile beside what was typed. 409.</summary>
    protected PageResult Conflicting(EditConflict conflict)
    {
        Conflict = conflict;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The values of an enumeration to choose from, named by <c>Prefix_Value</c>.</summary>
    protected static IReadOnlyList<SelectListItem> Choices<T>(IStringLocalizer texts, string prefix)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(texts[$"{prefix}_{value}"], value.ToString()))];
}
