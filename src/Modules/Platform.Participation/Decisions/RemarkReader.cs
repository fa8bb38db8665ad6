using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>A remark as lists show it.</summary>
/// <param name="Author">Name or association, where the author chose to be shown by it; otherwise "a citizen".</param>
internal sealed record RemarkLine(
    int Id, RemarkKind Kind, Matter? Matter, Matter? Within, string? Text, string? Proposed, int? Rank, DateTime ReceivedAt, Channel Channel, RemarkState State,
    int Supports, string? Author, Outcome? Outcome, DateTime? AnsweredAt, LocalizedText? Reason)
{
    /// <summary>Numbers of its themes.</summary>
    public IReadOnlyList<int> Themes { get; init; } = [];

    /// <summary>Account of who looks after it.</summary>
    public int? AssignedTo { get; init; }

    /// <summary>What an amendment changes of its paragraph, in the language that it is written in; none where there was no text.</summary>
    public (Language Language, ParagraphDifference Difference)? Amendment
    {
        get
        {
            if (Proposed is null || Matter?.Text is not { } before)
            {
                return null;
            }

            var language = Words.LanguageOf(Proposed, before);
            return (language, new(DifferenceKind.Changed, TextDifferences.CompareWords(before.In(language), Proposed)));
        }
    }
}

/// <param name="Pages">1 where there is nothing.</param>
internal sealed record RemarkPage(IReadOnlyList<RemarkLine> Lines, int Total, int Pages);

/// <summary>The remarks of a consultation, a page at a time: three queries, however many there are.</summary>
internal sealed class RemarkReader(CommuneContext db)
{
    public const int PageSize = 25;

    /// <summary>What everybody may read: only consultations that were announced.</summary>
    public async Task<Consultation?> AnnouncedAsync(string slug, CancellationToken cancellation) =>
        await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(consultation => consultation.Slug == slug && consultation.AnnouncedAt != null, cancellation);

    public async Task<IReadOnlyList<Matter>> MattersAsync(int consultation, CancellationToken cancellation) =>
        await db.Set<Matter>().AsNoTracking().Where(matter => matter.ConsultationId == consultation).OrderBy(matter => matter.Position).ThenBy(matter => matter.Id)
            .ToListAsync(cancellation);

    /// <returns>Numbers of the matter with this key and of its parts, or none where nothing has it.</returns>
    public static IReadOnlyList<int>? Within(IReadOnlyList<Matter> matters, string key)
    {
        // Of an idea, what was said of those that were put together with it too.
        var heads = matters.Where(matter => matter.Key == key || matter.MergedInto == key).Select(matter => matter.Key).ToHashSet(StringComparer.Ordinal);
        var meant = matters.Where(matter => heads.Contains(matter.Key) || (matter.ParentKey is { } parent && heads.Contains(parent))).Select(matter => matter.Id).ToList();
        return meant.Count == 0 ? null : meant;
    }

    public static async Task<RemarkPage> PageAsync(IQueryable<Remark> remarks, RemarkFilter filter, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var (ids, total) = filter.Search.Length > 0 ? await SearchAsync(remarks, filter, cancellation) : await ListAsync(remarks, filter, cancellation);
        var lines = ids.Count == 0 ? [] : await LinesAsync(remarks.Where(remark => ids.Contains(remark.Id)), matters, cancellation);
        return new([.. lines.OrderBy(line => ids.IndexOf(line.Id))], total, PageNumber.PagesOf(total, PageSize));
    }

    /// <summary>Only what stands in an index is looked at to find the page, from the end that is nearer; the rows are read of the page alone.</summary>
    private static async Task<(List<int> Ids, int Total)> ListAsync(IQueryable<Remark> remarks, RemarkFilter filter, CancellationToken cancellation)
    {
        var total = await remarks.CountAsync(cancellation);
        var before = (filter.Page - 1) * PageSize;
        if (before >= total)
        {
            return ([], total);
        }

        var size = Math.Min(PageSize, total - before);
        var after = total - before - size;
        if (before <= after)
        {
            return (await filter.Order(remarks).Select(remark => remark.Id).Skip(before).Take(size).ToListAsync(cancellation), total);
        }

        var ids = await filter.OrderFromEnd(remarks).Select(remark => remark.Id).Skip(after).Take(size).ToListAsync(cancellation);
        ids.Reverse();
        return (ids, total);
    }

    /// <summary>Words have to be looked for in every remark: once, for the count and the page together.</summary>
    private static async Task<(List<int> Ids, int Total)> SearchAsync(IQueryable<Remark> remarks, RemarkFilter filter, CancellationToken cancellation)
    {
        var found = await filter.Order(remarks).Select(remark => remark.Id).ToListAsync(cancellation);
        return ([.. found.Skip((filter.Page - 1) * PageSize).Take(PageSize)], found.Count);
    }

    /// <summary>In the order of the query.</summary>
    public static async Task<IReadOnlyList<RemarkLine>> LinesAsync(IQueryable<Remark> remarks, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var byId = matters.ToDictionary(matter => matter.Id);
        var byKey = matters.ToDictionary(matter => matter.Key, StringComparer.Ordinal);
        var rows = await remarks
            .Select(remark => new
            {
                Remark = remark,
                remark.Contribution.Channel,
                remark.Contribution.Participant.ShownAs,
                remark.Contribution.Participant.Name,
                remark.Contribution.Participant.Association,
                Outcome = remark.Decision == null ? (Outcome?)null : remark.Decision.Outcome,
                AnsweredAt = remark.Decision == null ? null : remark.Decision.PublishedAt,
                Reason = remark.Decision == null ? null : remark.Decision.Reason,
                Themes = remark.Themes.Select(one => one.ThemeId).ToList(),
                AssignedTo = remark.Assignment == null ? (int?)null : remark.Assignment.Account,
            })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row =>
            {
                var matter = row.Remark.MatterId is { } id ? byId.GetValueOrDefault(id) : null;
                var within = matter?.ParentKey is { } parent ? byKey.GetValueOrDefault(parent) : null;
                var author = row.ShownAs switch { ShownAs.Name => row.Name, ShownAs.Association => row.Association, _ => null };
                return new RemarkLine(
                    row.Remark.Id, row.Remark.Kind, matter, within, row.Remark.Text, row.Remark.Proposed, row.Remark.Rank, row.Remark.ReceivedAt, row.Channel,
                    row.Remark.State, row.Remark.Supports, author, row.Outcome, row.AnsweredAt, row.Reason)
                {
                    Themes = row.Themes,
                    AssignedTo = row.AssignedTo,
                };
            }),
        ];
    }
}
