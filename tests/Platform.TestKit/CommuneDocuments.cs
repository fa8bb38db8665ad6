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

    private static readonly string[] Months = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["chair"] = "رئيس اللجنة :",
        ["elected"] = "المنتخبون",
        ["consultative-body"] = "■ أعضاء هيئة المساواة و تكافؤ الفرص:",
        ["staff"] = "الموظفون:",
        ["focal-point"] = "نقطة ارتكاز برنامج دعم الجماعات المنفتحة",
    };

    /// <summary>
    /// Larache: slides as lines, each part under its name; days as they are written in Morocco with what took place on the next line; the committee by groups,
    /// its chair with the office first; the projects as the one table.
    /// </summary>
    public static byte[] Larache()
    {
        var programme = SeedProgramme.Of("larache");
        var blocks = new List<OpenXmlElement>
        {
            OfficeFiles.Paragraph("اللقاء التشاوري الثاني حول إعداد برنامج عمل الانفتاح بجماعة العرائش"),
            OfficeFiles.Paragraph("جدول الأعمال"),
            OfficeFiles.Paragraph("1. نبذة عن برنامج الجماعات الترابية المنفتحة"),
            OfficeFiles.Paragraph("أهداف برنامج الجماعات الترابية المنفتحة"),
        };
        foreach (var (title, text) in programme.Goals)
        {
            blocks.Add(OfficeFiles.Paragraph(title));
            blocks.Add(OfficeFiles.Paragraph("• " + text));
        }

        Part("مبادئ التنمية المنفتحة", programme.Principles);
        blocks.Add(OfficeFiles.Paragraph("2 - محطات الإعداد المشترك لبرنامج الانفتاح بجماعة العرائش"));
        foreach (var step in programme.Milestones)
        {
            blocks.Add(OfficeFiles.Paragraph(step.Month ? $"{Months[step.From.Month - 1]} {step.From.Year}"
                : step.To is { } to ? $"{step.From.Day} إلى {to.Day} {Months[to.Month - 1]} {to.Year}"
                : $"{step.From.Day:00} {Months[step.From.Month - 1]} {step.From.Year}"));
            blocks.Add(OfficeFiles.Paragraph(step.Title));
        }

        blocks.Add(OfficeFiles.Paragraph("منهجية الإعداد المشترك"));
        blocks.Add(OfficeFiles.Paragraph("أعضاء لجنة إعداد، تتبع، و تقييم برنامج الانفتاح بجماعة العرائش"));
        blocks.Add(OfficeFiles.Paragraph(programme.Decision));
        foreach (var group in programme.Members.GroupBy(member => member.Group))
        {
            blocks.Add(OfficeFiles.Paragraph(Groups[group.Key]));
            blocks.AddRange(group.Select(member => OfficeFiles.Paragraph(
                member.Group == "chair" ? $"{member.Function}، السيد {member.Name}" : $"- ▶ {member.Name}، {member.Function}، {member.Role}")));
        }

        Part("المحاور ذات الأولوية", programme.PriorityAxes);
        blocks.Add(OfficeFiles.Paragraph("تجميع الاقتراحات"));
        blocks.Add(OfficeFiles.Paragraph("قراءة في اللقاء"));
        foreach (var (label, value) in programme.Figures)
        {
            blocks.Add(OfficeFiles.Paragraph(label + " :"));
            blocks.Add(OfficeFiles.Paragraph(value.ToString(CultureInfo.InvariantCulture)));
        }

        blocks.Add(OfficeFiles.Paragraph("4 - تقديم مشاريع الانفتاح"));
        blocks.Add(OfficeFiles.Table([
            new OfficeCell[] { "رقم", "عنوان مشروع الانفتاح" },
            .. programme.Projects.Select(project => new OfficeCell[] { project.Number.ToString(CultureInfo.InvariantCulture), project.Title }),
        ]));
        Part("5 - منهجية التشاور", programme.Method);
        Part("6 - الخطوات المقبلة", [.. programme.NextSteps.Select((step, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}- {step}"))]);
        Part("محتوى ملف العمل", [.. programme.WorkFile.Select((paper, at) => (at < 2 ? "- ▶ " : "") + paper)]);
        return OfficeFiles.Docx([.. blocks]);

        void Part(string title, IEnumerable<string> lines)
        {
            blocks.Add(OfficeFiles.Paragraph(title));
            blocks.AddRange(lines.Select(line => OfficeFiles.Paragraph(line)));
        }
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
