using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.OpennessProgramme.Export;
using Platform.Commitments.OpennessProgramme.Import;
using Platform.Data.Seeding;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Office;

namespace Platform.UnitTests.Commitments.OpennessProgramme;

/// <summary>Whatever a programme says, writing it to a file and reading it back changes nothing: lists, cards of projects, steps, completion, committee, figures, networks, adoption; where all of it comes from, and what is attached to it.</summary>
public sealed class ProgrammeRoundTripTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private const string Address = "https://larache.example.ma";

    private static readonly DateTime Recorded = new(2026, 2, 3, 9, 30, 0, DateTimeKind.Utc);

    private static readonly StringLocalizer<OpennessTexts> Texts = new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>What a reader of files could take for something else.</summary>
    private static readonly string[] Hard =
    [
        "لقاء", "=1+1", "'quoted", "+212 523", "a,b;c\td", "\"x\"", "1. مشروع", "- بند", "محور ؛ آخر", "نهاية.", "[]", "été 45%", "2026-01-31", "٣", "المجموع", "@x", "الإشكالية",
        "بطاقة المشروع", "بالعربية", "الشركاء", "Fiche du projet", "Projet", "45", "(1)", "–", "𐓀 emoji 🎉", "<b>", "&amp;", "\\n", "o", "sep=;", "سطر\nسطر", "فقرة\n\nفقرة", "قرار", "نعم",
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
        Prop.ForAll(Programmes().ToArbitrary(), standing =>
        {
            var documents = new DocumentReferences(Address, standing.Titles);
            var understood = ProgrammeUnderstanding.Of(OfficeReader.Read(Written(standing, documents, format, language)));

            // The adoption is brought in only where somebody chooses so.
            var read = ProgrammeCheck.Of([.. understood.Rows.Select(row => row.Kind == PartKind.Adoption ? row.Choose(RowChoice.Add) : row)], StandingProgramme.None, documents, updates: false, Today);
            Assert.Empty(read.SelectMany(row => row.Problems));
            Assert.DoesNotContain(read.SelectMany(row => row.Notes), note => note.Kind == "DocumentElsewhere");
            Assert.All(read, row => Assert.Equal(RowChoice.Add, row.Action));
            Assert.Equal(standing.Parts.Select(part => Line(part.Kind, part.Texts)).Order(StringComparer.Ordinal), read.Select(row => Line(row.Kind, row.Kept)).Order(StringComparer.Ordinal));
        }).Check(Properties.Tried);
    }

    private static byte[] Written(StandingProgramme programme, DocumentReferences documents, string format, Language language)
    {
        using var stream = new MemoryStream();
        switch (format)
        {
            case "csv":
                var (header, rows) = ProgrammeFiles.Whole(programme, documents, language, demonstration: true);
                CsvFile.WriteAsync(stream, header, rows).GetAwaiter().GetResult();
                break;
            case "xlsx":
                XlsxFile.Write(stream, [.. ProgrammeFiles.Sheets(programme, documents, language, demonstration: true)]);
                break;
            default:
                DocxFile.Write(stream, new DocxDocument("x", "x", Today, null, language, [.. ProgrammeFiles.Document(programme, documents, Texts, language)]));
                break;
        }

        return stream.ToArray();
    }

    private static Gen<StandingProgramme> Programmes() =>
        from title in Text()
        from statements in Text().ListOf()
        from projects in Gen.Choose(0, 3)
        from texts in Text().ListOf(6)
        from lists in Items().ListOf(2)
        from most in Gen.Choose(0, 2)
        from sources in Sources().ListOf(4)
        from networks in Gen.Choose(0, 3)
        from attached in Text().ListOf(3)
        select StandingOf(ProgrammeOf(title, statements, projects, [.. texts], [.. lists], most, [.. sources]), Networks(networks, [.. texts], [.. sources]), attached);

    /// <summary>One document is attached to the programme, two to each completion and network that has any.</summary>
    private static StandingProgramme StandingOf(Programme programme, IReadOnlyList<Network> networks, IReadOnlyList<LocalizedText> titles)
    {
        AttachedDocument[] documents = [.. titles.Select((title, at) => new AttachedDocument(
            (at * 70) + 2, DocumentKind.Evidence, title, Today, Published: true, "x.pdf", "pdf", 1, $"/documents/{(at * 70) + 2}"))];
        return StandingProgramme.Of(programme, networks, StandingProgramme.SubjectsOf(programme, networks)
            .SelectMany((subject, at) => documents.Take(at == 0 ? 1 : 3).Skip(at == 0 ? 0 : 1).Select(document => (subject, document))).ToLookup(pair => pair.subject, pair => pair.document));
    }

    private static List<Network> Networks(int count, LocalizedText[] texts, SeedSource?[] sources) =>
    [
        .. Enumerable.Range(1, count).Select(number =>
        {
            var network = Network.Of(number, Told(texts[number], number).OnOneLine(), number == 1 ? null : texts[0].OnOneLine(), sources[number]);
            network.Describe(network.Name, network.Charter, number == 2 ? "https://remacto.example.ma/x?y=1" : null, number == 3 ? null : Today.AddDays(-number), number == 2 ? Today : null);
            if (number != 1)
            {
                network.HaveDocuments();
            }

            return network;
        }),
    ];

    /// <summary>A document that the platform knows by its title, or any other; with a section or without.</summary>
    private static Gen<SeedSource?> Sources() =>
        from document in Gen.OneOf(Gen.Elements("larache-openness-programme", "beni-mellal-workshop"), Words())
        from section in Gen.OneOf(Gen.Constant<string?>(null), Gen.Constant<string?>("5.1"), Words().Select(words => (string?)OneLine(words)))
        from any in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        select any ? new SeedSource(OneLine(document), section) : null;

    private static string OneLine(string text) => new LocalizedText(text).OnOneLine().Ar;

    private static Programme ProgrammeOf(LocalizedText title, IReadOnlyList<LocalizedText> statements, int projects, LocalizedText[] texts, IReadOnlyList<LocalizedText>[] lists, int most, SeedSource?[] sources)
    {
        var programme = Programme.Begin(title);
        programme.RunFor(most == 0 ? null : Today, most == 2 ? Today.AddYears(2) : null);
        programme.SetUpCommittee(most == 1 ? Today : null, most == 0 ? null : "77/2026", texts[0], sources[0]);
        programme.Cite(sources[1]);
        if (most > 0)
        {
            programme.Adopt(Today, most == 1 ? texts[1] : null, most == 2 ? "12/2026" : null);
        }

        programme.Statements.AddRange(statements.Take(12).Select((text, at) => Statement.Of((StatementKind)(at % 6), at + 1, Told(text, at), at % 2 == 0 ? null : texts[2], sources[at % 4])));
        for (var number = 1; number <= projects; number++)
        {
            var project = Project.Of(60 + number, texts[number], number == 1 ? null : texts[3], number == 2 ? null : number, sources[number]);
            project.Describe(number == 3 ? null : texts[4], texts[5], most == 0 ? null : texts[0]);
            project.Entrust(most == 1 ? null : texts[1], texts[2]);
            project.Indicators.AddRange(lists[0].Select((text, at) => ProjectIndicator.Of(ProjectIndicatorKind.FollowUp, at + 1, text)));
            project.Indicators.AddRange(lists[1].Select((text, at) => ProjectIndicator.Of(ProjectIndicatorKind.Impact, at + 1, text)));
            project.Milestones.AddRange(statements.Take(2).Select((text, at) => ProjectMilestone.Of(at + 1, Told(text, at), at == 0 ? texts[0] : null, at == 0 ? Today : null, at == 1 ? Today : null)));
            project.Completions.AddRange(Enumerable.Range(0, most).Select(at => CompletionEntry.Of(Today.AddDays(-at), (Completion)(at + number), at == 0 ? null : texts[3], texts[4], at == 1 ? null : texts[5], Recorded)));
            if (number == 2)
            {
                project.Completions.ForEach(entry => entry.HaveDocuments());
            }

            programme.Projects.Add(project);
        }

        programme.Milestones.AddRange(statements.Take(3).Select((text, at) =>
            Milestone.Of(Today.AddDays(-at), at == 1 ? Today : null, (DatePrecision)(at % 2), Told(text, at), at == 2 ? texts[1] : null, at switch { 0 => null, 1 => true, _ => false }, sources[at])));
        programme.Members.AddRange(Enumerable.Range(0, most * 2).Select(at => CommitteeMember.Of(at + 1, (CommitteeGroup)at, $"عضو {at}", at == 0 ? null : texts[2], at == 1 ? null : texts[3])));
        programme.Figures.AddRange(Enumerable.Range(0, most).Select(at => Figure.Of(at + 1, $"f{at}", Told(texts[4], at), at * 7_000_000, at == 0 ? null : texts[5], at == 1 ? null : Today, sources[at])));
        return programme;
    }

    // Two lines of one list with one name would be one line.
    private static LocalizedText Told(LocalizedText text, int number) => new($"{text.Ar} {number} ن", text.Fr, text.Zgh);

    private static Gen<LocalizedText> Text() =>
        from ar in Words()
        from fr in Gen.OneOf(Gen.Constant<string?>(null), Words().Select(words => (string?)words))
        from zgh in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("ⵜⴰⵖⵉⵡⴰⵏⵜ")))
        select new LocalizedText(ar, fr, zgh);

    // As the forms take it: cleaned.
    private static Gen<string> Words() => Gen.Elements(Hard).NonEmptyListOf().Select(words => Cleaning.Clean(string.Join(' ', words.Take(3))));

    private static Gen<IReadOnlyList<LocalizedText>> Items() => Text().ListOf().Select(texts => (IReadOnlyList<LocalizedText>)[.. texts.Take(3).Select(text => text.OnOneLine())]);

    private static string Line(PartKind kind, PartTexts texts) => kind + ": " + string.Join(" | ", texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}={text.Value}"));
}
