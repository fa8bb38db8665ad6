using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>The remarks of a consultation as rows of a file, without anything that tells who a person is; read piece by piece, however many there are.</summary>
internal sealed class RemarkTable(
    CommuneContext db, CurrentCommune commune, IStringLocalizer<DecisionsTexts> texts, IStringLocalizer<ContributionsTexts> words, IStringLocalizer<SortingTexts> sorting)
{
    /// <summary>Of the consultation that is read, from its report on.</summary>
    private IReadOnlyDictionary<int, LocalizedText> themes = new Dictionary<int, LocalizedText>();

    /// <summary>Rows that are held at once.</summary>
    public const int Piece = 1000;

    /// <summary>What everybody may read.</summary>
    public static IQueryable<Remark> Shown(CommuneContext db, int consultation) => db.Set<Remark>()
        .Where(remark => remark.ConsultationId == consultation && remark.State == RemarkState.Shown && remark.Kind != RemarkKind.Priority);

    /// <summary>In the language of the reader.</summary>
    public IReadOnlyList<string> Header =>
    [
        texts["RemarkNumberShort"], texts["KindOfRemark"], texts["AboutWhat"], texts["Field"], texts["Words"], texts["Proposed"], texts["ReceivedAt"],
        texts["Channel"], texts["SupportsShort"], texts["Outcome"], texts["Reason"], texts["AnsweredAt"],
        sorting["Themes"], .. commune.Value.Demonstration ? [texts["Demonstration"].Value] : Array.Empty<string>(),
    ];

    /// <summary>In the language of the reader.</summary>
    public IReadOnlyList<object?> Row(RemarkLine line) =>
    [
        line.Id, words["Kind_" + line.Kind].Value, (line.Within ?? line.Matter)?.Title?.In(Languages.Current),
        line.Matter?.Field is { } field ? words["Field_" + field].Value : null, line.Text, line.Proposed, line.ReceivedAt, texts["Channel_" + line.Channel].Value,
        line.Supports, line is { Outcome: { } outcome, AnsweredAt: not null } ? texts["Outcome_" + outcome].Value : null,
        line.AnsweredAt is null ? null : line.Reason?.In(Languages.Current), line.AnsweredAt,
        string.Join(" | ", Sorter.NamesOf(line, themes).Select(name => name.In(Languages.Current))),
        .. commune.Value.Demonstration ? new object?[] { true } : [],
    ];

    /// <param name="after">Number of the last remark that was read before.</param>
    public async IAsyncEnumerable<IReadOnlyList<RemarkLine>> PiecesAsync(
        Consultation consultation, IReadOnlyList<Matter> matters, int after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        themes = await Sorter.PublicThemesAsync(db, consultation, cancellation);
        while (true)
        {
            var from = after;
            var lines = await RemarkReader.LinesAsync(
                Shown(db, consultation.Id).Where(remark => remark.Id > from).OrderBy(remark => remark.Id).Take(Piece), matters, cancellation);
            if (lines.Count == 0)
            {
                yield break;
            }

            yield return lines;
            after = lines[^1].Id;
        }
    }
}
