using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.FollowUp;

/// <summary>
/// How to reach communes: what they say of themselves, and their focal points. Names and addresses of people are read in the communes' databases for this
/// answer alone, and the trail says who read them.
/// </summary>
[Staff(Role.Analyst, Role.DgctOfficer)]
internal sealed class ContactsModel(
    ICommuneCatalog catalog, IFocalPoints people, NationalContext db, AuditTrail audit, Words words, IStringLocalizer<FollowUpTexts> texts,
    IStringLocalizer<CommonTexts> common, TimeProvider time) : StaffPage
{
    public const int PageSize = 30;

    public string SearchWords { get; private set; } = "";

    public string? Region { get; private set; }

    public int Number { get; private set; }

    public int Found { get; private set; }

    public int Pages => PageNumber.PagesOf(Found, PageSize);

    public IReadOnlyList<ListedCommune> Communes { get; private set; } = [];

    /// <summary>Focal points by slug; a commune whose database does not answer is not in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Member>> FocalPoints { get; private set; } = new Dictionary<string, IReadOnlyList<Member>>();

    public Words Words { get; } = words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ChooseAsync(cancellation) is { } refusal)
        {
            return StatusCode(refusal);
        }

        if (Number > Pages)
        {
            return NotFound();
        }

        Communes = [.. Communes.Skip((Number - 1) * PageSize).Take(PageSize)];
        if (Communes.Count > 0)
        {
            FocalPoints = await PeopleAsync(cancellation);
            await audit.RecordReadAsync("contact.read", $"contact:{Selection}/{Formats.Number(Number)}", cancellation);
        }

        return Page();
    }

    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation) => ExportAsync(
        rows => Csv.Result(FileName("csv"), Header, rows), cancellation);

    public Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellation) => ExportAsync(
        rows => Xlsx.Result(FileName("xlsx"), new XlsxSheet(texts["Contacts"], Header, rows)), cancellation);

    private List<string> Header =>
    [
        texts["Code"], common["Commune"], common["Province"], common["Region"], texts["CommuneTelephone"], texts["CommuneMail"], texts["FocalPoint"], texts["FocalMail"], texts["FocalLanguage"],
    ];

    /// <summary>What was read, as the trail names it: a region, one commune's words, or all.</summary>
    private string Selection => (Region, SearchWords) switch
    {
        (null, "") => "all",
        (null, _) => Folding.Fold(SearchWords) is { Length: <= 60 } words ? words : Folding.Fold(SearchWords)[..60],
        _ => Region!,
    };

    private string FileName(string extension) => $"{texts["ContactsFile"]}-{Formats.Machine(time.TodayInMorocco())}.{extension}";

    private async Task<IActionResult> ExportAsync(Func<IEnumerable<IReadOnlyList<object?>>, FileAnswer> write, CancellationToken cancellation)
    {
        if (await ChooseAsync(cancellation) is { } refusal)
        {
            return StatusCode(refusal);
        }

        FocalPoints = await PeopleAsync(cancellation);
        audit.Record("contact.exported", $"contact:{Selection}", after: new { Communes = Communes.Count });
        await db.SaveChangesAsync(cancellation);
        return write(Communes.SelectMany(RowsOf));
    }

    private IEnumerable<IReadOnlyList<object?>> RowsOf(ListedCommune listed)
    {
        var commune = listed.Commune;
        object?[] own =
        [
            commune.Code, commune.Name.In(Language), commune.Province.In(Language), commune.Region.In(Language), commune.Profile.Contact.Telephone, commune.Profile.Contact.Mail,
        ];
        var focal = FocalPoints.GetValueOrDefault(commune.Slug) ?? [];
        return focal.Count == 0
            ? [[.. own, null, null, null]]
            : focal.Select(one => (IReadOnlyList<object?>)[.. own, one.Name, one.Mail, one.Language.Tag]);
    }

    private Task<IReadOnlyDictionary<string, IReadOnlyList<Member>>> PeopleAsync(CancellationToken cancellation) =>
        people.OfAsync([.. Communes.Select(listed => listed.Commune.Slug)], cancellation);

    /// <summary>The communes of the filter, by name.</summary>
    /// <returns>The status to refuse with, if any.</returns>
    private async Task<int?> ChooseAsync(CancellationToken cancellation)
    {
        var query = new QueryReader(Request.Query);
        (SearchWords, Region, Number) = (query.Search(), query.Region(), query.Page());
        if (!query.Understood(out var refusal))
        {
            return refusal ?? StatusCodes.Status400BadRequest;
        }

        var words = Folding.Fold(SearchWords).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Communes =
        [
            .. (await catalog.AllAsync(cancellation))
                .Where(listed => Region is null || listed.RegionCode == Region)
                .Where(listed => listed.Commune.Slug == SearchWords || Array.TrueForAll(words, NationalCommune.SearchTextOf(listed.Commune).Contains))
                .OrderBy(listed => Folding.Fold(listed.Commune.Name.In(Language)), StringComparer.Ordinal),
        ];
        Found = Communes.Count;
        return null;
    }
}
