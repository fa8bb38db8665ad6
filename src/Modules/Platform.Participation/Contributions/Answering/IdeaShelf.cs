using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;

namespace Platform.Participation.Contributions.Answering;

/// <summary>A card or an idea that others may read, with the words that it is compared by.</summary>
internal sealed record ShelvedIdea(string Key, LocalizedText Title, IReadOnlySet<string> Words);

/// <summary>The cards and ideas of consultations for some seconds, so that a look while somebody types costs no reading of them all.</summary>
internal sealed class IdeaMemory
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<(string Commune, int Consultation), (DateTime At, IReadOnlyList<ShelvedIdea> Ideas)> shelves = new();

    public IReadOnlyList<ShelvedIdea>? Of(string commune, int consultation, DateTime now) =>
        shelves.TryGetValue((commune, consultation), out var kept) && now - kept.At < Kept ? kept.Ideas : null;

    public void Keep(string commune, int consultation, IReadOnlyList<ShelvedIdea> ideas, DateTime now)
    {
        foreach (var (key, kept) in shelves)
        {
            if (now - kept.At >= Kept)
            {
                shelves.TryRemove(key, out _);
            }
        }

        shelves[(commune, consultation)] = (now, ideas);
    }
}

/// <summary>What is like an idea that somebody is bringing in, among what everybody may read of the consultation.</summary>
internal sealed class IdeaShelf(CommuneContext db, IdeaMemory memory, CurrentCommune commune, TimeProvider time)
{
    /// <summary>Ideas and cards that are compared.</summary>
    private const int MostCompared = 3000;

    /// <param name="fresh">Also what came in within the last seconds: before something is sent.</param>
    public async Task<IReadOnlyList<ShelvedIdea>> LikeAsync(Consultation consultation, string text, bool fresh, CancellationToken cancellation)
    {
        var (slug, now) = (commune.Value.Slug, time.UtcNow());
        if (fresh || memory.Of(slug, consultation.Id, now) is not { } ideas)
        {
            ideas = await ReadAsync(consultation, cancellation);
            memory.Keep(slug, consultation.Id, ideas, now);
        }

        return LikeIdeas.Among(LikeIdeas.WordsOf(text), ideas, idea => idea.Words);
    }

    private async Task<IReadOnlyList<ShelvedIdea>> ReadAsync(Consultation consultation, CancellationToken cancellation)
    {
        var shown = db.Set<Remark>().Where(remark => remark.ConsultationId == consultation.Id && remark.Kind == RemarkKind.Idea && remark.State == RemarkState.Shown)
            .Select(remark => remark.MatterId);
        var cards = await db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == consultation.Id && matter.MergedInto == null
                && (matter.Kind == MatterKind.Card || (matter.Kind == MatterKind.Idea && shown.Contains(matter.Id))))
            .OrderBy(matter => matter.Position).Take(MostCompared).ToListAsync(cancellation);
        var problems = (await db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == consultation.Id && matter.Field == CardField.Problem && matter.Text != null && matter.ParentKey != null)
            .OrderBy(matter => matter.Position).Take(MostCompared).Select(matter => new { matter.ParentKey, matter.Text }).ToListAsync(cancellation))
            .ToDictionary(problem => problem.ParentKey!, problem => problem.Text!, StringComparer.Ordinal);
        return [.. cards.Select(card => new ShelvedIdea(card.Key, card.Title!, LikeIdeas.WordsOf($"{All(card.Title)} {All(problems.GetValueOrDefault(card.Key))}")))];
    }

    private static string All(LocalizedText? text) => text is null ? "" : text.Fr is null || text.Fr == text.Ar ? text.Ar : $"{text.Ar} {text.Fr}";
}
