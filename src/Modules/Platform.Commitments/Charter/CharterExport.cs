using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter;

/// <summary>The charter in force, whole, as files.</summary>
internal static class CharterExport
{
    public static void MapCharterExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/charter").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Charter)).ExcludeFromDescription();
        foreach (var format in OutlineFiles.Formats)
        {
            files.MapGet("/export." + format, async (
                CharterReader reader, OutlineFiles outline, IStringLocalizer<CharterTexts> texts, IStringLocalizer<DownloadTexts> names, CancellationToken cancellation) =>
                await reader.InForceAsync(cancellation) is { } charter
                    ? outline.Answer(format, names["CharterName"], charter.Title, await RowsAsync(charter, reader, texts, cancellation))
                    : Results.NotFound());
        }
    }

    private static async Task<IReadOnlyList<OutlineRow>> RowsAsync(
        CharterVersion charter, CharterReader reader, IStringLocalizer<CharterTexts> texts, CancellationToken cancellation)
    {
        var rows = new List<OutlineRow>();
        var chapter = texts["Charter"].Value;
        foreach (var part in CharterPart.Of(charter))
        {
            if (part.Level == 1)
            {
                chapter = part.Title is { } title ? $"{part.Number} {title.In(Languages.Current)}".Trim() : texts[part.Items.ToString()].Value;
            }

            rows.Add(new OutlineRow(chapter, part.Level == 1 ? null : part.Number, part.Level == 1 ? null : part.Title, part.Text, part.Level));
            rows.AddRange(Items(charter, part.Items, chapter));
        }

        foreach (var signatory in await reader.Signatories.OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id).ToListAsync(cancellation))
        {
            rows.Add(new OutlineRow(texts["Signatories"], Formats.Machine(signatory.SignedOn), signatory.Name, signatory.Capacity, 0));
        }

        return rows;
    }

    private static IEnumerable<OutlineRow> Items(CharterVersion charter, CharterItems items, string chapter) => items switch
    {
        CharterItems.Ladder => charter.Ladder.Select(rung => new OutlineRow(chapter, null, rung.Title, rung.Text, 3)),
        CharterItems.References => charter.References.Select(reference => new OutlineRow(chapter, null, reference.Title, reference.Text, 3)),
        CharterItems.Team => charter.Seats.Select(seat => new OutlineRow(chapter, null, seat.Function, null, 0))
            .Concat(charter.Tasks.Select(task => new OutlineRow(chapter, null, null, task.Text, 0))),
        _ when CharterPart.PartyOf(items) is { } party => charter.Commitments.Where(commitment => commitment.Party == party)
            .Select(commitment => new OutlineRow(chapter, commitment.Number, null, commitment.Text, 0)),
        _ => [],
    };
}
