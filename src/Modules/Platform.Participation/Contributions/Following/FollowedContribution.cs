using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Decisions;

namespace Platform.Participation.Contributions.Following;

/// <summary>A contribution as its sender sees it: what was said and what became of it.</summary>
/// <param name="Site">The root of the commune's site.</param>
/// <param name="HasMail">Whether an address is kept for announcing the answer.</param>
internal sealed record FollowedContribution(
    int Id, string Number, string Site, string Slug, LocalizedText Title, ConsultationPhase Phase, DateTime ReceivedAt, DateOnly AnswersBy, bool HasMail, bool HasName,
    bool IsErased, int? Account, Channel Channel, IReadOnlyList<FollowedRemark> Remarks, IReadOnlyList<FollowedAnswer> Answers);

/// <summary>An answer to a question, in the words of the form.</summary>
/// <param name="Said">None where the answer is a figure alone.</param>
/// <param name="Text">In the sender's own words; their state says whether others may read them.</param>
internal sealed record FollowedAnswer(
    int Place, LocalizedText Question, int? Choice, LocalizedText? Said, string? Text, RemarkState State, HoldReason? HeldFor, string? HeldNote);

/// <param name="Standing">The paragraph that an amendment changes, as it stood.</param>
/// <param name="Decision">The answer, once it is published.</param>
internal sealed record FollowedRemark(
    int Id, RemarkKind Kind, Matter? Matter, LocalizedText? Head, CardField? Field, string? Text, string? Proposed, LocalizedText? Standing, int? Rank, RemarkState State,
    HoldReason? HeldFor, string? HeldNote, int Supports, Decision? Decision)
{
    /// <summary>The form that it was written in, as browsers keep drafts of it.</summary>
    public string? KeepKey => Kind == RemarkKind.Idea ? "idea" : Kind == RemarkKind.Priority ? "priorities" : Field is null ? Matter?.Key : Matter?.ParentKey;
}
