using System.Globalization;
using System.Text;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.OpennessProgramme.Import;
using Platform.Kernel.Text;
using Platform.TestKit;
using Platform.Ui.Office;

namespace Platform.UnitTests.Commitments.OpennessProgramme;

/// <summary>The document of Larache, in the layout of the original, gives back what tenants/ holds of it; cards and lists of projects are read as communes write them.</summary>
public sealed class ProgrammeUnderstandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_document_of_Larache_is_understood_whole()
    {
        var seed = SeedProgramme.Of("larache");

        var understood = ProgrammeUnderstanding.Of(OfficeReader.Read(CommuneDocuments.Larache()));

        var rows = ProgrammeCheck.Of(understood.Rows, StandingProgramme.None, DocumentReferences.None, updates: false, Today);
        Assert.Empty(understood.Notes);
        Assert.Empty(rows.SelectMany(row => row.Problems).Select(problem => $"{problem.Column} {problem.Rule}"));
        Assert.Equal(seed.Goals, Of(rows, PartKind.Statement, StatementKind.Goal).Select(goal => (goal[PartField.Item], goal[PartField.Explanation])));
        Assert.Equal(seed.Principles, Items(rows, StatementKind.Principle));
        Assert.Equal(seed.PriorityAxes, Items(rows, StatementKind.PriorityAxis));
        Assert.Equal(seed.Method.Select(Bare), Items(rows, StatementKind.Step).Select(Bare));
        Assert.Equal(seed.NextSteps, Items(rows, StatementKind.NextStep));
        Assert.Equal(seed.WorkFile, Items(rows, StatementKind.WorkFile));
        Assert.Equal(seed.Projects, Of(rows, PartKind.Project).Select(project => (project.Whole(PartField.Number)!.Value, project[PartField.Title])));
        Assert.Equal(
            seed.Milestones,
            Of(rows, PartKind.Milestone).Select(step => new SeedMilestone(
                step.Day(PartField.MilestoneFrom)!.Value, step.Day(PartField.MilestoneTo), step.Word<DatePrecision>(PartField.Precision) == DatePrecision.Month, step[PartField.MilestoneTitle])));
        Assert.Equal(
            seed.Members.Select(member => (member.Group, member.Name)), Of(rows, PartKind.Member).Select(member => (member[PartField.Group], member[PartField.Name])));
        Assert.Equal(seed.Members.Select(member => member.Function), Of(rows, PartKind.Member).Select(member => member[PartField.Function]));
        Assert.Equal(seed.Members.Skip(1).Select(member => member.Role), Of(rows, PartKind.Member).Skip(1).Select(member => member[PartField.Role]));
        Assert.Equal(seed.Figures, Of(rows, PartKind.Figure).Select(figure => (figure[PartField.Label], figure.Whole(PartField.Value)!.Value)));
        Assert.Equal(seed.DecisionOn, Assert.Single(Of(rows, PartKind.Programme)).Day(PartField.DecisionOn));
    }

    [Fact]
    public void Cards_of_projects_are_read_field_by_field_under_the_title_that_numbers_them()
    {
        var file = OfficeReader.Read(OfficeFiles.Docx(
            OfficeFiles.Paragraph("مشروع رقم 70: الحدائق"),
            OfficeFiles.Table(
                ["عنوان المشروع", "المحافظة على الحدائق"],
                ["الإشكالية:", "- ضعف الصيانة؛"],
                ["الحلول المقترحة", "- حراسة؛\n- سقي."],
                ["مصادر التمويل", "ميزانية الجماعة"],
                ["مؤشرات التتبع", "عدد الحدائق؛ عدد الحراس"],
                ["مؤشرات الأثر", "رضا الساكنة"],
                ["لون البطاقة", "أخضر"])));

        var understood = ProgrammeUnderstanding.Of(file);

        var card = Assert.Single(ProgrammeCheck.Of(understood.Rows, StandingProgramme.None, DocumentReferences.None, updates: false, Today));
        Assert.Empty(card.Problems);
        Assert.Equal(("70", "المحافظة على الحدائق"), (card.Kept[PartField.Number], card.Kept[PartField.Title]));
        Assert.Equal(("ضعف الصيانة", "حراسة\nسقي", "ميزانية الجماعة"), (card.Kept[PartField.Problem], card.Kept[PartField.Solutions], card.Kept[PartField.Funding]));
        Assert.Equal(["عدد الحدائق", "عدد الحراس"], card.Kept.Items(PartField.FollowUp).Select(item => item.Ar));
        Assert.Equal([new ImportNote("ColumnSkipped", "لون البطاقة")], understood.Notes);
    }

    [Fact]
    public void French_headings_and_words_are_understood_and_what_is_wrong_is_told()
    {
        var file = OfficeReader.Read(OfficeFiles.Csv(";", new UTF8Encoding(false), false,
            ["N°", "Projet", "Problème", "Étape", "Livrable", "Échéance", "Réalisation", "À compter du"],
            ["85", "Budget citoyen", "Peu lisible", "Première version", "Dépliant", "mars 2027", "Substantielle", "1er février 2026"],
            ["1500", "Hors liste", "", "", "", "", "", ""],
            ["85", "", "", "Deuxième version", "", "bientôt", "Presque", "01/02/2026"],
            ["85", "Budget citoyen", "", "", "", "", "", ""],
            ["86", "", "", "Sans projet", "", "", "", ""]));

        var rows = ProgrammeCheck.Of(ProgrammeUnderstanding.Of(file).Rows, StandingProgramme.None, DocumentReferences.None, updates: false, Today);

        var (project, step, said) = (rows[0].Kept, rows[1].Kept, rows[2].Kept);
        Assert.Equal(("85", "Budget citoyen", "Peu lisible"), (project[PartField.Number], project[PartField.Title], project[PartField.Problem]));
        Assert.Equal(("85", "Première version", "Dépliant", "2027-03-31"), (step[PartField.Number], step[PartField.StepTitle], step[PartField.StepOutput], step[PartField.StepDue]));
        Assert.Equal(("substantial", "2026-02-01"), (said[PartField.Completion], said[PartField.Since]));
        Assert.Equal(
            ["Whole number", "Day stepDue", "Word completion", "ProjectUnknown number"],
            rows.SelectMany(row => row.Problems).Select(problem => $"{problem.Rule} {problem.Column}"));
        var twin = Assert.Single(rows, row => row.TwinRow is not null);
        Assert.Equal((1, RowChoice.Skip), (twin.TwinRow, twin.Action));
    }

    [Fact]
    public void A_table_that_is_no_programme_is_left_out_and_named()
    {
        var understood = ProgrammeUnderstanding.Of(OfficeReader.Read(OfficeFiles.Docx(OfficeFiles.Table(["المادة", "الكمية"], ["ورق", "5"], ["حبر", "2"]))));

        Assert.Empty(understood.Rows);
        Assert.Equal([new ImportNote("TableSkipped", "1")], understood.Notes);
    }

    private static List<PartTexts> Of(IReadOnlyList<CheckedPart> rows, PartKind kind, StatementKind? list = null) =>
        [.. rows.Where(row => row.Kind == kind && (list is null || row.Kept[PartField.List] == MachineWord.Of(list.Value))).Select(row => row.Kept)];

    private static IEnumerable<string> Items(IReadOnlyList<CheckedPart> rows, StatementKind list) => Of(rows, PartKind.Statement, list).Select(item => item[PartField.Item]);

    // A full stop at the end of a line goes.
    private static string Bare(string text) => text.TrimEnd('.').ToString(CultureInfo.InvariantCulture);
}
