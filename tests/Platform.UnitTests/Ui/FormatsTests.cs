using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class FormatsTests
{
    private static readonly DateOnly Session = new(2025, 2, 6);

    [Fact]
    public void Arabic_dates_have_Moroccan_months_and_Western_digits()
    {
        using var _ = In.Arabic();

        Assert.Equal("6 فبراير 2025", Formats.Date(Session));
        Assert.Equal(
            ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
            Period.Parse("2026").Months().Select(month => Formats.Period(month).Split(' ')[0]));
        Assert.Equal("الفصل الرابع 2026", Formats.Period(Period.Parse("2026-Q4")));
        Assert.Equal("2026", Formats.Period(Period.Parse("2026")));
    }

    [Fact]
    public void French_dates_say_premier()
    {
        using var _ = In.French();

        Assert.Equal("6 février 2025", Formats.Date(Session));
        Assert.Equal("1er novembre 2023", Formats.Date(new DateOnly(2023, 11, 1)));
        Assert.Equal("octobre 2026", Formats.Period(Period.Parse("2026-10")));
        Assert.Equal("4e trimestre 2026", Formats.Period(Period.Parse("2026-Q4")));
        Assert.Equal("T4 2026", Formats.ShortPeriod(Period.Parse("2026-Q4")));
    }

    [Fact]
    public void Ranges_say_once_what_is_the_same()
    {
        using var _ = In.French();

        Assert.Equal("4 – 12 mai 2023", Formats.Dates(new DateOnly(2023, 5, 4), new DateOnly(2023, 5, 12)));
        Assert.Equal("4 mai – 12 juin 2023", Formats.Dates(new DateOnly(2023, 5, 4), new DateOnly(2023, 6, 12)));
        Assert.Equal("6 février 2025", Formats.Dates(Session, Session));
    }

    [Theory]
    [InlineData("2026-11-22T13:30:00Z", "22 novembre 2026 à 14:30")]
    [InlineData("2026-03-01T13:30:00Z", "1er mars 2026 à 13:30")] // Ramadan: Morocco is back on UTC
    public void Instants_are_told_on_Moroccos_clock(string utc, string text)
    {
        using var _ = In.French();

        Assert.Equal(text, Formats.Instant(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal)));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public void Figures_have_Moroccan_separators(string tag)
    {
        using var _ = In.Tag(tag);

        Assert.Equal("12.345,5", Formats.Number(12345.5m));
        Assert.Equal("7", Formats.Number(7m));
        Assert.Equal("–", Formats.Number(null));
        Assert.Equal("–", Formats.Percent(null));
    }

    [Fact]
    public void A_percentage_keeps_its_sign_beside_it_in_both_directions()
    {
        using (In.Arabic())
        {
            // The mark keeps the sign on the figure's right when Arabic letters come before.
            Assert.Equal("\u200E45,5%", Formats.Percent(45.46m));
        }

        using (In.French())
        {
            Assert.Equal("45,5\u00A0%", Formats.Percent(45.46m));
        }
    }
}
