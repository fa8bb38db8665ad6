using System.Net;
using Platform.Kernel.People;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>DGCT keeps the model, communes see what changes in it and take over what they want.</summary>
public sealed class ModelCharterTests
{
    private const string Desk = "/fr/workspace/model-charter";

    [Fact]
    public async Task A_commune_begins_from_the_model_and_takes_over_what_changes()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["settat"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        Assert.Null((await member.PageAsync("/fr/workspace/charter/start")).QuerySelector("input[value=Model]"));

        await BeginAsync(officer);
        var outline = await officer.PageAsync(Desk);
        Assert.Equal(17, outline.QuerySelectorAll(".outline > li").Length);
        Assert.Equal(17, outline.QuerySelectorAll(".outline .muted").Length);
        await EditAsync(officer, "objectives", "الهدف الأول");
        await EditAsync(officer, "commitments-commune", "- الإنصات\n- الشفافية");
        Assert.Null((await member.PageAsync("/fr/workspace/charter/start")).QuerySelector("input[value=Model]"));
        using (var unsure = await officer.SubmitAsync(Desk + "/publish", [("Input.Note.Ar", "أول نسخة")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        }

        await DoneAsync(officer.SubmitAsync(Desk + "/publish", [("Input.Note.Ar", "أول نسخة"), ("Input.Sure", "true")]));

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/start", [("Input.Title.Ar", "ميثاق سطات"), ("Input.Start", "Model")]));
        var draft = await member.PageAsync("/fr/workspace/charter/draft");
        Assert.Equal(["6.1.1", "6.1.2"], draft.QuerySelectorAll(".outline-items .ref").Select(number => number.TextContent));
        Assert.Null((await member.PageAsync("/fr/workspace/charter/model")).QuerySelector("form[action$='Take']"));

        await BeginAsync(officer);
        await EditAsync(officer, "objectives", "الهدف الأول بعد تعديله");
        await EditAsync(officer, "commitments-commune", "- الإنصات\n- الشفافية\n- المساءلة");
        await DoneAsync(officer.SubmitAsync(Desk + "/publish", [("Input.Note.Ar", "أضيف التزام"), ("Input.Sure", "true")]));

        Assert.NotNull((await member.PageAsync("/fr/workspace")).QuerySelector(".work a[href='/fr/workspace/charter/model']"));
        var comparison = await member.PageAsync("/fr/workspace/charter/model");
        Assert.Equal(2, comparison.QuerySelectorAll(".badge-warning").Length);
        Assert.Contains("أضيف التزام", comparison.Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(member.SubmitAsync(comparison, "", [], "#m-commitments-commune form[action$='Take']"));
        await DoneAsync(member.SubmitAsync(comparison, "", [], "#m-objectives form[action$='Keep']"));

        draft = await member.PageAsync("/fr/workspace/charter/draft");
        Assert.Equal(["6.1.1", "6.1.2", "6.1.3"], draft.QuerySelectorAll(".outline-items .ref").Select(number => number.TextContent));
        Assert.DoesNotContain("بعد تعديله", draft.Body!.TextContent, StringComparison.Ordinal);
        comparison = await member.PageAsync("/fr/workspace/charter/model");
        Assert.Empty(comparison.QuerySelectorAll(".badge-warning"));
    }

    [Fact]
    public async Task Only_officers_of_DGCT_write_the_model_and_the_second_of_two_is_told()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["settat"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var other = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        await BeginAsync(officer);
        var path = LinkTo(await officer.PageAsync(Desk), "objectives");

        Assert.NotEqual(HttpStatusCode.OK, await analyst.StatusAsync(Desk));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(Desk));
        Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync(Desk + "/sections/9999"));

        var stale = await other.PageAsync(path);
        await DoneAsync(officer.SubmitAsync(path, [("Input.Text.Ar", "قول الأول")]));
        using var told = await other.SubmitAsync(stale, path, [("Input.Text.Ar", "قول الثاني <script>alert(1)</script>")]);
        var conflict = await told.PageAsync(HttpStatusCode.Conflict);
        Assert.Contains("قول الأول", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(other.SubmitAsync(conflict, path, [("Input.Text.Ar", "قول الثاني <script>alert(1)</script>")]));
        Assert.Empty((await other.PageAsync(Desk)).QuerySelectorAll(".outline script"));

        using var huge = await officer.SubmitAsync(path, [("Input.Text.Ar", new string('x', 1 << 20))]);
        Assert.Equal(HttpStatusCode.BadRequest, huge.StatusCode);
    }

    private static Task BeginAsync(HttpClient officer) => DoneAsync(officer.SubmitAsync(Desk, [], "form[action$='Begin']"));

    private static async Task EditAsync(HttpClient officer, string key, string text) =>
        await DoneAsync(officer.SubmitAsync(LinkTo(await officer.PageAsync(Desk), key), [("Input.Text.Ar", text)]));

    private static string LinkTo(AngleSharp.Html.Dom.IHtmlDocument outline, string key) => outline.QuerySelector($"#s-{key} a")!.GetAttribute("href")!;
}
