using Platform.Kernel.Consulting;
using Platform.Participation.Processes;
using Platform.Participation.Questions;

namespace Platform.Participation.Consultations;

/// <summary>A section or card with its paragraphs or fields.</summary>
internal sealed record MatterGroup(Matter Head, IReadOnlyList<Matter> Parts)
{
    public static IReadOnlyList<MatterGroup> Of(IEnumerable<Matter> matters)
    {
        var ordered = matters.OrderBy(matter => matter.Position).ToList();
        var parts = ordered.Where(matter => !matter.IsHead()).ToLookup(matter => matter.ParentKey);
        return [.. ordered.Where(Matters.IsHead).Select(head => new MatterGroup(head, [.. parts[head.Key]]))];
    }
}

/// <param name="Name">As the author chose to be shown; none for "a citizen".</param>
/// <param name="Remark">The number of the remark that brought it in.</param>
internal sealed record IdeaAuthor(string? Name, int Remark);

/// <summary>A consultation as its page shows it at an instant.</summary>
/// <param name="Preview">The team looks at it before it is announced.</param>
internal sealed record ConsultationView(Consultation Consultation, Process Process, IReadOnlyList<MatterGroup> Groups, RemarkCounts Counts, DateTime Now, bool Preview)
{
    /// <summary>A preview shows it as it will be while it is open.</summary>
    public ConsultationPhase Phase => Preview ? ConsultationPhase.Open : Consultation.PhaseAt(Now);

    public bool TakesAnswers => Phase == ConsultationPhase.Open;

    public bool HasResults => !Preview && ResultsReader.CanHave(Consultation) && ResultsReader.AreShown(Consultation, Now);

    /// <summary>Who brought in an idea, those included whose ideas were put together with it; by the number of its card.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<IdeaAuthor>> Ideas { get; init; } = new Dictionary<int, IReadOnlyList<IdeaAuthor>>();

    /// <summary>Remarks that changed what stands here.</summary>
    public IReadOnlyList<Shaped> Shaped { get; init; } = [];

    public bool HasText => Groups.Any(group => group.Head.Kind == MatterKind.Section);
}
