using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions;

/// <summary>A remark as lists show it.</summary>
/// <param name="Author">Name or association, where the author chose to be shown by it; otherwise "a citizen".</param>
internal sealed record RemarkLine(
    int Id, RemarkKind Kind, Matter? Matter, Matter? Within, string? Text, string? Proposed, int? Rank, DateTime ReceivedAt, Channel Channel, RemarkState State,
    int Supports, string? Author, Outcome? Outcome, DateTime? AnsweredAt, LocalizedText? Reason)
{
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
        var meant = matters.Where(matter => matter.Key == key || matter.ParentKey == key).Select(matter => matter.Id).ToList();
        return meant.Count == 0 ? null : meant;
    }

    public static async Task<RemarkPage> PageAsync(IQueryable<Remark> remarks, RemarkFilter filter, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var total = await remarks.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var lines = total == 0 ? [] : await LinesAsync(filter.Order(remarks).Skip((filter.Page - 1) * PageSize).Take(PageSize), matters, cancellation);
        return new(lines, total, pages);
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
                    row.Remark.State, row.Remark.Supports, author, row.Outcome, row.AnsweredAt, row.Reason);
            }),
        ];
    }
}
