using Microsoft.Extensions.DependencyInjection;

namespace Platform.Ui.Acts;

/// <summary>
/// What a room says of the acts that it records, so that people can read the audit trail. Its texts hold <c>Act.charter.adopted</c> for each verb,
/// <c>Thing.charter</c> for the kind of thing, and <c>Field.charter.title</c> for each field that changes; what is missing is shown as it was recorded.
/// </summary>
/// <param name="Thing">The word before the verb's point and before the subject's colon: <c>charter</c>.</param>
/// <param name="Texts">The texts of the feature.</param>
/// <param name="Public">Verbs that everyone may know of, each with the word of the thing: <c>charter.adopted</c>.</param>
public sealed record ActWords(string Thing, Type Texts, IReadOnlySet<string> Public);

public static class ActServices
{
    /// <summary>Gives the acts on a kind of thing their words. The verbs named are public: they show in the public history of the thing.</summary>
    public static IServiceCollection AddActs<TTexts>(this IServiceCollection services, string thing, params string[] publicVerbs) =>
        services.AddSingleton(new ActWords(thing, typeof(TTexts), publicVerbs.ToHashSet(StringComparer.Ordinal)));
}
