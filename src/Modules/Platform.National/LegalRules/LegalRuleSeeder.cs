using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Law;
using Platform.Kernel.Time;

namespace Platform.National.LegalRules;

/// <summary>Reads <c>_standard/legal-rules.yaml</c>: rules that the database lacks are added with their values, the others are the officers' own.</summary>
internal sealed class LegalRuleSeeder(NationalContext db, TimeProvider time) : INationalSeeder
{
    private const string File = "legal-rules.yaml";

    public async Task SeedAsync(SeedFolder standard, CancellationToken cancellation)
    {
        if (standard.Yaml(File) is not { } root)
        {
            return;
        }

        root.Allow("rules");
        var known = (await db.Set<Rule>().Select(rule => rule.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var position = 0;
        foreach (var node in root.Items("rules"))
        {
            position++;
            var rule = Read(node, position);
            if (known.Add(rule.Code))
            {
                db.Add(rule);
            }
        }
    }

    private Rule Read(SeedNode node, int position)
    {
        node.Allow("code", "topic", "name", "unit", "values");
        var rule = Rule.Of(
            node.RequiredText("code", Rule.CodeLength), node.RequiredWord<RuleTopic>("topic"), node.RequiredLocalized("name"), node.RequiredWord<RuleUnit>("unit"), position);
        foreach (var value in node.Items("values"))
        {
            value.Allow("value", "from", "article", "source", "confirmed", "note");
            var from = value.RequiredDate("from");
            if (rule.Values.Exists(other => other.From >= from))
            {
                value.Refuse("Values stand in the order of their days, each day once.");
            }

            rule.Values.Add(RuleValue.Of(
                value.RequiredWhole("value", 0, RuleValue.Largest),
                from,
                value.Text("article", RuleValue.ArticleLength),
                value.RequiredLocalized("source"),
                value.YesNo("confirmed") ?? false,
                value.Localized("note"),
                time.UtcNow()));
        }

        if (rule.Values.Count == 0)
        {
            node.Refuse("A rule has one value at least.");
        }

        return rule;
    }
}
