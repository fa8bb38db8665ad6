using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Sites;

namespace Platform.Ui.Workspace;

/// <summary>What pages of people who are signed in share: they are nobody else's to keep, and say after a redirect what has been done.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class PersonalPage : PageModel
{
    private const string NoticeKey = "Notice";
    private const string WarningKey = "Warning";
    private const string KeptKey = "Kept";

    public Language Language { get; } = Languages.Current;

    public CurrentPerson Person => HttpContext.RequestServices.GetRequiredService<CurrentPerson>();

    /// <summary>One sentence shown at the top of the next page: what was done.</summary>
    public string? Notice
    {
        get => TempData[NoticeKey] as string;
        set => TempData[NoticeKey] = value;
    }

    /// <summary>One sentence shown at the top of the next page: why what was asked for was not done.</summary>
    public string? Warning
    {
        get => TempData[WarningKey] as string;
        set => TempData[WarningKey] = value;
    }

    /// <summary>The form (<c>data-keep</c>) that was saved: on the next page the browser forgets what it kept of it.</summary>
    public string? SavedForm
    {
        get => TempData[KeptKey] as string;
        set => TempData[KeptKey] = value;
    }

    /// <summary>
    /// Says on a form with <c>data-keep</c> that what is served is what was typed last, as in every answer to a form that was sent:
    /// <c>data-served="@Model.Served"</c>. Razor writes such an attribute in any case, and empty where this is none.
    /// </summary>
    public string? Served => HttpMethods.IsPost(Request.Method) ? "typed" : null;

    /// <summary>What somebody else saved while this form was filled, beside what was typed.</summary>
    public EditConflict? Conflict { get; private set; }

    /// <summary>The form was sent by its preview button: it is shown again with what was typed, nothing is saved and nothing refused.</summary>
    protected bool IsPreview => Request.HasFormContentType && Request.Form.ContainsKey("preview");

    /// <summary>The form again, with what was typed and how it will look.</summary>
    protected PageResult Preview()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        return Page();
    }

    /// <summary>The form again, with what was typed and what is wrong with it. 400.</summary>
    protected PageResult Invalid()
    {
        Response.StatusCode = 400;
        return Page();
    }

    /// <summary>As <see cref="Invalid()"/>; 503 where the store of files did not answer.</summary>
    protected PageResult Invalid(FilesInput files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var page = Invalid();
        Response.StatusCode = files.StoreDown ? StatusCodes.Status503ServiceUnavailable : Response.StatusCode;
        return page;
    }

    /// <summary>The form again, with what somebody else saved meanwhile beside what was typed. 409.</summary>
    /// <param name="reload">Where the form stands with what they saved; none for the page's own address.</param>
    protected PageResult Conflicting(IEnumerable<ConflictingField> fields, string? reload = null)
    {
        Conflict = new([.. fields], reload ?? $"{Request.PathBase}{Request.Path}{Request.QueryString.Without("handler")}");

        // The form is sent again with the revision that is current now, not with the one that it was filled from.
        foreach (var key in ModelState.Keys.Where(key => key == "Revision" || key.EndsWith(".Revision", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Says on the next page what was done, or why it was not.</summary>
    protected void Tell(bool done, string notice, string warning)
    {
        if (done)
        {
            Notice = notice;
        }
        else
        {
            Warning = warning;
        }
    }

    protected void Refuse(string field, string message) => ModelState.AddModelError(field, message);

    /// <summary>To another page of the site, in the same language.</summary>
    protected RedirectResult To(string path) => Redirect($"/{Language.Tag}{path}");
}

/// <summary>A page of a commune's workspace, under <c>/workspace/</c>. It says by <see cref="WorkspaceAttribute"/> whose it is.</summary>
[Site(SiteKind.Commune)]
[Workspace(Everyone = true)]
public abstract class WorkspacePage : PersonalPage
{
    public Commune Commune => HttpContext.RequestServices.GetRequiredService<CurrentCommune>().Value;
}

/// <summary>A page of the national workspace, under <c>/workspace/</c> of the national site. It says by <see cref="StaffAttribute"/> whose it is.</summary>
[Site(SiteKind.National)]
[Staff]
public abstract class StaffPage : PersonalPage;
