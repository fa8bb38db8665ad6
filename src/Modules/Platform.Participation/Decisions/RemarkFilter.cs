using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Kernel.Text;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions.Sifting;
using Platform.Ui.Sites;

namespace Platform.Participation.Decisions;

/// <summary>What a reader chose to see of the remarks, as the address carries it: <c>?about=project:68&amp;kind=amendment&amp;answer=none&amp;q=…&amp;sort=supported&amp;p=2</c>.</summary>
internal sealed record RemarkFilter
{
    public const int LongestSearch = 100;
    public const string Unanswered = "none";
    public const string BySupports = "supported";

    /// <summary>Of themes and assignments: without any.</summary>
    public const string None = "none";

    /// <summary>What is assigned to the reader.</summary>
    public const string Mine = "me";

    /// <summary>Key of the section, paragraph, card or field; what is about its parts is meant too.</summary>
    public string? About { get; private init; }

    public RemarkKind? Kind { get; private init; }

    /// <summary>An outcome in the words of addresses, or <see cref="Unanswered"/>.</summary>
    public string? Answer { get; private init; }

    /// <summary>For the desk; the public sees what is shown.</summary>
    public RemarkState? State { get; private init; }

    public Channel? Channel { get; private init; }

    /// <summary>For the desk: what tells a burst of junk.</summary>
    public BurstFilter Burst { get; private init; } = new();

    /// <summary>Number of a theme, or <see cref="None"/>.</summary>
    public string? Theme { get; private init; }

    /// <summary>Account of who looks after it, <see cref="Mine"/> or <see cref="None"/>: for the desk.</summary>
    public string? Assigned { get; private init; }

    /// <summary>As the reader typed it.</summary>
    public string Search { get; private init; } = "";

    public bool MostSupportedFirst { get; private init; }

    /// <summary>From 1.</summary>
    public int Page { get; private init; } = 1;

    public bool IsEmpty => this with { Page = 1, MostSupportedFirst = false } == new RemarkFilter();

    public Outcome? Outcome => Answer is null or Unanswered ? null : Read<Outcome>(Answer);

    /// <returns>False where a value is malformed. An empty value is none.</returns>
    public static bool TryRead(IQueryCollection query, out RemarkFilter filter)
    {
        filter = new();
        if (!TrySingle(query["about"], out var about) || !TrySingle(query["kind"], out var kind) || !TrySingle(query["answer"], out var answer)
            || !TrySingle(query["state"], out var state) || !TrySingle(query["channel"], out var channel) || !TrySingle(query["q"], out var search)
            || !TrySingle(query["theme"], out var theme) || !TrySingle(query["assigned"], out var assigned)
            || !TrySingle(query["sort"], out var sort) || !PageNumber.TryRead(query, out var number) || !BurstFilter.TryRead(query, out var burst))
        {
            return false;
        }

        if (about?.Length > Consultations.Matter.KeyLength || search?.Length > LongestSearch || sort is not (null or BySupports)
            || (theme is not (null or None) && Number(theme) is null) || (assigned is not (null or None or Mine) && Number(assigned) is null)
            || (kind is not null && Read<RemarkKind>(kind) is null) || (state is not null && Read<RemarkState>(state) is null)
            || (channel is not null && Read<Channel>(channel) is null) || (answer is not (null or Unanswered) && Read<Outcome>(answer) is null))
        {
            return false;
        }

        filter = new()
        {
            About = about,
            Kind = Read<RemarkKind>(kind),
            Answer = answer,
            State = Read<RemarkState>(state),
            Channel = Read<Channel>(channel),
            Burst = burst,
            Theme = theme,
            Assigned = assigned,
            Search = search?.Trim() ?? "",
            MostSupportedFirst = sort is not null,
            Page = number,
        };
        return true;
    }

    /// <param name="matters">Numbers of the matters that <see cref="About"/> means; none where nothing was chosen.</param>
    /// <param name="reader">Account of who reads, where somebody is signed in.</param>
    public IQueryable<Remark> Apply(IQueryable<Remark> remarks, IReadOnlyCollection<int>? matters, int? reader = null)
    {
        remarks = Burst.Apply(remarks);
        if (matters is not null)
        {
            remarks = remarks.Where(remark => remark.MatterId != null && matters.Contains(remark.MatterId.Value));
        }

        if (Kind is { } kind)
        {
            remarks = remarks.Where(remark => remark.Kind == kind);
        }
        else if (Burst == new BurstFilter())
        {
            // A place in an order is counted, not answered; among a burst it is held back with the rest.
            remarks = remarks.Where(remark => remark.Kind != RemarkKind.Priority);
        }

        if (State is { } state)
        {
            remarks = remarks.Where(remark => remark.State == state);
        }

        if (Channel is { } channel)
        {
            remarks = remarks.Where(remark => remark.Contribution.Channel == channel);
        }

        if (Theme == None)
        {
            remarks = remarks.Where(remark => !remark.Themes.Any());
        }
        else if (Number(Theme) is { } theme)
        {
            remarks = remarks.Where(remark => remark.Themes.Any(one => one.ThemeId == theme));
        }

        if (Assigned == None)
        {
            remarks = remarks.Where(remark => remark.Assignment == null);
        }
        else if ((Assigned == Mine ? reader ?? 0 : Number(Assigned)) is { } account)
        {
            remarks = remarks.Where(remark => remark.Assignment!.Account == account);
        }

        if (Answer == Unanswered)
        {
            // A place in an order needs no answer, nor does what nobody sees, unless that was asked for.
            var held = State is not null;
            remarks = remarks.Where(remark =>
                (remark.Decision == null || remark.Decision.PublishedAt == null) && remark.Kind != RemarkKind.Priority && (held || remark.State != RemarkState.Held));
        }
        else if (Outcome is { } outcome)
        {
            remarks = remarks.Where(remark => remark.Decision!.Outcome == outcome && remark.Decision.PublishedAt != null);
        }

        var folded = Folding.Fold(Search);
        return folded.Length == 0 ? remarks : remarks.Where(remark => remark.Folded.Contains(folded));
    }

    public IOrderedQueryable<Remark> Order(IQueryable<Remark> remarks) => MostSupportedFirst
        ? remarks.OrderByDescending(remark => remark.Supports).ThenByDescending(remark => remark.Id)
        : remarks.OrderByDescending(remark => remark.ReceivedAt).ThenByDescending(remark => remark.Id);

    /// <summary>The other way round: what stands on the last pages is nearer from there.</summary>
    public IOrderedQueryable<Remark> OrderFromEnd(IQueryable<Remark> remarks) => MostSupportedFirst
        ? remarks.OrderBy(remark => remark.Supports).ThenBy(remark => remark.Id)
        : remarks.OrderBy(remark => remark.ReceivedAt).ThenBy(remark => remark.Id);

    private static T? Read<T>(string? word)
        where T : struct, Enum => MachineWord.TryRead<T>(word, out var value) ? value : null;

    private static int? Number(string? word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static bool TrySingle(StringValues values, out string? value)
    {
        value = string.IsNullOrWhiteSpace(values.ToString()) ? null : values[0];
        return values.Count <= 1;
    }
}
