using System.Globalization;
using System.Text;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;
using Platform.TestKit;
using Platform.Ui.Office;

namespace Platform.UnitTests.Commitments.ActionPlan;

/// <summary>The documents of communes, in the layout of the originals, give back what tenants/ holds of them.</summary>
public sealed class PlanUnderstandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string, string, byte[]> Documents => new()
    {
        { "docx", "beni-mellal", CommuneDocuments.BeniMellal() },
        { "xlsx", "beni-mellal", CommuneDocuments.BeniMellalWorkbook() },
        { "csv", "beni-mellal", CommuneDocuments.BeniMellalText(";", new UTF8Encoding(false)) },
        { "windows", "beni-mellal", CommuneDocuments.BeniMellalText("\t", CodePagesEncodingProvider.Instance.GetEncoding(1256)!) },
        { "docx", "bni-mathar", CommuneDocuments.BniMathar() },
        { "docx", "demnate", CommuneDocuments.Demnate() },
    };

    [Theory]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public void A_document_of_a_commune_is_understood_whole(string kind, string commune, byte[] document)
    {
        var seed = SeedPlans.Of(commune).Where(axis => axis.Activities.Count > 0).ToList();

        var understood = PlanUnderstanding.Of(OfficeReader.Read(document), []);

        Assert.NotEmpty(kind);
        var checkedRows = PlanCheck.Of(understood.Rows, StandingPlan.None, DocumentReferences.None, updates: false, Today);
        Assert.Empty(checkedRows.SelectMany(row => row.Problems).Select(problem => $"{problem.Column} {problem.Rule}"));
        var axes = checkedRows.Where(row => row.Row.IsAxis).ToList();
        Assert.Equal(seed.Select(axis => axis.Number), axes.Select(axis => axis.Kept.Whole(PlanField.Axis)!.Value));
        Assert.Equal(seed.Select(axis => Folding.Fold(axis.Title)), axes.Select(axis => Folding.Fold(axis.Kept[PlanField.AxisTitle])));
        Assert.Equal(seed.SelectMany(axis => axis.Objectives), axes.SelectMany(axis => axis.Kept.Items(PlanField.Objectives)).Select(item => item.Text.Ar));
        Assert.Equal(seed.SelectMany(axis => axis.Success), axes.SelectMany(axis => axis.Kept.Items(PlanField.SuccessIndicators)).Select(item => item.Text.Ar));
        var activities = checkedRows.Where(row => !row.Row.IsAxis).ToList();
        Assert.Equal(
            seed.SelectMany(axis => axis.Activities.Select(activity => (axis.Number, activity.Number, Bare(activity.Title), activity.Priority ?? "", string.Join('|', activity.Indicators.Select(Bare))))),
            activities.Select(row => (
                row.Kept.Whole(PlanField.Axis)!.Value,
                row.Kept.Whole(PlanField.Number)!.Value,
                Bare(row.Kept[PlanField.Title]),
                row.Kept[PlanField.Priority],
                string.Join('|', row.Kept.Items(PlanField.Indicators).Select(item => Bare(item.Text.Ar))))));
    }

    [Fact]
    public void The_counts_are_those_of_the_original()
    {
        var understood = PlanUnderstanding.Of(OfficeReader.Read(CommuneDocuments.BeniMellal()), []);

        Assert.Equal(7, understood.Rows.Count(row => row.IsAxis));
        Assert.Equal(38, understood.Rows.Count(row => !row.IsAxis));
        Assert.Equal(
            [9, 6, 3, 4, 6, 3, 7],
            understood.Rows.Where(row => !row.IsAxis).GroupBy(row => row.Texts[PlanField.Axis]).Select(axis => axis.Count()).ToArray());
    }

    [Fact]
    public void French_headings_synonyms_and_Moroccan_ways_of_writing_are_understood()
    {
        var file = OfficeReader.Read(OfficeFiles.Csv(";", new UTF8Encoding(false), false,
            ["N°", "Actions proposées", "Degré de priorité", "Service responsable", "Coût estimatif (en DH)", "Taux de réalisation", "État d'avancement", "Date de début", "Échéances", "Partenaires", "Couleur"],
            ["Axe 2 : Participation numérique", "", "", "", "", "", "", "", "", "", ""],
            ["2.1", "Refonte du site", "Élevée", "Direction des services", "1.250.000,50 DHS", "٤٥ %", "En cours", "1er février 2026", "غشت 2026", "DGCT\nEnabel", "bleu"],
            ["٢", "Formation", "P3", "", "٢٥٠ ٠٠٠ درهم", "", "Réalisée", "15/03/2025", "2026-06-30", "", ""]));

        var understood = PlanUnderstanding.Of(file, []);
        var rows = PlanCheck.Of(understood.Rows, StandingPlan.None, DocumentReferences.None, updates: false, Today);

        Assert.Empty(rows.SelectMany(row => row.Problems).Select(problem => $"{problem.Column} {problem.Rule}"));
        Assert.Equal(("2", "Participation numérique"), (rows[0].Kept[PlanField.Axis], rows[0].Kept[PlanField.AxisTitle]));
        var (first, second) = (rows[1].Kept, rows[2].Kept);
        Assert.Equal(("2", "1", "1", "1250000.5"), (first[PlanField.Axis], first[PlanField.Number], first[PlanField.Priority], first[PlanField.Budget]));
        Assert.Equal(("45", "in-progress", "2026-02-01", "2026-08-31"), (first[PlanField.Percent], first[PlanField.Status], first[PlanField.Start], first[PlanField.End]));
        Assert.Equal("DGCT\nEnabel", first[PlanField.Partners]);
        Assert.Equal(("2", "3", "250000"), (second[PlanField.Number], second[PlanField.Priority], second[PlanField.Budget]));
        Assert.Equal(("100", "completed", "2025-03-15", "2026-06-30"), (second[PlanField.Percent], second[PlanField.Status], second[PlanField.Start], second[PlanField.End]));
        Assert.Equal([new ImportNote("ColumnSkipped", "Couleur")], understood.Notes);
    }

    [Fact]
    public void An_activity_that_goes_on_over_several_rows_gathers_their_indicators()
    {
        var file = OfficeReader.Read(OfficeFiles.Xlsx(
            ["المحور", "النشاط", "المؤشرات", "الشركاء"],
            [new OfficeCell("المحور الأول: الرقمنة", Down: 3), new OfficeCell("بوابة", Down: 2), "عدد الزوار", "جمعية"],
            ["عدد الخدمات", ""],
            ["تطبيق", "عدد التحميلات", ""]));

        var rows = PlanUnderstanding.Of(file, []).Rows;

        Assert.Equal(3, rows.Count);
        Assert.Equal(("1", "الرقمنة"), (rows[0].Texts[PlanField.Axis], rows[0].Texts[PlanField.AxisTitle]));
        Assert.Equal("عدد الزوار\nعدد الخدمات", rows[1].Texts[PlanField.Indicators]);
        Assert.Equal("تطبيق", rows[2].Texts[PlanField.Title]);
    }

    [Fact]
    public void Axes_without_numbers_are_found_by_their_titles_in_the_plan()
    {
        var file = OfficeReader.Read(OfficeFiles.Csv(",", new UTF8Encoding(false), false,
            ["المحور", "النشاط"], ["الرّقمنة", "أ"], ["محور جديد", "ب"], ["", "ج"]));

        var rows = PlanUnderstanding.Of(file, [(6, "الرقمنة"), (7, "آخر")]).Rows;

        Assert.Equal(["6", "6", "8", "8", "8"], rows.Select(row => row.Texts[PlanField.Axis]));
    }

    [Fact]
    public void A_row_whose_words_are_those_of_headings_is_no_heading()
    {
        var file = OfficeReader.Read(OfficeFiles.Csv(";", new UTF8Encoding(false), false,
            ["المحور", "النشاط", "المؤشرات"], ["8. محور جديد", "نشاط جديد", "عدد المستفيدين"], ["المحور", "النشاط", "المؤشرات"], ["", "أولوية الأنشطة", "مؤشرات"]));

        var rows = PlanUnderstanding.Of(file, []).Rows;

        Assert.Equal(["نشاط جديد", "أولوية الأنشطة"], rows.Where(row => !row.IsAxis).Select(row => row.Texts[PlanField.Title]));
    }

    [Fact]
    public void A_table_that_is_no_plan_is_left_out_and_named()
    {
        var file = OfficeReader.Read(OfficeFiles.Docx(OfficeFiles.Table(["الاسم", "الصفة"], ["فاطمة", "رئيسة"], ["محمد", "نائب"])));

        var understood = PlanUnderstanding.Of(file, []);

        Assert.Empty(understood.Rows);
        Assert.Equal([new ImportNote("TableSkipped", "1")], understood.Notes);
    }

    [Theory]
    [InlineData("6 فبراير 2025", false, "2025-02-06")]
    [InlineData("٦ فبراير ٢٠٢٥", false, "2025-02-06")]
    [InlineData("1 يوليوز 2026", false, "2026-07-01")]
    [InlineData("دجنبر 2026", true, "2026-12-31")]
    [InlineData("2027", true, "2027-12-31")]
    [InlineData("2027", false, "2027-01-01")]
    [InlineData("3/2026", true, "2026-03-31")]
    [InlineData("31/12/2026", false, "2026-12-31")]
    [InlineData("1er août 2026", false, "2026-08-01")]
    [InlineData("31/02/2026", false, null)]
    [InlineData("12/31/2026", false, null)]
    [InlineData("قريبا", false, null)]
    [InlineData("31/12/26", false, null)]
    public void Days_are_read_as_they_are_written_in_Morocco(string text, bool end, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), ValueReader.Day(text, end));

    [Theory]
    [InlineData("250 000 درهم", 250000d)]
    [InlineData("250.000", 250000d)]
    [InlineData("1,250,000.50", 1250000.5)]
    [InlineData("1.250.000,50 DH", 1250000.5)]
    [InlineData("12,5", 12.5)]
    [InlineData("٢٥٠٬٠٠٠", 250000d)]
    [InlineData("0", 0d)]
    [InlineData("كبيرة", null)]
    [InlineData("-5", null)]
    [InlineData("2 x 5", null)]
    public void Amounts_are_read_with_either_grouping(string text, double? amount) => Assert.Equal((decimal?)amount, ValueReader.Amount(text));

    private static string Bare(string text) => Folding.Fold(text);
}
