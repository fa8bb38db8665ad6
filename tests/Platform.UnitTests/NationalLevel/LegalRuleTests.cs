using Platform.Kernel.Law;
using Platform.Kernel.Text;
using Platform.National.LegalRules;

namespace Platform.UnitTests.NationalLevel;

public sealed class LegalRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime At = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
    private static readonly LocalizedText Law = new("القانون", "La loi");

    [Fact]
    public void A_new_value_holds_from_its_day_and_the_past_stays()
    {
        var rule = Signatures();

        rule.Change(RuleValue.Of(150, new(2027, 1, 1), "7", Law, true, null, At), Today);

        Assert.Equal((null, 100, 100, 150), (rule.AsOf(new(2015, 1, 1))?.Value, rule.AsOf(Today)!.Value, rule.AsOf(new(2026, 12, 31))!.Value, rule.AsOf(new(2027, 1, 1))!.Value));
        Assert.Equal(150, rule.Next(Today)!.Value);
    }

    [Fact]
    public void What_has_come_is_not_written_anew() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Signatures().Change(RuleValue.Of(1, Today, null, Law, true, null, At), Today));

    [Fact]
    public void What_is_to_come_is_replaced_before_it_comes_and_both_stay_readable()
    {
        var rule = Signatures();
        rule.Change(RuleValue.Of(150, new(2027, 1, 1), null, Law, false, null, At), Today);

        rule.Change(RuleValue.Of(160, new(2027, 1, 1), null, Law, true, null, At), Today);

        Assert.Equal((160, 2, 3), (rule.AsOf(new(2027, 6, 1))!.Value, rule.Standing.Count, rule.Values.Count));
        Assert.Equal(2, rule.AsOf(new(2027, 6, 1))!.Version);
    }

    [Fact]
    public void Confirming_changes_the_mark_and_never_the_figure()
    {
        var rule = Signatures();

        rule.Confirm(new(2015, 7, 7), "123", new("الجريدة الرسمية", "BO n° 6380"), null, At);

        var now = rule.AsOf(Today)!;
        Assert.Equal((100, true, 2, "BO n° 6380"), (now.Value, now.Confirmed, rule.Values.Count, now.Source.Fr));
        Assert.Throws<InvalidOperationException>(() => rule.Confirm(new(2015, 7, 7), null, Law, null, At));
        Assert.Throws<InvalidOperationException>(() => rule.Confirm(new(2016, 1, 1), null, Law, null, At));
    }

    private static Rule Signatures()
    {
        var rule = Rule.Of("petition-signatures-small", RuleTopic.Petitions, new("توقيعات", "Signatures"), RuleUnit.Signatures, 1);
        rule.Values.Add(RuleValue.Of(100, new(2015, 7, 7), "123", Law, false, null, At));
        return rule;
    }
}
