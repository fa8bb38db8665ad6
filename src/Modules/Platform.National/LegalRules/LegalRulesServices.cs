using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Law;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.National.LegalRules;

internal static class LegalRulesServices
{
    public static IServiceCollection AddLegalRules(this IServiceCollection services) => services
        .AddScoped<RuleBook>()
        .AddScoped<ILegalRules>(provider => provider.GetRequiredService<RuleBook>())
        .AddScoped<INationalSeeder, LegalRuleSeeder>()
        .AddScoped<IStaffWorkSource, UnconfirmedWork>()
        .AddActs<LegalRulesTexts>("legal-rule")
        .AddNavigation<LegalRulesTexts>(200, SiteKind.National, "/legal-rules", "Menu")
        .AddStaffEntry<LegalRulesTexts>(320, "/workspace/legal-rules", "Menu", Role.DgctOfficer);
}
