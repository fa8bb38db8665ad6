using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;

namespace Platform.Commitments.Consulting;

/// <summary>What the commune can put before the public of what it committed itself to.</summary>
internal static class ConsultingServices
{
    public static IServiceCollection AddConsulting(this IServiceCollection services) => services
        .AddScoped<IConsultable, CharterConsultable>()
        .AddScoped<IConsultable, OpennessConsultable>()
        .AddScoped<IConsultable, PlanConsultable>();

    /// <summary>Texts one below the other, as the items of a list; a language is written where each of them has it.</summary>
    public static LocalizedText? AsList(this IReadOnlyCollection<LocalizedText> texts) => texts.Count == 0
        ? null
        : new(List(texts.Select(text => (string?)text.Ar))!, List(texts.Select(text => text.Fr)), List(texts.Select(text => text.Zgh)));

    private static string? List(IEnumerable<string?> lines)
    {
        var all = lines.ToList();
        return all.Contains(null) ? null : string.Join('\n', all.Select(line => "- " + line));
    }
}
