using Platform.Kernel.Text;

namespace Platform.National.LegalRules;

/// <summary>Thresholds and legal deadlines that the platform applies.</summary>
/// <param name="On">The day for which <c>value</c> is given.</param>
/// <param name="Rules">The rules, by topic.</param>
internal sealed record LegalRuleListJson(DateOnly On, IReadOnlyList<LegalRuleJson> Rules);

/// <summary>What a rule says from a day on.</summary>
/// <param name="Value">How many, in the unit of the rule.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Article">Article of the source, where it is known.</param>
/// <param name="Source">The law, decree or site that it was taken from.</param>
/// <param name="Confirmed">False while the figure is to be checked against the Bulletin officiel.</param>
/// <param name="Note">What else has to be known of it.</param>
internal sealed record LegalRuleValueJson(int Value, DateOnly From, string? Article, LocalizedText Source, bool Confirmed, LocalizedText? Note)
{
    public static LegalRuleValueJson Of(RuleValue value) => new(value.Value, value.From, value.Article, value.Source, value.Confirmed, value.Note);
}

/// <summary>A threshold or legal deadline.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Name">Name of the rule.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Value">What holds on the day asked for; none where nothing did yet.</param>
/// <param name="History">Everything that it said or will say, the latest first.</param>
internal sealed record LegalRuleJson(
    string Code, string Topic, LocalizedText Name, string Unit, LegalRuleValueJson? Value, IReadOnlyList<LegalRuleValueJson> History)
{
    public static LegalRuleJson Of(Rule rule, DateOnly day) => new(
        rule.Code,
        MachineWord.Of(rule.Topic),
        rule.Name,
        MachineWord.Of(rule.Unit),
        rule.AsOf(day) is { } value ? LegalRuleValueJson.Of(value) : null,
        [.. rule.Standing.Select(LegalRuleValueJson.Of)]);
}
