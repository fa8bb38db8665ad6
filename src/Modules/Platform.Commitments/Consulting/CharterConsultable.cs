using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Commitments.Consulting;

/// <summary>The charter, as it is being drafted or as it is in force: by section and paragraph, each commitment a paragraph.</summary>
internal sealed class CharterConsultable(CommuneContext db) : IConsultable
{
    private const string Draft = "charter:draft";
    private const string InForce = "charter:in-force";

    public async Task<IReadOnlyList<ConsultableSource>> SourcesAsync(CancellationToken cancellation)
    {
        var versions = await db.Set<CharterVersion>().AsNoTracking()
            .Where(version => version.State == CharterState.Draft || version.State == CharterState.InForce)
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.State })
            .ToListAsync(cancellation);
        return
        [
            .. versions.Select(version => new ConsultableSource(
                version.State == CharterState.Draft ? Draft : InForce, ConsultableKind.Text,
                BothLanguages.Of(typeof(ConsultingTexts), version.State == CharterState.Draft ? "CharterDraft" : "CharterInForce", version.Number))),
        ];
    }

    public async Task<IReadOnlyList<ConsultablePart>> PartsAsync(string source, CancellationToken cancellation)
    {
        if (source is not (Draft or InForce))
        {
            return [];
        }

        var state = source == Draft ? CharterState.Draft : CharterState.InForce;
        var version = await db.Set<CharterVersion>().AsNoTracking()
            .Where(version => version.State == state).Whole().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);
        return version is null
            ? []
            :
            [
                .. CharterPart.Of(version).Select(part => new ConsultablePart(
                    part.Key, part.Number, part.Level, part.Title ?? BothLanguages.Of(typeof(CharterTexts), part.Items.ToString()),
                    [.. TextsOf(version, part).Select(text => new ConsultablePassage(null, text))],
                    state == CharterState.InForce ? CharterView.PageOf(version.Number) + "#" + part.Key : null)),
            ];
    }

    private static IEnumerable<LocalizedText> TextsOf(CharterVersion version, CharterPart part) =>
        (part.Text is null ? [] : Passages.Split(part.Text)).Concat(part.Items switch
        {
            CharterItems.None => [],
            CharterItems.Ladder => version.Ladder.Select(rung => Named(rung.Title, rung.Text)),
            CharterItems.References => version.References.Select(reference => Named(reference.Title, reference.Text)),
            CharterItems.Team => version.Seats.Select(seat => seat.Function).Concat(version.Tasks.Select(task => task.Text)),
            _ => version.Commitments.Where(commitment => commitment.Party == CharterPart.PartyOf(part.Items)).Select(commitment => commitment.Text),
        });

    private static LocalizedText Named(LocalizedText name, LocalizedText text) => new(
        $"**{name.Ar}**\n{text.Ar}", Pair(name.Fr, text.Fr), Pair(name.Zgh, text.Zgh));

    private static string? Pair(string? name, string? text) => name is null || text is null ? null : $"**{name}**\n{text}";
}
