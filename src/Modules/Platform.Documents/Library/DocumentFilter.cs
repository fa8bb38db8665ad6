using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Documents.Library;

/// <summary>What a reader chose to see, as the address carries it: <c>?kind=minutes&amp;language=ar&amp;variant=audio&amp;q=…&amp;p=2</c>.</summary>
internal sealed record DocumentFilter
{
    public const int LongestSearch = 100;
    public const int PageSize = 20;

    public const int LastPage = 100_000;

    public DocumentKind? Kind { get; private init; }

    public FileLanguage? Language { get; private init; }

    public FileVariant? Variant { get; private init; }

    /// <summary>As the reader typed it.</summary>
    public string Search { get; private init; } = "";

    /// <summary>For the workspace: only published ones, only others, or all.</summary>
    public bool? Published { get; private init; }

    public int Page { get; private init; } = 1;

    public bool IsEmpty => this with { Page = 1 } == new DocumentFilter();

    public IReadOnlyList<string> Words => Folding.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>False where a value is malformed. An empty value is none.</returns>
    public static bool TryRead(IQueryCollection query, out DocumentFilter filter) => TryRead(query, "p", out filter);

    /// <param name="pageKey">The page's name in the query: <c>page</c> in the API, where it does not belong to the route.</param>
    public static bool TryRead(IQueryCollection query, string pageKey, out DocumentFilter filter)
    {
        filter = new();
        if (!TrySingle(query["kind"], out var kind) || !TrySingle(query["language"], out var language) || !TrySingle(query["variant"], out var variant)
            || !TrySingle(query["q"], out var search) || !TrySingle(query[pageKey], out var page) || !TrySingle(query["published"], out var published))
        {
            return false;
        }

        DocumentKind kindOf = default;
        FileLanguage languageOf = default;
        FileVariant variantOf = default;
        var number = 1;
        if ((kind is not null && !MachineWord.TryRead(kind, out kindOf))
            || (language is not null && !FileLanguageTag.TryRead(language, out languageOf))
            || (variant is not null && !MachineWord.TryRead(variant, out variantOf))
            || published is not (null or "yes" or "no")
            || (page is not null && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > LastPage))
            || search?.Length > LongestSearch)
        {
            return false;
        }

        filter = new()
        {
            Kind = kind is null ? null : kindOf,
            Language = language is null ? null : languageOf,
            Variant = variant is null ? null : variantOf,
            Search = search?.Trim() ?? "",
            Published = published is null ? null : published == "yes",
            Page = number,
        };
        return true;
    }

    private static bool TrySingle(StringValues values, out string? value)
    {
        value = values.Count == 1 && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;
        return values.Count <= 1;
    }
}
