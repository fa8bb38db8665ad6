using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Library;
using Platform.Documents.Reception;
using Platform.Ui.Workspace;

namespace Platform.Documents.Desk;

/// <summary>
/// What the script of file fields talks to, in JSON. POST begins a file, PUT brings its next part, GET says how far it is; each answers
/// <c>{code, received, whole, name}</c> or <c>{problem}</c>. The antiforgery token comes as a header.
/// </summary>
[Workspace(Everyone = true)]
internal sealed class UploadsModel(Uploads uploads, DocumentKeeper keeper) : WorkspacePage
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is { } upload ? State(upload) : Unknown();

    public Task<IActionResult> OnPostAsync(string? name, long length, CancellationToken cancellation) =>
        CarefullyAsync(name ?? "", async () => State(await uploads.StartAsync(name ?? "", length, cancellation)));

    public async Task<IActionResult> OnPutAsync(string? code, long start, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is not { } upload
            ? Unknown()
            : await CarefullyAsync(upload.Name, async () =>
                await uploads.TakePartAsync(upload, start, Request.Body, cancellation)
                    ? State(upload)
                    : State((await FindAsync(code, cancellation))!, StatusCodes.Status409Conflict));

    private Task<Upload?> FindAsync(string? code, CancellationToken cancellation) =>
        code is { Length: Upload.CodeLength } ? uploads.FindAsync(code, cancellation) : Task.FromResult<Upload?>(null);

    private async Task<IActionResult> CarefullyAsync(string name, Func<Task<IActionResult>> work)
    {
        try
        {
            return await work();
        }
        catch (FileRefusedException refused)
        {
            return Problem(keeper.InWords(refused, name), StatusCodes.Status400BadRequest);
        }
        catch (StoreUnavailableException)
        {
            return Problem(Texts["StoreDown"], StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IStringLocalizer<LibraryTexts> Texts => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<LibraryTexts>>();

    private JsonResult Unknown() => Problem(Texts["Refused_Forgotten"], StatusCodes.Status404NotFound);

    private static JsonResult State(Upload upload, int status = StatusCodes.Status200OK) =>
        new JsonResult(new { code = upload.Code, received = upload.IsWhole ? upload.Length : upload.Received, whole = upload.IsWhole, name = upload.Name }) { StatusCode = status };

    private static JsonResult Problem(string problem, int status) => new(new { problem }) { StatusCode = status };
}
