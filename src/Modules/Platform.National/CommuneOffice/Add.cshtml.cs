using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.National.Comparison;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>Adds any of the country's communes: found in the official directory, which fills in everything.</summary>
[Staff(Role.Operator)]
internal sealed class AddModel(ICommuneOffice office, IStringLocalizer<CommuneOfficeTexts> texts) : StaffPage
{
    public const int Most = 30;

    public string Words { get; private set; } = "";

    public IReadOnlyList<DirectoryCommune> Found { get; private set; } = [];

    /// <summary>The commune that was chosen.</summary>
    public DirectoryCommune? Chosen { get; private set; }

    [BindProperty, Required, MaxLength(500)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellation)
    {
        var query = new QueryReader(Request.Query);
        Words = query.Search();
        if (!query.Understood(out var refusal))
        {
            return StatusCode(refusal ?? StatusCodes.Status400BadRequest);
        }

        if (!string.IsNullOrEmpty(code))
        {
            Chosen = await office.OfDirectoryAsync(code, cancellation);
            return Chosen is null ? NotFound() : Page();
        }

        Found = await office.SearchAsync(Words, Most, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await office.OfDirectoryAsync(code, cancellation) is not { } chosen)
        {
            return NotFound();
        }

        Chosen = chosen;
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var added = await office.AddAsync(code, Reason!, cancellation);
        if (added.Addition == CommuneAddition.WrongFiles)
        {
            ModelState.AddModelError("", texts["WrongFiles"]);
            foreach (var problem in added.Problems)
            {
                ModelState.AddModelError("", problem);
            }

            return Invalid();
        }

        Notice = texts[added.Addition == CommuneAddition.AlreadyHere ? "AlreadyHere" : "AddedNotice", chosen.Name.In(Language)];
        return To($"/workspace/communes/{added.Slug}");
    }
}
