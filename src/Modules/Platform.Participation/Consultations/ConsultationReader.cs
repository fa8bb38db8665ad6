using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Participation.Contributions;

namespace Platform.Participation.Consultations;

/// <summary>Reads what the public sees of consultations: from their announcement on.</summary>
internal sealed class ConsultationReader(CommuneContext db)
{
    /// <summary>Every announced consultation with its process, the one that closes last first; without what it is about.</summary>
    public Task<List<Consultation>> AllAsync(CancellationToken cancellation) => Announced()
        .Include(consultation => consultation.Process)
        .OrderByDescending(consultation => consultation.ClosesAt)
        .ThenByDescending(consultation => consultation.Id)
        .ToListAsync(cancellation);

    /// <summary>Those of one process, in the order in which they open.</summary>
    public Task<List<Consultation>> OfAsync(int process, CancellationToken cancellation) => Announced()
        .Where(consultation => consultation.ProcessId == process)
        .OrderBy(consultation => consultation.OpensAt)
        .ThenBy(consultation => consultation.Id)
        .ToListAsync(cancellation);

    /// <summary>A consultation with its process, its extensions and all that it is about; of the ideas brought in, those that everybody may read.</summary>
    public async Task<Consultation?> FindAsync(string slug, CancellationToken cancellation)
    {
        var found = await WholeAsync(slug, cancellation);
        if (found?.Matters.Any(matter => matter.Kind == MatterKind.Idea) == true)
        {
            var shown = (await db.Set<Remark>()
                .Where(remark => remark.ConsultationId == found.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown && remark.MatterId != null)
                .Select(remark => remark.MatterId!.Value).ToListAsync(cancellation)).ToHashSet();
            var hidden = found.Matters.Where(matter => matter.Kind == MatterKind.Idea && !shown.Contains(matter.Id)).Select(matter => matter.Key).ToHashSet(StringComparer.Ordinal);
            hidden.UnionWith(found.Matters.Where(matter => matter.MergedInto is not null).Select(matter => matter.Key));
            found.Matters.RemoveAll(matter => hidden.Contains(matter.ParentKey ?? matter.Key));
        }

        return found;
    }

    /// <summary>Who brought in the ideas of a consultation that everybody may read, by the card that each stands on now.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<IdeaAuthor>>> IdeasAsync(Consultation consultation, CancellationToken cancellation)
    {
        var brought = await (
            from remark in db.Set<Remark>()
            where remark.ConsultationId == consultation.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown && remark.MatterId != null
            orderby remark.Id
            let author = remark.Contribution.Participant
            select new { remark.Id, remark.Matter!.Key, remark.Matter.MergedInto, author.ShownAs, author.Name, author.Association }).AsNoTracking().ToListAsync(cancellation);
        var cards = consultation.Matters.Where(matter => matter.Kind == MatterKind.Idea).ToDictionary(matter => matter.Key, matter => matter.Id, StringComparer.Ordinal);
        return brought.Where(one => cards.ContainsKey(one.MergedInto ?? one.Key)).GroupBy(one => cards[one.MergedInto ?? one.Key]).ToDictionary(
            card => card.Key,
            card => (IReadOnlyList<IdeaAuthor>)
            [
                .. card.Select(one => new IdeaAuthor(one.ShownAs switch { ShownAs.Name => one.Name, ShownAs.Association => one.Association, _ => null }, one.Id)),
            ]);
    }

    private Task<Consultation?> WholeAsync(string slug, CancellationToken cancellation) => Announced()
        .Include(consultation => consultation.Process)
        .Include(consultation => consultation.Extensions.OrderBy(extension => extension.Id))
        .Include(consultation => consultation.Matters.OrderBy(matter => matter.Position))
        .Include(consultation => consultation.Questions.OrderBy(question => question.Position))
        .AsSplitQuery()
        .OrderBy(consultation => consultation.Id)
        .FirstOrDefaultAsync(consultation => consultation.Slug == slug, cancellation);

    /// <summary>How many remarks everybody can read, by what they are about; a place in an order is none.</summary>
    public async Task<RemarkCounts> CountsAsync(Consultation consultation, CancellationToken cancellation)
    {
        var counts = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation.Id && remark.State == RemarkState.Shown && remark.Kind != RemarkKind.Priority)
            .GroupBy(remark => remark.MatterId)
            .Select(group => new { Matter = group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        return new(counts.Sum(count => count.Count), counts.Where(count => count.Matter is not null).ToDictionary(count => count.Matter!.Value, count => count.Count));
    }

    /// <summary>Which of some consultations hold questions only.</summary>
    public Task<IReadOnlySet<int>> SurveysAmongAsync(IEnumerable<Consultation> consultations, CancellationToken cancellation) =>
        db.Set<Consultation>().SurveysAmongAsync(consultations, cancellation);

    private IQueryable<Consultation> Announced() => db.Set<Consultation>().AsNoTracking().Where(consultation => consultation.AnnouncedAt != null);
}

/// <summary>How many remarks there are: in all, and by what they are about.</summary>
internal sealed record RemarkCounts(int All, IReadOnlyDictionary<int, int> ByMatter)
{
    public static RemarkCounts None { get; } = new(0, new Dictionary<int, int>());

    public int Of(Matter matter) => ByMatter.GetValueOrDefault(matter.Id);
}
