using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.OpennessProgramme.Export;

/// <summary>The programme as tables. A row of the import's columns each, so that what is read back is what was written.</summary>
internal static class ProgrammeFiles
{
    /// <summary>In the order in which the document tells them.</summary>
    private static readonly StatementKind[] Before = [StatementKind.Goal, StatementKind.Principle, StatementKind.PriorityAxis];

    private static readonly StatementKind[] After = [StatementKind.Step, StatementKind.WorkFile, StatementKind.NextStep];

    /// <summary>Everything in one table: what a row is about shows in which of its columns are filled.</summary>
    public static (IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows) Whole(StandingProgramme programme, DocumentReferences documents, Language language, bool demonstration) =>
        Table(Spread(PartColumns.All, programme.Parts), programme.Parts, documents, language, demonstration);

    /// <summary>A sheet for each kind of part that there is.</summary>
    public static IEnumerable<XlsxSheet> Sheets(StandingProgramme programme, DocumentReferences documents, Language language, bool demonstration)
    {
        foreach (var kind in Enum.GetValues<PartKind>())
        {
            var parts = programme.OfKind(kind).ToList();
            if (parts.Count > 0)
            {
                IEnumerable<PartColumn> recorded = kind == PartKind.Completion ? [new(PartField.Recorded)] : [];
                var (header, rows) = Table(Spread([.. PartColumns.Of(kind), .. recorded], parts), parts, documents, language, demonstration);
                yield return new XlsxSheet(PartHeadings.Text("Sheet" + kind, language), header, rows);
            }
        }
    }

    /// <summary>For reading and printing: cards of projects field by field, everything else in tables, and only the columns that say something.</summary>
    public static IEnumerable<DocxBlock> Document(StandingProgramme programme, DocumentReferences documents, IStringLocalizer texts, Language language)
    {
        yield return new DocxParagraph(texts[programme.Programme!.AdoptedOn is null ? "StatePrepared" : "StateAdopted"]);
        yield return Card(programme.OfKind(PartKind.Programme).Single().Texts, PartKind.Programme, documents, language);
        foreach (var block in Section(programme, PartKind.Adoption, documents, language).Concat(Before.SelectMany(kind => List(programme, kind, documents, language))))
        {
            yield return block;
        }

        if (programme.OfKind(PartKind.Project).Any())
        {
            yield return new DocxHeading(PartHeadings.Text("SheetProject", language), 1);
        }

        foreach (var project in programme.OfKind(PartKind.Project))
        {
            var number = project.Texts.Whole(PartField.Number)!.Value;
            yield return new DocxHeading($"{texts["ProjectNumbered", number].Value}: {project.Texts.Localized(PartField.Title)!.In(language).ReplaceLineEndings(" ")}", 2);
            yield return Card(project.Texts, PartKind.Project, documents, language);
            foreach (var kind in new[] { PartKind.Step, PartKind.Completion })
            {
                var parts = programme.OfProject(kind, number).ToList();
                if (parts.Count > 0)
                {
                    yield return new DocxHeading(PartHeadings.Text("Sheet" + kind, language), 3);
                    yield return Compact(kind, parts, documents, language);
                }
            }
        }

        foreach (var block in new[] { PartKind.Milestone, PartKind.Member, PartKind.Figure, PartKind.Network }.SelectMany(kind => Section(programme, kind, documents, language)).Concat(After.SelectMany(kind => List(programme, kind, documents, language))))
        {
            yield return block;
        }
    }

    /// <summary>A field on each row: its name, and what it says in each language that somebody wrote.</summary>
    public static DocxTable Card(PartTexts texts, PartKind kind, DocumentReferences documents, Language language, bool all = false)
    {
        string?[] languages = [.. new[] { null, Language.French.Tag, Language.Amazigh.Tag }.Where(tag => tag is null || texts.Keys.Any(key => key.EndsWith("." + tag, StringComparison.Ordinal)))];
        return new DocxTable(
            [
                PartHeadings.Text("Card" + (kind == PartKind.Project ? "" : "Programme"), language),
                .. languages.Select(tag => PartHeadings.Text(tag is null ? "InArabic" : tag == Language.French.Tag ? "InFrench" : "InAmazigh", language)),
            ],
            [
                .. PartColumns.FieldsOf(kind).Where(field => (all && !field.IsReference()) || languages.Any(tag => texts[new PartColumn(field, tag)].Length > 0))
                    .Select(field => (IReadOnlyList<object?>)
                    [
                        PartHeadings.Of(field, language), .. languages.Select(tag => tag is not null && !field.HasLanguages() ? null : Cell(new PartColumn(field, tag), texts, documents, language)),
                    ]),
            ],
            [3, .. languages.Select(_ => 8)]);
    }

    public static DocxTable Compact(PartKind kind, IReadOnlyList<StandingPart> parts, DocumentReferences documents, Language language)
    {
        IEnumerable<PartColumn> columns = [.. PartColumns.Of(kind), .. kind == PartKind.Completion ? [new(PartField.Recorded)] : Array.Empty<PartColumn>()];
        var shown = columns.Where(column => column.Field is PartField.Recorded or PartField.JoinedOn || column == new PartColumn(PartColumns.NameOf(kind)) || parts.Any(part => part.Texts[column].Length > 0)).ToList();
        var (header, rows) = Table(shown, parts, documents, language, null);
        return new DocxTable(header, rows, [.. shown.Select(column => column.Field.HasLanguages() || column.Field.IsReference() ? 7 : 3)]);
    }

    public static (IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows) Table(
        IReadOnlyList<PartColumn> columns, IReadOnlyList<StandingPart> parts, DocumentReferences documents, Language language, bool? demonstration) =>
    (
        [.. columns.Select(column => PartHeadings.Of(column, language)), .. demonstration is null ? [] : new[] { PlanHeadings.OfDemonstration(language) }],
        [
            .. parts.Select(part => (IReadOnlyList<object?>)
            [
                .. columns.Select(column => column.Field == PartField.Recorded ? part.Recorded : Cell(column, part.Texts, documents, language)),
                .. demonstration is { } made ? new object?[] { PlanHeadings.YesOrNo(made || part.Demonstration, language) } : [],
            ]),
        ]);

    private static IEnumerable<DocxBlock> Section(StandingProgramme programme, PartKind kind, DocumentReferences documents, Language language)
    {
        var parts = programme.OfKind(kind).ToList();
        return parts.Count == 0 ? [] : [new DocxHeading(PartHeadings.Text("Sheet" + kind, language), 1), Compact(kind, parts, documents, language)];
    }

    private static IEnumerable<DocxBlock> List(StandingProgramme programme, StatementKind kind, DocumentReferences documents, Language language)
    {
        var parts = programme.OfKind(PartKind.Statement).Where(part => part.Texts.Word<StatementKind>(PartField.List) == kind).ToList();
        return parts.Count == 0 ? [] : [new DocxHeading(PartHeadings.Word(PartField.List, parts[0].Texts[PartField.List], language), 1), Compact(PartKind.Statement, parts, documents, language)];
    }

    /// <summary>Every column, for people to fill; Amazigh and references only where there are some.</summary>
    private static List<PartColumn> Spread(IEnumerable<PartColumn> columns, IReadOnlyList<StandingPart> parts) =>
        [.. columns.Where(column => (column.Language != Language.Amazigh.Tag && !column.Field.IsReference()) || parts.Any(part => part.Texts[column].Length > 0))];

    private static object? Cell(PartColumn column, PartTexts texts, DocumentReferences documents, Language language)
    {
        var text = texts[column];
        return text.Length == 0 ? null
            : column.Field.IsDay() ? texts.Day(column.Field)
            : column.Field.IsWhole() ? texts.Whole(column.Field)
            : PartHeadings.Shown(column, text, language, documents);
    }
}
