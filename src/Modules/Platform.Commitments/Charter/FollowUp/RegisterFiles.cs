using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A register of the charter as a table, in every language that its rows have.</summary>
/// <param name="Key">What it is called in its address: <c>uses</c>.</param>
internal sealed record RegisterTable(string Key, string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>
/// The registers of the charter for those who work with them elsewhere: signatories, tracking matrix, communication actions, follow-up team, commitments. What
/// the public pages do not show is not in them: no name without its bearer's consent.
/// </summary>
internal sealed class RegisterFiles(
    CharterReader charters, FollowUpReader followUp, OutlineFiles outline, CurrentCommune commune, TimeProvider time,
    IStringLocalizer<CharterTexts> charter, IStringLocalizer<FollowUpTexts> texts, IStringLocalizer<CommonTexts> common)
{
    public const string Signatories = "signatories";
    public const string Uses = "uses";
    public const string Communication = "communication";
    public const string Team = "team";
    public const string Commitments = "commitments";

    public static IReadOnlyList<string> Keys { get; } = [Signatories, Uses, Communication, Team, Commitments];

    public async Task<FileAnswer> CsvAsync(string key, CancellationToken cancellation)
    {
        var table = await TableAsync(key, cancellation);
        return Csv.Result(NameOf($"{texts["RegistersFile"].Value}-{texts["RegisterFile_" + key].Value}.csv"), table.Header, table.Rows);
    }

    public async Task<FileAnswer> XlsxAsync(CancellationToken cancellation)
    {
        var sheets = new List<XlsxSheet>();
        foreach (var key in Keys)
        {
            var table = await TableAsync(key, cancellation);
            sheets.Add(new(table.Name, table.Header, table.Rows));
        }

        return Xlsx.Result(NameOf(texts["RegistersFile"].Value + ".xlsx"), sheets);
    }

    /// <summary>For reading and printing: a table each, and only the columns that say something.</summary>
    public async Task<FileAnswer> DocxAsync(CancellationToken cancellation)
    {
        var blocks = new List<DocxBlock>();
        foreach (var key in Keys)
        {
            var table = await TableAsync(key, cancellation);
            blocks.Add(new DocxHeading(table.Name, 1));
            var told = Enumerable.Range(0, table.Header.Count).Where(column => table.Rows.Any(row => row[column] is not (null or ""))).ToList();
            blocks.Add(told.Count == 0
                ? new DocxParagraph(texts["RegisterEmpty"])
                : new DocxTable([.. told.Select(column => table.Header[column])], [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. told.Select(column => row[column])])]));
        }

        return outline.Document(NameOf(texts["RegistersFile"].Value + ".docx"), texts["RegistersTitle"], blocks);
    }

    private Task<RegisterTable> TableAsync(string key, CancellationToken cancellation) => key switch
    {
        Signatories => SignatoriesAsync(cancellation),
        Uses => UsesAsync(cancellation),
        Communication => CommunicationAsync(cancellation),
        Team => TeamAsync(cancellation),
        _ => CommitmentsAsync(cancellation),
    };

    private async Task<RegisterTable> SignatoriesAsync(CancellationToken cancellation)
    {
        var rows = await charters.SignatoriesAsync(cancellation);
        return new(
            Signatories, charter["Signatories"],
            [.. InEach(charter["SignatoryName"]), charter["SignatoryKind"], .. InEach(charter["SignatoryCapacity"]), charter["SignedOn"], .. InEach(charter["Ceremony"]), texts["DemonstrationColumn"]],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                .. Each(row.Name), charter["OneKind_" + row.Kind].Value, .. Each(row.Capacity), row.SignedOn, .. Each(row.Ceremony), Demonstration(row.Demonstration),
            ])]);
    }

    private async Task<RegisterTable> UsesAsync(CancellationToken cancellation)
    {
        var rows = await followUp.UsesAsync(cancellation);
        return new(
            Uses, texts["UsesTitle"],
            [.. InEach(texts["UseProcess"]), texts["UseRung"], texts["UsedOn"], texts["UseActors"], .. InEach(texts["UseDifficulties"]), .. InEach(texts["UseDone"]), texts["DemonstrationColumn"]],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                .. Each(row.Process), charter["Rung_" + row.Rung].Value, row.UsedOn, row.Actors, .. Each(row.Difficulties), .. Each(row.Done), Demonstration(row.Demonstration),
            ])]);
    }

    private async Task<RegisterTable> CommunicationAsync(CancellationToken cancellation)
    {
        var rows = await followUp.ActionsAsync(cancellation);
        return new(
            Communication, texts["CommunicationTitle"],
            [.. InEach(texts["ActionTitle"]), texts["ActionKind"], texts["DoneOn"], .. InEach(texts["ActionAudience"]), texts["ActionReached"], texts["ActionLink"], texts["ActionHelpers"], texts["DemonstrationColumn"]],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                .. Each(row.Title), texts["Action_" + row.Kind].Value, row.DoneOn, .. Each(row.Audience), row.Reached, row.Link,
                string.Join(texts["ListSeparator"], row.Helpers.Select(helper => helper.Name.In(Languages.Current))), Demonstration(row.Demonstration),
            ])]);
    }

    private async Task<RegisterTable> TeamAsync(CancellationToken cancellation)
    {
        var team = await followUp.TeamAsync(cancellation);
        var today = time.TodayInMorocco();
        return new(
            Team, texts["TeamTitle"],
            [texts["TeamDecision"], texts["TeamDecidedOn"], texts["MemberSeat"], .. InEach(texts["MemberFunction"]), .. InEach(texts["MemberName"]), texts["DemonstrationColumn"]],
            [.. (team?.Members ?? []).Where(member => member.Sits(today)).OrderBy(member => member.Seat).ThenBy(member => member.Id).Select(member => (IReadOnlyList<object?>)
            [
                team!.Decision, team.DecidedOn, texts["Seat_" + member.Seat].Value, .. Each(member.Function), .. Each(member.NamePublic ? member.Name : null), Demonstration(team.Demonstration),
            ])]);
    }

    private async Task<RegisterTable> CommitmentsAsync(CancellationToken cancellation)
    {
        var version = await charters.InForceAsync(cancellation);
        var standings = await followUp.StandingsAsync(cancellation);
        return new(
            Commitments, texts["CommitmentsTitle"],
            [charter["CommitmentNumber"], charter["CommitmentParty"], .. InEach(charter["CommitmentText"]), texts["State"], texts["StateOn"], .. InEach(texts["StateNote"]), texts["Links"], texts["DemonstrationColumn"]],
            [.. (version?.Commitments ?? []).Select(row =>
            {
                var standing = standings.GetValueOrDefault(row.Key) ?? CommitmentStanding.None;
                return (IReadOnlyList<object?>)
                [
                    row.Number, charter["CommitmentsOf" + row.Party].Value, .. Each(row.Text), standing.Now is { } now ? texts["State_" + now.State].Value : texts["StateUnknown"].Value, standing.Now?.On,
                    .. Each(standing.Now?.Note), string.Join(texts["ListSeparator"], standing.Links.Select(link => link.Reference)), Demonstration(standing.Now?.Demonstration == true),
                ];
            })]);
    }

    private string NameOf(string name) => $"{commune.Value.Slug}-{name}";

    /// <summary>A heading for each language.</summary>
    private IEnumerable<string> InEach(LocalizedString heading) => [texts["HeadingInArabic", heading.Value], texts["HeadingInFrench", heading.Value]];

    private static IEnumerable<object?> Each(LocalizedText? text) => [text?.Ar, text?.Fr];

    private string Demonstration(bool row) => common[row || commune.Value.Demonstration ? "Yes" : "No"];
}
