using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Library;
using Platform.Data.Seeding;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;
using Platform.TestKit;

namespace Platform.UnitTests.Commitments.Indicators;

public sealed class IndicatorLibraryTests : IDisposable
{
    private const string Right = """
        indicators:
          - code: one
            name: {ar: "واحد", fr: "Un"}
            definition: {ar: "تعريف", fr: "Définition"}
            unit: {ar: "نشاط", fr: "activité"}
            kind: count
            direction: up
            periodicity: monthly
            behaviour: flow
            derive: sum
            rollup: sum
            source: [{document: d, section: "1"}]
        """;

    private readonly string root = Directory.CreateTempSubdirectory("library-").FullName;

    [Fact]
    public void The_library_is_read_without_a_mistake()
    {
        var definitions = IndicatorLibrary.Read(new SeedRoot(Repository.Tenants).Standard);

        Assert.Equal(81, definitions.Count);
        Assert.Equal(definitions.Count, definitions.Select(definition => definition.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_library_is_complete_in_Arabic_and_French_and_says_where_each_indicator_comes_from() =>
        Assert.All(IndicatorLibrary.Read(new SeedRoot(Repository.Tenants).Standard), definition =>
        {
            Assert.All([definition.Name, definition.Definition, definition.Unit, .. definition.Scale.Select(step => step.Statement)], text => Assert.NotNull(text.Fr));
            Assert.NotEmpty(definition.Sources);
        });

    [Fact]
    public void Every_room_sees_the_library_in_its_order_with_what_was_added_after_it()
    {
        var first = new IndicatorLibrary(new SeedRoot(Repository.Tenants));
        var changes = new Changes();
        var library = new WholeLibrary(first, changes);
        Assert.Equal(first.Definitions.Select(definition => definition.Code), library.All.Select(indicator => indicator.Code));

        var added = new StandardAddition(
            new("added", new("أ"), new("أ"), new("أ"), IndicatorKind.Scale, Direction.Up, Periodicity.Yearly, RollUp.None, null), Period.Month(2026, 12), PeriodBehaviour.Stock,
            null, [new("أ"), new("ب")], new("أ"), DateTime.UnixEpoch);
        changes.Now = new([added], [new("added", Period.Month(2027, 3), null, new("أ"), DateTime.UnixEpoch)]);

        Assert.Equal("added", library.All[^1].Code);
        Assert.Equal([1m, 2m], library.Definition("added")!.Scale.Select(step => step.Value));
        Assert.Equal(
            [false, true, true, false],
            new[] { "2026-11", "2026-12", "2027-02", "2027-03" }.Select(month => changes.Now.Holds("added", Period.Parse(month))));
    }

    [Fact]
    public void A_file_that_was_corrected_is_read_again_without_a_restart()
    {
        Write("_standard", "indicators: [{code: x}]");
        var library = new IndicatorLibrary(new SeedRoot(root));
        Assert.Throws<SeedException>(() => library.Definitions);

        Write("_standard", Right);

        Assert.Equal("one", Assert.Single(library.Definitions).Code);
    }

    [Theory]
    [InlineData("code: one", "code: One_1", "no code")]
    [InlineData(", fr: \"Un\"}", "}", "French text of 'name'")]
    [InlineData("kind: count", "kind: number", "not known")]
    [InlineData("kind: count", "kind: 1", "not known")]
    [InlineData("direction: up", "direction: sideways", "not known")]
    [InlineData("    derive: sum\n", "", "'derive' is missing")]
    [InlineData("derive: sum", "derive: recompute", "Only a percentage or a ratio")]
    [InlineData("rollup: sum", "rollup: recompute", "Only a percentage or a ratio")]
    [InlineData("rollup: sum", "rollup: sum\n    rankingFloor: 5", "Only a percentage or a ratio")]
    [InlineData("behaviour: flow", "behaviour: stock", "not added up")]
    [InlineData("kind: count", "kind: percentage", "Only a count can be summed")]
    [InlineData("kind: count", "kind: scale", "two steps or more")]
    [InlineData("rollup: sum", "rollup: sum\n    colour: red", "'colour' is not known")]
    public void A_mistake_is_said_with_file_and_line(string right, string wrong, string message)
    {
        Write("_standard", Right.Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Throws<SeedException>(() => IndicatorLibrary.Read(new SeedRoot(root).Standard));

        Assert.Contains(error.Problems, problem =>
            problem.File == "_standard/indicators.yaml" && problem.Line >= 2 && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_is_used_once()
    {
        Write("_standard", Right + Right["indicators:".Length..]);

        Assert.Contains("used twice", Assert.Throws<SeedException>(() => IndicatorLibrary.Read(new SeedRoot(root).Standard)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_library_is_a_problem() => Assert.Throws<SeedException>(() => IndicatorLibrary.Read(new SeedRoot(root).Standard));

    [Fact]
    public void A_measure_must_exist_and_count_the_same_way()
    {
        Write("_standard", Right.Replace("derive: sum", "derive: sum\n    measure: test.one", StringComparison.Ordinal));
        var definitions = IndicatorLibrary.Read(new SeedRoot(root).Standard);

        Assert.Empty(Mismatches(definitions, new MeasureDefinition("test.one", 1, MeasureValue.Count, PeriodBehaviour.Flow)));
        Assert.Contains("No room publishes", Assert.Single(Mismatches(definitions)).Message, StringComparison.Ordinal);
        Assert.Single(Mismatches(definitions, new MeasureDefinition("test.one", 1, MeasureValue.Percentage, PeriodBehaviour.Flow)));
        Assert.Single(Mismatches(definitions, new MeasureDefinition("test.one", 1, MeasureValue.Count, PeriodBehaviour.Stock)));
    }

    [Fact]
    public void What_the_communes_documents_say_is_read_without_a_mistake()
    {
        var codes = IndicatorLibrary.Read(new SeedRoot(Repository.Tenants).Standard).Select(definition => definition.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var slug in new SeedRoot(Repository.Tenants).Slugs)
        {
            var folder = new SeedRoot(Repository.Tenants).Open(slug);
            CommuneIndicators.Read(folder, codes);
            folder.ThrowIfWrong();
        }
    }

    [Fact]
    public void Demnate_means_thirty_percent_of_its_associations_to_sign_within_a_year()
    {
        var folder = new SeedRoot(Repository.Tenants).Open("demnate");
        var commune = CommuneIndicators.Read(folder, IndicatorLibrary.Read(new SeedRoot(Repository.Tenants).Standard).Select(one => one.Code).ToList());

        var aim = commune.Aims.Single(aim => aim.Code == "charter-signed-share");
        Assert.Equal((30m, new DateOnly(2026, 2, 6), "charter"), (aim.Target!.Value, aim.Target.Due!.Value, aim.LinkedTo));
    }

    [Theory]
    [InlineData("indicators: [{code: two}]", "The library has no indicator 'two'")]
    [InlineData("indicators: [{code: one}, {code: one}]", "stands here twice")]
    [InlineData("indicators: [{code: one, linkedTo: mayor}]", "is no link")]
    [InlineData("indicators: [{code: one, target: {due: 2026-01-01}}]", "'value' is missing")]
    [InlineData("indicators: [{code: one, target: {value: 1, due: soon}}]", "must be a date")]
    [InlineData("indicators: [{code: one, baseline: {value: 1}}]", "'on' is missing")]
    [InlineData("indicators: [{code: one, goal: 1}]", "'goal' is not known")]
    public void A_mistake_of_a_commune_is_said_too(string yaml, string message)
    {
        Write("somewhere", yaml);
        var folder = new SeedRoot(root).Open("somewhere");
        CommuneIndicators.Read(folder, ["one"]);

        var error = Assert.Throws<SeedException>(folder.ThrowIfWrong);
        Assert.Contains(error.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("charter", nameof(LinkKind.Charter), "/charter")]
    [InlineData("plan", nameof(LinkKind.Plan), "/action-plan")]
    [InlineData("axis:2", nameof(LinkKind.Plan), "/action-plan#axis-2")]
    [InlineData("activity:2.1", nameof(LinkKind.Plan), "/action-plan/activities/2.1")]
    [InlineData("openness", nameof(LinkKind.Openness), "/openness")]
    [InlineData("project:68", nameof(LinkKind.Openness), "/openness/projects/68")]
    public void A_link_knows_its_group_and_its_page(string link, string kind, string path)
    {
        Assert.True(IndicatorLink.IsValid(link));
        Assert.Equal((kind, path), (IndicatorLink.KindOf(link).ToString(), IndicatorLink.PathOf(link)));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static List<SeedProblem> Mismatches(IReadOnlyList<IndicatorDefinition> definitions, params MeasureDefinition[] measures) =>
        [.. IndicatorLibrary.Mismatches("_standard/indicators.yaml", definitions, measures.ToDictionary(measure => measure.Key))];

    private void Write(string folder, string yaml)
    {
        Directory.CreateDirectory(Path.Combine(root, folder));
        File.WriteAllText(Path.Combine(root, folder, "indicators.yaml"), yaml);
    }

    private sealed class Changes : ILibraryChanges
    {
        public LibraryChanges Now { get; set; } = LibraryChanges.None;
    }
}
