using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Kernel.Files;

namespace Platform.Ui.Forms;

/// <summary>
/// The files of a form: those chosen now, and those that an earlier try or a script has already brought. A page binds it
/// (<c>[BindProperty] public FilesInput Files { get; set; } = new();</c>), writes <c>&lt;files-field for="Files" … /&gt;</c> in a form with
/// <c>enctype="multipart/form-data"</c>, and calls <see cref="ReceiveAsync"/> before it changes anything.
/// </summary>
public sealed class FilesInput
{
    public IList<IFormFile> Sent { get; set; } = [];

    public IList<string> Codes { get; set; } = [];

    /// <summary>What is safe in the store, to be shown again and to be kept.</summary>
    public IReadOnlyList<ReceivedFile> Received { get; private set; } = [];

    /// <summary>The store did not answer: answer 503 with the form as it was.</summary>
    public bool StoreDown { get; private set; }

    /// <summary>Brings the files to safety and says in the model state what is wrong with those that were not accepted.</summary>
    /// <param name="name">The property's name in the form: <c>Files</c>.</param>
    /// <returns>False where something was refused.</returns>
    public async Task<bool> ReceiveAsync(IDocuments documents, ModelStateDictionary state, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(state);
        var received = await documents.ReceiveAsync(
            [.. Sent.Where(file => file.Length > 0 || file.FileName.Length > 0).Select(file => new IncomingFile(file.FileName, file.OpenReadStream))],
            [.. Codes.Where(code => !string.IsNullOrWhiteSpace(code))],
            cancellation);
        (Received, StoreDown) = (received.Files, received.StoreDown);

        // The codes of what was received now are what the form is shown with, whatever it was sent with.
        foreach (var key in state.Keys.Where(key => key.StartsWith(name + ".Codes", StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }

        foreach (var problem in received.Problems)
        {
            state.AddModelError(name, problem);
        }

        return received.Problems.Count == 0;
    }

    /// <summary>Makes documents of what was received; saved with the caller's own changes.</summary>
    /// <param name="about">Asked only where there are files: a thing says of itself that it has documents.</param>
    public async Task KeepAsync(IDocuments documents, Func<NewDocument> about, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(about);
        foreach (var file in Received)
        {
            await documents.KeepAsync(file, about(), cancellation);
        }
    }
}
