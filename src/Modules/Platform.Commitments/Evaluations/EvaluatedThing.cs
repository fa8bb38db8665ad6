using Platform.Commitments.OpennessProgramme;
using Platform.Kernel.Text;

namespace Platform.Commitments.Evaluations;

/// <summary>A thing that the committee judges, or the document as a whole.</summary>
/// <param name="Reference">As the document counts it: <c>1.2</c>, <c>68</c>; empty for the whole.</param>
/// <param name="Link">Its public page, relative to the language's root.</param>
/// <param name="Says">How far the commune itself says it is, in words; none where it says nothing.</param>
/// <param name="Kind">The badge of those words.</param>
internal sealed record EvaluatedThing(string Key, string Reference, LocalizedText Title, string Link, string? Says = null, string Kind = "neutral");

/// <summary>The document that stands today with what is judged of it, the whole last.</summary>
internal sealed record EvaluatedDocument(Evaluated About, int Number, LocalizedText Title, IReadOnlyList<EvaluatedThing> Things);

/// <summary>What was said of one thing in one evaluation: each member's last judgement, and the team's last answer.</summary>
internal sealed record Finding(string Thing, string Reference, LocalizedText Title, string Link, IReadOnlyList<Judgement> Judgements, EvaluationAnswer? Answer)
{
    /// <summary>How many judged it so, from the furthest.</summary>
    public IReadOnlyList<(Completion Degree, int Members)> Degrees { get; } = Evaluations.Degrees.Of(Judgements.Select(judgement => judgement.Degree));
}

/// <summary>What a published evaluation said of one thing, in short.</summary>
internal sealed record Verdict(Evaluation Evaluation, string Thing, IReadOnlyList<(Completion Degree, int Members)> Degrees)
{
    /// <summary>Where it says it in full.</summary>
    public string Link => $"{Evaluation.Link}#{EvaluatedDocuments.AnchorOf(Thing)}";
}

/// <summary>Counts what members judged.</summary>
internal static class Degrees
{
    /// <summary>How many judged it so, from the furthest.</summary>
    public static IReadOnlyList<(Completion Degree, int Members)> Of(IEnumerable<Completion> judged) =>
        [.. judged.GroupBy(degree => degree).OrderByDescending(group => group.Key).Select(group => (group.Key, group.Count()))];
}
