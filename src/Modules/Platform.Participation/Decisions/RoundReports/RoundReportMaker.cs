using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Jobs;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Questions;
using Platform.Ui;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>
/// Makes reports of rounds, as a job of the commune. It keeps each piece as it goes: killed at any point and run again it goes on after the last one, and a
/// report that is finished, or that a newer one will replace, is left alone.
/// </summary>
internal sealed class RoundReportMaker(
    CommuneContext db, RemarkReader reader, RoundCounter counter, CardCounter cards, ResultsReader results, RemarkTable table, CurrentCommune commune,
    IStringLocalizer<DecisionsTexts> texts, IStringLocalizer<ContributionsTexts> words, IStringLocalizer<QuestionsTexts> questions, IStringLocalizer<SortingTexts> sorting,
    IStringLocalizer<CommonTexts> common, TimeProvider time) : ICommuneJob
{
    public const string JobName = "round-report";

    private static readonly Language[] Written = [Language.Arabic, Language.French];

    public string Name => JobName;

    /// <summary>At night, whatever was left.</summary>
    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public static string KeyOf(int consultation, int version) => string.Create(CultureInfo.InvariantCulture, $"{consultation}.{version}");

    public static string RemarksIn(Language language) => "remarks-" + language.Tag;

    public static string WordIn(Language language) => "word-" + language.Tag;

    /// <param name="key">A consultation and the version of its report; anything else means whatever was begun or wanted and is not finished.</param>
    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        if (key.Split('.') is [var one, var other] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var consultation)
            && int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            await MakeAsync(consultation, version, cancellation);
            return;
        }

        foreach (var left in await db.Set<RoundReport>().AsNoTracking().Where(report => report.FinishedAt == null).OrderBy(report => report.Id).ToListAsync(cancellation))
        {
            await MakeAsync(left.ConsultationId, left.Version, cancellation);
        }
    }

    private async Task MakeAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { ReportedAt: not null } consultation
            || await BeginAsync(consultation, version, cancellation) is not { } report)
        {
            return;
        }

        var matters = await reader.MattersAsync(id, cancellation);
        if (!await ListAsync(consultation, report, matters, cancellation))
        {
            return;
        }

        var content = RoundContent.Of(
            await counter.CountAsync(consultation, matters, cancellation), await cards.CountAsync(consultation, matters, cancellation), await AnswersAsync(id, cancellation),
            await results.CountAsync(consultation, time.UtcNow(), cancellation));
        var answered = await results.FiguresAsync(consultation, content.Results!, cancellation);
        foreach (var language in Written)
        {
            db.Add(RoundReportPart.Of(report, WordIn(language), 0, await In(language, () => Task.FromResult(Pack(Word(consultation, report, content, answered, language))))));
        }

        report.Finish(content, time.UtcNow());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await ForgetFormerAsync(report, cancellation);
    }

    /// <returns>None where there is nothing to do: it is finished, or a newer one is wanted.</returns>
    private async Task<RoundReport?> BeginAsync(Consultation consultation, int version, CancellationToken cancellation)
    {
        var report = await db.Set<RoundReport>().FirstOrDefaultAsync(one => one.ConsultationId == consultation.Id && one.Version == version, cancellation);
        if (report?.FinishedAt is not null || await IsOldAsync(consultation.Id, version, cancellation))
        {
            return null;
        }

        report ??= db.Add(RoundReport.Wanted(consultation.Id, version, time.UtcNow())).Entity;
        if (report.AsOf is null)
        {
            report.Begin(await RemarkTable.Shown(db, consultation.Id).CountAsync(cancellation), time.UtcNow());
            await db.SaveChangesAsync(cancellation);
        }

        return report;
    }

    private Task<bool> IsOldAsync(int consultation, int version, CancellationToken cancellation) =>
        db.Set<RoundReport>().AnyAsync(newer => newer.ConsultationId == consultation && newer.Version > version, cancellation);

    /// <summary>The lists of remarks, piece by piece, in every language at once.</summary>
    /// <returns>False where a newer report is wanted by now.</returns>
    private async Task<bool> ListAsync(Consultation consultation, RoundReport report, IReadOnlyList<Matter> matters, CancellationToken cancellation)
    {
        var first = RemarksIn(Written[0]);
        var kept = await db.Set<RoundReportPart>().Where(part => part.ReportId == report.Id && part.File == first).OrderByDescending(part => part.Number)
            .Select(part => new { part.Number, part.Last }).FirstOrDefaultAsync(cancellation);
        var (number, last) = kept is null ? (0, 0) : (kept.Number + 1, kept.Last);
        if (number == 0)
        {
            await KeepAsync(report, number++, [], 0, stream => CsvFile.WriteAsync(stream, table.Header, [], cancellation), cancellation);
        }

        await foreach (var lines in table.PiecesAsync(consultation, matters, last, cancellation))
        {
            await KeepAsync(report, number++, lines, lines[^1].Id, stream => CsvFile.WriteRowsAsync(stream, lines.Select(table.Row), cancellation), cancellation);
            if (await IsOldAsync(consultation.Id, report.Version, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async Task KeepAsync(RoundReport report, int number, IReadOnlyList<RemarkLine> lines, int last, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var parts = new List<RoundReportPart>();
        foreach (var language in Written)
        {
            parts.Add(RoundReportPart.Of(report, RemarksIn(language), number, await In(language, () => PackAsync(write)), lines.Count, last));
        }

        db.AddRange(parts);
        await db.SaveChangesAsync(cancellation);
        parts.ForEach(part => db.Entry(part).State = EntityState.Detached);
    }

    private async Task ForgetFormerAsync(RoundReport report, CancellationToken cancellation)
    {
        var former = db.Set<RoundReport>().Where(one => one.ConsultationId == report.ConsultationId && one.Version < report.Version);
        await db.Set<RoundReportPart>().Where(part => former.Any(one => one.Id == part.ReportId)).ExecuteDeleteAsync(cancellation);
        await former.ExecuteDeleteAsync(cancellation);
    }

    private async Task<IReadOnlyList<(Decision Decision, int Remarks, int First)>> AnswersAsync(int consultation, CancellationToken cancellation)
    {
        var counts = await db.Set<Remark>().AsNoTracking()
            .Where(remark => remark.ConsultationId == consultation && remark.State == RemarkState.Shown && remark.Decision!.PublishedAt != null)
            .GroupBy(remark => remark.DecisionId!.Value)
            .Select(group => new { group.Key, Count = group.Count(), First = group.Min(remark => remark.Id) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(decision => decision.ConsultationId == consultation && decision.PublishedAt != null).ToListAsync(cancellation);
        return
        [
            .. decisions.Where(decision => counts.ContainsKey(decision.Id)).Select(decision => (decision, counts[decision.Id].Count, counts[decision.Id].First))
                .OrderByDescending(answer => answer.Count).ThenBy(answer => answer.First),
        ];
    }

    private DocxDocument Word(Consultation consultation, RoundReport report, RoundContent content, RoundResults answered, Language language)
    {
        var blocks = new List<DocxBlock>
        {
            new DocxParagraph(texts["ReportMade", Formats.Instant(consultation.ReportedAt!.Value)]), new DocxParagraph(texts["ReportAsOf", Formats.Instant(report.AsOf!.Value)]),
        };
        if (consultation.ReportNote is { } note)
        {
            blocks.Add(new DocxParagraph(note.In(language)));
        }

        if (content.Unanswered > 0)
        {
            blocks.Add(new DocxParagraph(sorting.Count(consultation.ReportNote is null ? "LeftUnanswered" : "LeftUnansweredWhy", content.Unanswered)));
        }

        blocks.Add(new DocxHeading(texts["WhoTookPart"], 1));
        blocks.Add(new DocxTable(
            [texts["Group"], texts["ParticipantsShort"]],
            [
                [texts["ParticipantsShort"].Value, content.Participants], [texts["AssociationsShort"].Value, content.Associations], [texts["OnPaperShort"].Value, content.OnPaper],
                .. content.Genders.Concat(content.Ages).Concat(content.Vulnerability).Where(group => !group.Key.EndsWith("Untold", StringComparison.Ordinal))
                    .Select(group => (IReadOnlyList<object?>)[texts[group.Key].Value, group.Count is { } count ? count : texts["TooFew"].Value]),
            ]));
        blocks.Add(new DocxParagraph(texts["SmallGroups", Participant.SmallGroup]));
        blocks.Add(new DocxHeading(texts["WhatWasSaid"], 1));
        blocks.Add(new DocxTable(
            [texts["AboutWhat"], texts["Remarks"], .. Enum.GetValues<Outcome>().Select(outcome => texts["Outcome_" + outcome].Value), texts["NotAnswered"]],
            [
                .. content.Matters.Select(row => (IReadOnlyList<object?>)
                [
                    row.Key is null ? texts["AboutWhole"].Value : $"{row.Number} {row.Title?.In(language)}".Trim(), row.Remarks,
                    .. Enum.GetValues<Outcome>().Select(outcome => (object?)row.Outcomes.GetValueOrDefault(outcome)), row.Remarks - row.Answered,
                ]),
            ]));
        blocks.AddRange(Blocks(content.Cards, language));
        if (content.Themes.Count > 0)
        {
            blocks.Add(new DocxHeading(sorting["SaidByTheme"], 1));
            blocks.Add(new DocxTable(
                [sorting["Theme"], texts["Remarks"], .. Enum.GetValues<Outcome>().Select(outcome => texts["Outcome_" + outcome].Value), texts["NotAnswered"]],
                [
                    .. content.Themes.Select(row => (IReadOnlyList<object?>)
                    [
                        row.Name.In(language), row.Remarks, .. Enum.GetValues<Outcome>().Select(outcome => (object?)row.Outcomes.GetValueOrDefault(outcome)),
                        row.Remarks - row.Answered,
                    ]),
                ]));
        }

        blocks.AddRange(ResultFiles.Blocks(answered, questions, language));
        blocks.Add(new DocxHeading(texts["WhatWasDecided"], 1));
        foreach (var answer in content.Answers)
        {
            blocks.Add(new DocxHeading($"{texts["Outcome_" + answer.Outcome].Value} — {texts.Count("AnswerForRemarks", answer.Remarks)}", 2));
            blocks.Add(new DocxParagraph(answer.Reason.In(language)));
            if (answer.Competent is { } competent)
            {
                blocks.Add(new DocxParagraph($"{words["Competent"].Value} {competent.In(language)}"));
            }

            if (answer.Change is { } change)
            {
                blocks.Add(new DocxParagraph($"{words["ChangeMade"].Value} {change.In(language)}"));
            }
        }

        return new(
            texts["ReportOf", consultation.Title.In(language)], common.CommuneNamed(commune.Value.Name.In(language)), time.TodayInMorocco(),
            commune.Value.Demonstration ? common["DemonstrationText"].Value : null, language, blocks);
    }

    /// <summary>What was said card by card; nothing where there are no cards.</summary>
    private IEnumerable<DocxBlock> Blocks(IReadOnlyList<SpokenCard> cards, Language language)
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var fields = Enum.GetValues<CardField>();
        return
        [
            new DocxHeading(texts["SaidByField"], 1),
            new DocxTable(
                [texts["AboutWhat"], .. fields.Select(field => words["Field_" + field].Value)],
                [
                    .. cards.Select(card => (IReadOnlyList<object?>)
                        [$"{card.Number} {card.Title?.In(language)}".Trim(), .. fields.Select(field => (object?)card.Remarks.GetValueOrDefault(field))]),
                ]),
        ];
    }

    private static byte[] Pack(DocxDocument document)
    {
        using var file = new MemoryStream();
        DocxFile.Write(file, document);
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(file.ToArray());
        }

        return packed.ToArray();
    }

    private static async Task<byte[]> PackAsync(Func<Stream, Task> write)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            await write(zip);
        }

        return packed.ToArray();
    }

    /// <summary>A job answers no request: it says itself in which language the texts are.</summary>
    private static async Task<T> In<T>(Language language, Func<Task<T>> say)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Culture);
            return await say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
