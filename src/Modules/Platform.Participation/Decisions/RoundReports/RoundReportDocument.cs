using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sorting;
using Platform.Participation.Meetings;
using Platform.Participation.Questions;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions.RoundReports;

/// <summary>The report of a round as a Word document.</summary>
internal sealed class RoundReportDocument(
    CurrentCommune commune, IStringLocalizer<DecisionsTexts> texts, IStringLocalizer<ContributionsTexts> words, IStringLocalizer<QuestionsTexts> questions,
    IStringLocalizer<SortingTexts> sorting, IStringLocalizer<MeetingTexts> meeting, IStringLocalizer<CommonTexts> common, TimeProvider time)
{
    /// <summary>In the language that is spoken where it is called.</summary>
    public DocxDocument Of(Consultation consultation, RoundReport report, RoundContent content, RoundResults answered)
    {
        var language = Languages.Current;
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
                [texts["ParticipantsShort"].Value, content.Participants], [texts["AssociationsShort"].Value, Told(content.Associations)],
                [texts["OnPaperShort"].Value, Told(content.ToldOnPaper)],
                .. content.Genders.Concat(content.Ages).Concat(content.Vulnerability).Concat(content.Kinds).Where(group => !group.Key.EndsWith("Untold", StringComparison.Ordinal))
                    .Select(group => (IReadOnlyList<object?>)[texts[group.Key].Value, Told(group.Count)]),
            ]));
        blocks.Add(new DocxParagraph(texts["SmallGroups", Participant.SmallGroup]));
        if (content.Meetings.Count > 0)
        {
            blocks.Add(new DocxHeading(meeting["Meetings"], 1));
            blocks.Add(new DocxTable(
                [meeting["Meeting"], meeting["HeldOn"], meeting["People"]],
                [.. content.Meetings.Select(one => (IReadOnlyList<object?>)[one.Title.In(language), Formats.Date(one.On), one.People])]));
        }

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
                        [NameOf(card, language), .. fields.Select(field => (object?)card.Remarks.GetValueOrDefault(field))]),
                ]),
        ];
    }

    private object Told(int? count) => count is { } known ? known : texts["TooFew"].Value;

    /// <summary>With the ideas that stand together on it; their authors are named on the page alone, as a file cannot forget.</summary>
    private string NameOf(SpokenCard card, Language language)
    {
        var name = $"{card.Number} {card.Title?.In(language)}".Trim();
        return card.Ideas.Count < 2
            ? name
            : $"{name} ({texts.Count("IdeasTogether", card.Ideas.Count)} {string.Join(texts["Separator"].Value, card.Ideas.Select(idea => idea.Title?.In(language)))})";
    }
}
