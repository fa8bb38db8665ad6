namespace Platform.Participation.Consultations;

/// <summary>How phases look, and when one gives way to the next by itself.</summary>
internal static class PhaseLabels
{
    public static string Kind(ConsultationPhase phase) => phase switch
    {
        ConsultationPhase.Open => "success",
        ConsultationPhase.Announced => "info",
        ConsultationPhase.Answering => "warning",
        _ => "neutral",
    };

    /// <summary>The next instant at which one of them opens or closes; none where the clock changes nothing any more.</summary>
    public static DateTime? NextChange(this IEnumerable<Consultation> consultations, DateTime now) => consultations
        .Where(consultation => consultation.AnnouncedAt is not null)
        .SelectMany(consultation => new[] { consultation.OpensAt, consultation.ClosesAt })
        .Where(instant => instant > now)
        .Select(instant => (DateTime?)instant)
        .Min();
}
