using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Composition.Operations;

/// <summary>
/// The last word where two people change the same in the same moment and the page has none of its own: the database has refused the second, nothing of it was saved, and
/// whoever sent it gets the form again with what was typed and is told why. 409. Any other fault of a database stays a fault.
/// </summary>
internal sealed partial class OvertakenForms(IStringLocalizer<CommonTexts> texts, ILogger<OvertakenForms> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done is not { ExceptionHandled: false, Exception: DbUpdateException fault, HandlerInstance: PageModel page } || !HttpMethods.IsPost(page.Request.Method) || !IsRace(fault))
        {
            return;
        }

        LogOvertaken(context.ActionDescriptor.ViewEnginePath);
        foreach (var db in fault.Entries.Select(entry => entry.Context).Distinct())
        {
            // Showing the page may save something of its own: not together with this.
            db.ChangeTracker.Clear();
        }

        if (page is PersonalPage personal)
        {
            personal.Warning = texts["Overtaken"];
        }
        else
        {
            page.ModelState.AddModelError("", texts["Overtaken"]);
        }

        page.Response.StatusCode = StatusCodes.Status409Conflict;
        done.ExceptionHandled = true;
        done.Result = page.Page();
    }

    /// <summary>A row was changed or removed since it was read; a key that must be unique was taken; what a row belongs to is gone; two waited for each other.</summary>
    internal static bool IsRace(DbUpdateException fault) => fault is DbUpdateConcurrencyException
        || fault.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 787 } or SqlException { Number: 2601 or 2627 or 547 or 1205 };

    // Without the fault: what a database says of a key that is taken holds the key, which may be somebody's address.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Two changes met on {Page}: the second was refused, and whoever sent it was told")]
    private partial void LogOvertaken(string page);
}
