using System.Text.RegularExpressions;
using Platform.TestKit;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed partial class UnitTests
{
    [Theory]
    [InlineData(0, "0 engagement")]
    [InlineData(1, "1 engagement")]
    [InlineData(1.5, "1,5 engagement")]
    [InlineData(2, "2 engagements")]
    [InlineData(27, "27 engagements")]
    public void French_follows_the_number(double number, string text)
    {
        using var _ = In.French();

        Assert.Equal(text, Units.Figure((decimal)number, "engagement"));
    }

    [Theory]
    [InlineData(0, "0 التزام")]
    [InlineData(1, "1 التزام")]
    [InlineData(2, "التزامان")]
    [InlineData(3, "3 التزامات")]
    [InlineData(10, "10 التزامات")]
    [InlineData(27, "27 التزاما")]
    [InlineData(100, "100 التزام")]
    [InlineData(103, "103 التزامات")]
    [InlineData(2.5, "2,5 التزام")]
    public void Arabic_follows_the_number(double number, string text)
    {
        using var _ = In.Arabic();

        Assert.Equal(text, Units.Figure((decimal)number, "التزام"));
    }

    [Theory]
    [InlineData(45.5, "%", "45,5 %")]
    [InlineData(3.0, "unité inconnue", "3 unité inconnue")]
    [InlineData(3.0, "", "3")]
    [InlineData(null, "association", "–")]
    public void What_has_no_forms_is_written_as_it_is(double? number, string unit, string text)
    {
        using var _ = In.French();

        Assert.Equal(text, Units.Figure((decimal?)number, unit).Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    /// <summary>Whoever adds an indicator with a new unit adds the unit's forms.</summary>
    [Fact]
    public void Every_unit_of_the_files_has_its_forms()
    {
        var units = Directory.EnumerateFiles(Repository.Tenants, "indicators.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Unit().Matches(File.ReadAllText(file)))
            .Select(found => (Arabic: found.Groups[1].Value, French: found.Groups[2].Value))
            .Where(unit => unit.French != "%")
            .Distinct()
            .ToList();

        Assert.True(units.Count > 20);
        Assert.All(units, unit =>
        {
            using (In.French())
            {
                Assert.NotEqual(unit.French is "avis" or "processus" ? "" : unit.French, Units.After(2, unit.French));
            }

            using (In.Arabic())
            {
                Assert.NotEqual(unit.Arabic, Units.After(2, unit.Arabic));
            }
        });
    }

    [GeneratedRegex("unit: \\{ar: \"([^\"]+)\", fr: \"([^\"]+)\"\\}")]
    private static partial Regex Unit();
}
