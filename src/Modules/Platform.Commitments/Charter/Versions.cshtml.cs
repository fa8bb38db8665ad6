using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>The history of the charter; <c>?from=1&amp;to=2</c> shows what changed between two versions.</summary>
[Feature(Feature.Charter)]
internal sealed class VersionsModel(CharterReader charters) : CommunePage
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<CharterVersion> Versions { get; private set; } = [];

    /// <summary>Documents of their adoption, by <see cref="CharterVersion.DocumentsSubject"/>.</summary>
    public ILookup<string, AttachedDocument> Documents { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    public CharterDifferences? Differences { get; private set; }

    public int From { get; private set; }

    public int To { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? from, string? to, CancellationToken cancellation)
    {
        Versions = await charters.HistoryAsync(cancellation);
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to))
        {
            To = Versions.Count > 0 ? Versions[0].Number : 0;
            From = Versions.Count > 1 ? Versions[1].Number : To;
            Documents = await charters.DocumentsAsync(Versions, cancellation);
            return Page();
        }

        if (!TryNumber(from, out var earlier) || !TryNumber(to, out var later))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        (From, To) = (earlier, later);
        if (await charters.VersionAsync(earlier, cancellation) is not { } before || await charters.VersionAsync(later, cancellation) is not { } after)
        {
            return NotFound();
        }

        Differences = CharterDifferences.Between(before, after, Language);
        return Page();
    }

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
