using System.Net;
using System.Text.Json;

namespace Platform.IntegrationTests.Commitments.ActionPlan;

public sealed class PlanApiTests(SharedHost shared)
{
    private const string Address = "/api/v1/action-plan";

    private static readonly int[] BeniMellalActivities = [9, 6, 3, 4, 6, 3, 7];
    private static readonly int[] BniMatharAxes = [1, 2, 3, 4, 6, 7];

    [Fact]
    public async Task Beni_Mellal_has_7_axes_and_38_activities()
    {
        var plan = await PlanOf("beni-mellal");

        Assert.Equal(BeniMellalActivities, Axes(plan).Select(axis => axis.GetProperty("activities").GetArrayLength()));
        Assert.Equal("in-force", plan.GetProperty("stage").GetString());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("adoptedOn").ValueKind);
        Assert.Equal("دورة ماي 2024", plan.GetProperty("session").GetProperty("ar").GetString());
        Assert.Equal(2, plan.GetProperty("preparation").GetArrayLength());
        Assert.Equal("2023-11-01", plan.GetProperty("preparation")[0].GetProperty("on").GetString());

        // Everything says where it is taken from.
        Assert.All(Axes(plan), axis => Assert.All(
            axis.GetProperty("activities").EnumerateArray().Append(axis),
            item => Assert.Equal($"المدخل {axis.GetProperty("number").GetInt32()}", item.GetProperty("source").GetProperty("section").GetString())));
        Assert.All(plan.GetProperty("preparation").EnumerateArray().Append(plan), item => Assert.Equal("beni-mellal-action-plan", item.GetProperty("source").GetProperty("document").GetString()));
    }

    [Fact]
    public async Task Demnate_has_6_axes_16_objectives_9_activities_and_15_success_indicators()
    {
        var plan = await PlanOf("demnate");
        var axes = Axes(plan);

        Assert.Equal(6, axes.Count);
        Assert.Equal(16, axes.Sum(axis => axis.GetProperty("objectives").GetArrayLength()));
        Assert.Equal(9, axes.Sum(axis => axis.GetProperty("activities").GetArrayLength()));
        Assert.Equal(15, axes.Sum(axis => axis.GetProperty("successIndicators").GetArrayLength()));
        Assert.Equal("2025-02-06", plan.GetProperty("adoptedOn").GetString());
    }

    [Fact]
    public async Task Bni_Mathar_has_6_axes_numbered_as_in_its_document()
    {
        var plan = await PlanOf("bni-mathar");

        Assert.Equal(BniMatharAxes, Axes(plan).Select(axis => axis.GetProperty("number").GetInt32()));
        Assert.Equal("draft", plan.GetProperty("stage").GetString());
        Assert.NotEqual(JsonValueKind.Null, Axes(plan)[2].GetProperty("missing").ValueKind);
    }

    [Theory]
    [InlineData("ahl-angad")]
    [InlineData("dir-el-ksiba")]
    [InlineData("el-borouj")]
    [InlineData("mohammedia")]
    [InlineData("oulad-berhil")]
    [InlineData("settat")]
    [InlineData("zaio")]
    [InlineData("zoumi")]
    public async Task A_commune_without_a_plan_of_its_own_has_the_seven_standard_axes_and_nothing_made_up(string slug)
    {
        var plan = await PlanOf(slug);

        Assert.Equal(Enumerable.Range(1, 7), Axes(plan).Select(axis => axis.GetProperty("number").GetInt32()));
        Assert.All(Axes(plan), axis => Assert.Equal(0, axis.GetProperty("activities").GetArrayLength()));
        Assert.All(Axes(plan), axis => Assert.NotNull(axis.GetProperty("title").GetProperty("fr").GetString()));
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("progress").ValueKind);
    }

    [Fact]
    public async Task Larache_has_no_plan_and_says_so()
    {
        using var client = shared.Host.Commune("larache");

        var problem = await client.JsonAsync(Address, HttpStatusCode.NotFound);

        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task An_activity_tells_what_the_document_tells()
    {
        var activity = Axes(await PlanOf("beni-mellal"))[0].GetProperty("activities")[1];

        Assert.Equal("1.2", activity.GetProperty("reference").GetString());
        Assert.Equal(1, activity.GetProperty("priority").GetInt32());
        Assert.Equal("unknown", activity.GetProperty("origin").GetString());
        Assert.Equal("planned", activity.GetProperty("status").GetString());
        Assert.Equal(0, activity.GetProperty("progress").GetInt32());
        Assert.Equal("satisfaction-measured-projects", activity.GetProperty("indicators")[0].GetProperty("indicator").GetString());
    }

    private async Task<JsonElement> PlanOf(string slug)
    {
        using var client = shared.Host.Commune(slug);
        return await client.JsonAsync(Address);
    }

    private static List<JsonElement> Axes(JsonElement plan) => [.. plan.GetProperty("axes").EnumerateArray()];
}
