using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Ui.Forms;

namespace Platform.Participation.Meetings.Editing;

/// <summary>What a meeting says of itself, as its form has it.</summary>
internal sealed class MeetingInput
{
    [Localized(Required = true, Longest = 200)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Longest = 6000)]
    public LocalizedInput Text { get; set; } = new();

    [Localized(Longest = 400)]
    public LocalizedInput Place { get; set; } = new();

    [StringLength(Meeting.LinkLength)]
    public string? Link { get; set; }

    [Localized(Longest = 1000)]
    public LocalizedInput Invited { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Access { get; set; } = new();

    /// <summary>Number of one of the process.</summary>
    public int? Consultation { get; set; }

    public MeetingTimes Times { get; set; } = new();

    public int Revision { get; set; }

    public static bool IsLink(string? link) => Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    public static MeetingInput Of(Meeting meeting) => new()
    {
        Title = LocalizedInput.From(meeting.Title),
        Text = LocalizedInput.From(meeting.Text),
        Place = LocalizedInput.From(meeting.Place),
        Link = meeting.Link,
        Invited = LocalizedInput.From(meeting.Invited),
        Access = LocalizedInput.From(meeting.Access),
        Consultation = meeting.ConsultationId,
        Times = MeetingTimes.Of(meeting),
        Revision = meeting.Revision,
    };

    /// <summary>Once the form is valid.</summary>
    public MeetingText ToText() => new(
        Title.ToText()!, Text.ToRichText(), Place.ToText(), string.IsNullOrWhiteSpace(Link) ? null : Link.Trim(), Invited.ToText(), Access.ToText(), Consultation, Times.StartsAt,
        Times.EndsAt);

    /// <summary>Where what somebody else has saved differs from this.</summary>
    public IReadOnlyList<ConflictingField> DifferencesFrom(
        Meeting theirs, IStringLocalizer<MeetingEditingTexts> texts, IStringLocalizer<MeetingTexts> words, IReadOnlyList<SelectListItem> consultations) =>
    [
        .. EditConflict.Differing(texts["MeetingTitle"], theirs.Title, Title.ToText()),
        .. EditConflict.Differing(words["AimAndAgenda"], theirs.Text, Text.ToRichText()),
        .. theirs.AnnouncedAt is not null ? [] : EditConflict.Differing(texts["Place"], theirs.Place, Place.ToText()),
        .. EditConflict.Differing(texts["Link"], theirs.Link, ToText().Link),
        .. EditConflict.Differing(words["Invited"], theirs.Invited, Invited.ToText()),
        .. EditConflict.Differing(words["Access"], theirs.Access, Access.ToText()),
        .. EditConflict.Differing(words["OfConsultation"], NameOf(theirs.ConsultationId, consultations), NameOf(Consultation, consultations)),
        .. theirs.AnnouncedAt is not null
            ? []
            : EditConflict.Differing(texts["When"], MeetingWords.When(theirs.StartsAt, theirs.EndsAt, words), MeetingWords.When(Times.StartsAt, Times.EndsAt, words)),
    ];

    private static string? NameOf(int? consultation, IReadOnlyList<SelectListItem> all) =>
        all.FirstOrDefault(one => one.Value == (consultation?.ToString(CultureInfo.InvariantCulture) ?? ""))?.Text;
}
