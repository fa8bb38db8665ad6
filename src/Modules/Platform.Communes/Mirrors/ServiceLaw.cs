using Platform.Kernel.Communes;
using Platform.Kernel.Law;

namespace Platform.Communes.Mirrors;

/// <summary>What the law asks of a service of the commune, as DGCT keeps it: figures, days and sources are configuration, only which rule is about what stands here.</summary>
internal sealed class ServiceLaw(ILegalRules rules)
{
    private const string Threshold = "petition-population-threshold";
    private const string SmallCommune = "petition-signatures-small";
    private const string LargeCommune = "petition-signatures-large";

    private static readonly Dictionary<Feature, string[]> Codes = new()
    {
        [Feature.InformationRequests] =
        [
            "information-answer", "information-extension", "information-urgent", "information-urgent-extension", "information-complaint",
            "information-complaint-answer", "information-commission", "information-court",
        ],
        [Feature.Complaints] = ["complaint-acknowledgement", "complaint-treatment"],
        [Feature.Petitions] = [SmallCommune, LargeCommune, "petition-signatures-arrondissements", "petition-association-age", "petition-refusal"],
    };

    private static readonly Dictionary<Feature, string> Deadlines = new()
    {
        [Feature.InformationRequests] = "information-answer",
        [Feature.Complaints] = "complaint-treatment",
        [Feature.Petitions] = "petition-refusal",
    };

    /// <summary>What held on a day for people of this commune, in the order in which they come upon it.</summary>
    public async Task<IReadOnlyList<LegalRule>> OfAsync(Feature feature, Commune commune, DateOnly day, CancellationToken cancellation)
    {
        var held = (await rules.AllAsOfAsync(day, cancellation)).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        var other = held.TryGetValue(Threshold, out var threshold) ? commune.Population < threshold.Value ? LargeCommune : SmallCommune : null;
        return [.. Codes.GetValueOrDefault(feature, []).Where(code => code != other && held.ContainsKey(code)).Select(code => held[code])];
    }

    /// <summary>Within what time an answer was due on a day; none where no rule says so.</summary>
    public async Task<LegalRule?> DeadlineAsync(Feature feature, DateOnly day, CancellationToken cancellation) =>
        Deadlines.TryGetValue(feature, out var code) ? await rules.AsOfAsync(code, day, cancellation) : null;
}
