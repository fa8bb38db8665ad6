using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>Who signed the charter, in the order of signature; <c>?kind=association|partner</c> and <c>?p=</c> choose.</summary>
[Feature(Feature.Charter)]
internal sealed class SignatoriesModel(CharterReader charters, IDocuments documents) : CommunePage
{
    public const int PageSize = 50;

    /// <summary>False where the commune has no charter that could be signed.</summary>
    public bool HasCharter { get; private set; }

    public SignatoryKind? Kind { get; private set; }

    public IReadOnlyDictionary<SignatoryKind, int> Counts { get; private set; } = new Dictionary<SignatoryKind, int>();

    public int Total => Counts.Values.Sum();

    public IReadOnlyList<Signatory> Signatories { get; private set; } = [];

    /// <summary>The signed sheets, by <see cref="Signatory.DocumentsSubject"/>.</summary>
    public ILookup<string, AttachedDocument> Sheets { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string? kind, string? p, CancellationToken cancellation)
    {
        if (!TryKind(kind, out var wanted) || !PageNumber.TryRead(p, out var page))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        (Kind, Number) = (wanted, page);
        HasCharter = (await charters.HistoryAsync(cancellation)).Count > 0;
        Counts = await charters.Signatories
            .GroupBy(signatory => signatory.Kind)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var listed = Kind is { } one ? Counts.GetValueOrDefault(one) : Total;
        Pages = PageNumber.PagesOf(listed, PageSize);
        if (Number > Pages)
        {
            return NotFound();
        }

        Signatories = await charters.Signatories
            .Where(signatory => Kind == null || signatory.Kind == Kind)
            .OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var subjects = Signatories.Select(signatory => signatory.DocumentsSubject).OfType<string>().ToList();
        if (subjects.Count > 0)
        {
            Sheets = await documents.OfAsync(subjects, unpublished: false, cancellation);
        }

        return Page();
    }

    private static bool TryKind(string? text, out SignatoryKind? kind)
    {
        kind = text switch
        {
            "association" => SignatoryKind.Association,
            "partner" => SignatoryKind.Partner,
            _ => null,
        };
        return kind is not null || string.IsNullOrEmpty(text);
    }
}
