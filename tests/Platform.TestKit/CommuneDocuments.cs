using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;

namespace Platform.TestKit;

/// <summary>The documents of communes written anew from tenants/, in the layout of the originals.</summary>
public static class CommuneDocuments
{
    private static readonly string[] Headings = ["مداخل لبناء خطة عمل المشاركة المواطنة", "الأولوية", "المؤشرات", "الأنشطة المقترحة"];

    /// <summary>
    /// Béni Mellal: a legend of colours, the table of the first axis with its headings, and after the page break the other axes without headings and the
    /// columns the other way round. Axes are merged down; a cell holds several indicators.
    /// </summary>
    public static byte[] BeniMellal()
    {
        var axes = SeedPlans.Of("beni-mellal");
        IReadOnlyList<OfficeCell>[] legend = [["الأنشطة المقترحة من قبل الجماعة والهيئة", ""], ["الأنشطة المقترحة من قبل الجمعيات", ""]];
        return OfficeFiles.Docx(
            OfficeFiles.Paragraph("خطة عمل المشاركة المواطنة"),
            OfficeFiles.Paragraph("الأهداف :"),
            OfficeFiles.Paragraph("تفعيل آليات المشاركة المواطنة على صعيد الجماعات", item: true),
            OfficeFiles.Table(legend),
            OfficeFiles.Table([[.. Headings.Select(heading => new OfficeCell(heading))], .. Rows(axes.Take(1), reverse: false)]),
            OfficeFiles.Paragraph(""),
            OfficeFiles.Table([.. Rows(axes.Skip(1), reverse: true)]));
    }

    /// <summary>The same rows in one sheet, headings first, axes merged down.</summary>
    public static byte[] BeniMellalWorkbook() =>
        OfficeFiles.Xlsx([[new OfficeCell("خطة عمل المشاركة المواطنة", Across: 4)], [.. Headings.Select(heading => new OfficeCell(heading))], .. Rows(SeedPlans.Of("beni-mellal"), reverse: false)]);

    /// <summary>The same rows as text for spreadsheets: the axis stands once, and the cells below it are empty.</summary>
    public static byte[] BeniMellalText(string delimiter, Encoding encoding) => OfficeFiles.Csv(
        delimiter,
        encoding,
        mark: false,
        [
            Headings,
            .. SeedPlans.Of("beni-mellal").SelectMany(axis => axis.Activities.Select((activity, at) => new[]
            {
                at == 0 ? AxisOf(axis) : "", activity.Priority ?? "", string.Join(" ؛ ", activity.Indicators), activity.Title + "؛",
            })),
        ]);

    /// <summary>Bni Mathar: a row for each axis, its activities run together in one cell, each after a dash; the last of the fourth axis in a row without a name.</summary>
    public static byte[] BniMathar()
    {
        var rows = new List<IReadOnlyList<OfficeCell>> { new OfficeCell[] { "الأولوية", "الأنشطة المقترحة", "مداخل لبناء خطة عمل المشاركة المواطنة" } };
        foreach (var axis in SeedPlans.Of("bni-mathar"))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"المدخل {axis.Number}: {axis.Title}");
            var cut = axis.Number == 4 ? 1 : axis.Activities.Count;
            rows.Add(["", Dashes(axis.Activities.Take(cut)), name]);
            if (cut < axis.Activities.Count)
            {
                rows.Add(["", Dashes(axis.Activities.Skip(cut)), ""]);
            }
        }

        return OfficeFiles.Docx(OfficeFiles.Paragraph("خطة عمل المشاركة المواطنة جماعة بني مطهر"), OfficeFiles.Table([.. rows]));
    }

    /// <summary>Demnate: the charter with its numbered parts, then the plan as titles and lists, without a table.</summary>
    public static byte[] Demnate()
    {
        var blocks = new List<OpenXmlElement>
        {
            OfficeFiles.Paragraph("ميثاق وخطة عمل المشاركة المواطنية لجماعة دمنات"),
            OfficeFiles.Paragraph("3. أهداف الميثاق"),
            OfficeFiles.Paragraph("مأسسة المشاركة المواطنة على صعيد الجماعة؛", item: true),
            OfficeFiles.Paragraph("4. القيم والمبادئ التي يرتكز عليها الميثاق"),
            OfficeFiles.Paragraph("التعاون والشراكة", item: true),
            OfficeFiles.Paragraph("خطة عمل المشاركة المواطن لجماعة دمنات"),
        };
        foreach (var axis in SeedPlans.Of("demnate"))
        {
            blocks.Add(OfficeFiles.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{axis.Number}. {axis.Title}:")));
            blocks.Add(OfficeFiles.Paragraph(axis.Number == 4 ? "❖ أهداف البرنامج:" : "❖ أهداف المحور:"));
            blocks.AddRange(axis.Objectives.Select(objective => OfficeFiles.Paragraph("- " + objective + "،")));
            blocks.Add(OfficeFiles.Paragraph("❖ الأنشطة:"));
            blocks.AddRange(axis.Activities.Select(activity => OfficeFiles.Paragraph("- " + activity.Title + "؛")));
            blocks.Add(OfficeFiles.Paragraph("❖ مؤشرات النجاح:"));
            blocks.AddRange(axis.Success.Select(indicator => OfficeFiles.Paragraph("- " + indicator + "،")));
        }

        return OfficeFiles.Docx([.. blocks]);
    }

    private static IEnumerable<IReadOnlyList<OfficeCell>> Rows(IEnumerable<SeedAxis> axes, bool reverse)
    {
        foreach (var axis in axes)
        {
            for (var i = 0; i < axis.Activities.Count; i++)
            {
                var activity = axis.Activities[i];
                OfficeCell indicators = string.Join(" ؛ - ", activity.Indicators.Select(indicator => indicator + (i % 2 == 0 ? "؛" : "")));
                OfficeCell[] merged = i == 0 ? [new OfficeCell(AxisOf(axis), Down: axis.Activities.Count)] : [];
                OfficeCell priority = activity.Priority ?? "";
                OfficeCell title = activity.Title + "؛";
                yield return reverse ? [indicators, priority, title, .. merged] : [.. merged, priority, indicators, title];
            }
        }
    }

    private static string Dashes(IEnumerable<SeedActivity> activities) => string.Join('\n', activities.Select(activity => "- " + activity.Title + "."));

    private static string AxisOf(SeedAxis axis) => string.Create(CultureInfo.InvariantCulture, $"{axis.Number}. {axis.Title}");
}
