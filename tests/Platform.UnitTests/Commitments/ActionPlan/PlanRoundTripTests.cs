using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.ActionPlan.Export;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Data.Seeding;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Office;

namespace Platform.UnitTests.Commitments.ActionPlan;

/// <summary>Whatever a plan says, writing it to a file and reading it back changes nothing: its own texts, axes, activities and their history, how it came about; where all of it comes from, and what is attached to it.</summary>
public sealed class PlanRoundTripTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private const string Address = "https://demnate.example.ma";

    private static readonly DateTime Recorded = new(2026, 2, 3, 9, 30, 0, DateTimeKind.Utc);

    private static readonly StringLocalizer<ActionPlanTexts> Texts = new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>What a reader of files could take for something else.</summary>
    private static readonly string[] Hard =
    [
        "لقاء", "=1+1", "'quoted", "+212 523", "a,b;c\td", "\"x\"", "1. نشاط", "- بند", "محور ؛ آخر", "نهاية.", "نص [abc-1]", "été 45%", "2026-01-31", "٣", "المجموع", "Total", "@x",
        "الأنشطة", "مصادقة", "فقرة\n\nفقرة", "إلى", "45", "(1)", "…", "–", "𐓀 emoji 🎉", "<b>", "&amp;", "\\n", "o", "sep=;", "سطر\nسطر", "[]", "1.2", "Activité",
    ];

    [Theory]
    [InlineData("csv", "ar")]
    [InlineData("csv", "fr")]
    [InlineData("xlsx", "ar")]
    [InlineData("xlsx", "fr")]
    [InlineData("docx", "ar")]
    [InlineData("docx", "fr")]
    public void Nothing_is_lost_on_the_way_through_a_file(string format, string tag)
    {
        var language = Language.OfPage(tag)!;
        CultureInfo.CurrentUICulture = language.Culture;
        Prop.ForAll(Plans().ToArbitrary(), plan => Kept(plan, format, language)).Check(Properties.Tried);
    }

    /// <summary>The row of an adoption that has neither date nor place, whose title is the word of one heading in Arabic and of another in French, is not the headings once more.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void A_row_whose_texts_are_words_of_headings_is_a_row(string format)
    {
        var language = Language.French;
        CultureInfo.CurrentUICulture = language.Culture;
        var title = new LocalizedText("إلى", "Activité", null);
        Kept(new StandingPlan(PlanOf(title, title, [title, title]), [], new HashSet<(int, int)>()), format, language);
    }

    private static void Kept(StandingPlan plan, string format, Language language)
    {
        var documents = new DocumentReferences(Address, plan.Titles);
        var understood = PlanUnderstanding.Of(OfficeReader.Read(Written(plan, documents, format, language)), []);
        var read = PlanCheck.Of([.. understood.Rows.Select(row => row.Kind == RowKind.Way ? row.Choose(RowChoice.Add) : row)], StandingPlan.None, documents, updates: false, Today);
        var expected = plan.Axes.SelectMany(axis => axis.Activities.Select(activity => activity.Texts).Prepend(axis.Texts))
            .Concat(plan.Activities.SelectMany(activity => activity.History).Select(state => state.Texts))
            .Append(plan.Card!)
            .Concat(PlanTexts.WayOf(plan.Plan!))
            .Select(Line).ToList();
        Assert.Empty(read.SelectMany(row => row.Problems));
        Assert.DoesNotContain(read.SelectMany(row => row.Notes), note => note.Kind == "DocumentElsewhere");
        Assert.All(read, row => Assert.Equal(RowChoice.Add, row.Action));
        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Select(row => Line(row.Kept)).Order(StringComparer.Ordinal));
    }

    private static byte[] Written(StandingPlan plan, DocumentReferences documents, string format, Language language)
    {
        using var stream = new MemoryStream();
        switch (format)
        {
            case "csv":
                var (wholeHeader, rows) = PlanFiles.Whole(plan, documents, language, demonstration: true);
                CsvFile.WriteAsync(stream, wholeHeader, rows).GetAwaiter().GetResult();
                break;
            case "xlsx":
                XlsxFile.Write(stream, [.. PlanFiles.Sheets(plan, documents, Texts, language, demonstration: true)]);
                break;
            default:
                DocxFile.Write(stream, new DocxDocument("x", "x", Today, null, language, [.. PlanFiles.Document(plan, documents, Texts, language, Today, demonstration: true)]));
                break;
        }

        return stream.ToArray();
    }

    private static Gen<StandingPlan> Plans() =>
        from count in Gen.Choose(1, 3)
        from attached in Text().ListOf(3)
        from axes in Axes(count, [.. attached.Select(DocumentOf)])
        from source in Sources()
        from title in Text()
        from frame in Text()
        from goals in Items()
        select new StandingPlan(PlanOf(title, frame, goals, source), axes, new HashSet<(int, int)>())
        {
            Documents = goals.Count == 0 ? "" : DocumentReferences.Of(attached.Select(DocumentOf).Take(2)),
            Titles = attached.Select(DocumentOf).ToDictionary(document => document.Number, document => document.Title),
        };

    private static AttachedDocument DocumentOf(LocalizedText title, int at) =>
        new((at * 70) + 2, DocumentKind.Evidence, title, Today, Published: true, "x.pdf", "pdf", 1, $"/documents/{(at * 70) + 2}");

    /// <summary>A document that the platform knows by its title, or any other; with a section or without.</summary>
    private static Gen<SeedSource?> Sources() =>
        from document in Gen.OneOf(Gen.Elements("beni-mellal-action-plan", "demnate-charter-and-action-plan"), Words())
        from section in Gen.OneOf(Gen.Constant<string?>(null), Gen.Constant<string?>("5.1"), Words().Select(words => (string?)OneLine(words)))
        from any in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        select any ? new SeedSource(OneLine(document), section) : null;

    private static string OneLine(string text) => new LocalizedText(text).OnOneLine().Ar;

    private static Plan PlanOf(LocalizedText title, LocalizedText frame, IReadOnlyList<LocalizedText> goals, SeedSource? source = null)
    {
        var plan = Plan.Begin(1, title, Recorded);
        plan.Describe(title, goals.Count == 1 ? null : frame, goals);
        plan.Cite(source);

        plan.Preparation.Add(PreparationEvent.Of(Today, title.OnOneLine(), frame, goals.Count == 0 ? null : goals[0], source));
        plan.Preparation.Add(PreparationEvent.Of(Today.AddDays(1), title.OnOneLine(), null, frame, null));
        plan.Rounds.Add(PlanRound.Of(1, Today, Today.AddDays(goals.Count), frame.OnOneLine(), title));
        plan.Rounds[0].Describe(Today, Today.AddDays(goals.Count), frame.OnOneLine(), goals.Count == 0 ? title : null, frame);
        plan.Adopt(goals.Count == 2 ? null : Today, title.OnOneLine(), goals.Count == 1 ? null : "12/2026", goals.Count == 2 ? null : Today.AddDays(goals.Count));
        return plan;
    }

    private static Gen<IReadOnlyList<StandingAxis>> Axes(int count, IReadOnlyList<AttachedDocument> documents) =>
        Gen.CollectToList(Enumerable.Range(1, count), number =>
            from title in Text()
            from objectives in Items()
            from success in Items()
            from source in Sources()
            from activities in Gen.CollectToList(Enumerable.Range(1, 2), own => OneActivity(number, own, documents))
            select new StandingAxis(number, number, PlanTexts.Of(AxisOf(number, title, objectives, success, source)), [.. activities]))
            .Select(list => (IReadOnlyList<StandingAxis>)[.. list]);

    private static Axis AxisOf(int number, LocalizedText title, IReadOnlyList<LocalizedText> objectives, IReadOnlyList<LocalizedText> success, SeedSource? source)
    {
        var axis = Axis.Of(number, number, title, objectives, title, source);
        axis.SuccessIndicators.AddRange(success.Select((text, at) => SuccessIndicator.Of(text, at == 0 ? "meetings-held" : null)));
        return axis;
    }

    private static Gen<StandingActivity> OneActivity(int axis, int number, IReadOnlyList<AttachedDocument> documents) =>
        from title in Text()
        from indicators in Items()
        from priority in Gen.Choose(0, 3)
        from shares in Gen.Elements(0, 45, 100).ListOf()
        from budget in Gen.Choose(0, 100_000_000)
        from weight in Gen.Choose(1, 500)
        from text in Text()
        from source in Sources()
        select StandingOf(
            axis, ActivityOf(number, With(title, number), priority, indicators, budget, weight, text, source), [.. shares.Take(3).Select((share, at) => EntryOf(share, at, text))], documents);

    /// <summary>Documents are attached to the first and to the last of three.</summary>
    private static StandingActivity StandingOf(int axis, Activity activity, IReadOnlyList<ProgressEntry> entries, IReadOnlyList<AttachedDocument> documents)
    {
        var attached = entries.Where((_, at) => at != 1)
            .SelectMany((entry, at) => documents.Skip(at).Select(document => (Subject: entry.HaveDocuments(), document))).ToLookup(pair => pair.Subject, pair => pair.document);
        return StandingActivity.Of(axis, activity, entries, attached, Today);
    }

    // Two activities of one axis with one title would be one activity.
    private static LocalizedText With(LocalizedText title, int number) => new($"{title.Ar} {number} ن", title.Fr, title.Zgh);

    private static Activity ActivityOf(int number, LocalizedText title, int priority, IReadOnlyList<LocalizedText> indicators, int budget, int weight, LocalizedText text, SeedSource? source)
    {
        var activity = Activity.Of(
            number, title, priority == 0 ? null : priority, (ActivityOrigin)(number % 3), [.. indicators.Select((words, at) => ActivityIndicator.Of(words, at == 1 ? "a-1" : null))], text, source, priority + 1);
        activity.Schedule(new DateOnly(2026, 1, 31), priority == 0 ? null : new DateOnly(2027, 12, 31));
        activity.Entrust(text, priority == 1 ? text : null, budget / 100m, text);
        activity.Weigh(weight / 100m);
        return activity;
    }

    private static ProgressEntry EntryOf(int share, int at, LocalizedText text) => ProgressEntry.Of(
        new DateOnly(2026, 2, 3).AddDays(at),
        share switch { 0 => ActivityStatus.Planned, 100 => ActivityStatus.Completed, _ => at == 0 ? ActivityStatus.Cancelled : ActivityStatus.InProgress },
        share, text, at == 1 ? null : text, text, Recorded, obstacle: at == 0 ? null : text);

    private static Gen<LocalizedText> Text() =>
        from ar in Words()
        from fr in Gen.OneOf(Gen.Constant<string?>(null), Words().Select(words => (string?)words))
        from zgh in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("ⵜⴰⵖⵉⵡⴰⵏⵜ")))
        select new LocalizedText(ar, fr, zgh);

    // As the forms take it: cleaned.
    private static Gen<string> Words() => Gen.Elements(Hard).NonEmptyListOf().Select(words => Cleaning.Clean(string.Join(' ', words.Take(3))));

    private static Gen<IReadOnlyList<LocalizedText>> Items() => Text().ListOf().Select(texts => (IReadOnlyList<LocalizedText>)[.. texts.Take(3)]);

    private static string Line(PlanTexts texts) => string.Join(" | ", texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}={text.Value}"));
}
