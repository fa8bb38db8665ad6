using System.Net;
using System.Text.Json;

namespace Platform.IntegrationTests.Commitments.OpennessProgramme;

/// <summary>The openness programme of Larache as it was presented, through the public API.</summary>
public sealed class OpennessApiTests(SharedHost shared)
{
    private const string Address = "/api/v1/openness-programme";

    [Fact]
    public async Task Larache_has_its_five_projects_by_their_national_numbers()
    {
        using var client = shared.Host.Commune("larache");

        var projects = (await client.JsonAsync(Address)).GetProperty("projects").EnumerateArray().ToList();

        Assert.Equal([68, 69, 70, 85, 86], projects.Select(project => project.GetProperty("number").GetInt32()));
        Assert.Equal("Budget participatif", projects[4].GetProperty("title").GetProperty("fr").GetString());
        Assert.All(projects, project => Assert.Equal(JsonValueKind.Null, project.GetProperty("problem").ValueKind));
    }

    [Fact]
    public async Task Its_seven_milestones_tell_what_was_kept_and_how_exactly_their_day_is_known()
    {
        using var client = shared.Host.Commune("larache");

        var milestones = (await client.JsonAsync(Address)).GetProperty("milestones").EnumerateArray().ToList();

        Assert.Equal(7, milestones.Count);
        Assert.Equal(6, milestones.Count(milestone => milestone.GetProperty("kept").ValueKind == JsonValueKind.True));
        Assert.Equal(("2023-06-12", "2023-06-19"), (milestones[4].GetProperty("from").GetString(), milestones[4].GetProperty("to").GetString()));
        Assert.Equal("month", milestones[6].GetProperty("precision").GetString());
        Assert.Equal(JsonValueKind.Null, milestones[6].GetProperty("kept").ValueKind);
    }

    [Fact]
    public async Task Its_axes_principles_method_committee_and_figures_are_whole()
    {
        using var client = shared.Host.Commune("larache");

        var programme = await client.JsonAsync(Address);

        Assert.Equal(4, programme.GetProperty("priorityAxes").GetArrayLength());
        Assert.Equal(4, programme.GetProperty("goals").GetArrayLength());
        Assert.Equal(4, programme.GetProperty("principles").GetArrayLength());
        Assert.Equal(5, programme.GetProperty("method").GetArrayLength());
        Assert.Equal(4, programme.GetProperty("workFile").GetArrayLength());
        Assert.Equal(3, programme.GetProperty("nextSteps").GetArrayLength());
        Assert.Equal("2023-05-04", programme.GetProperty("committee").GetProperty("decision").GetProperty("on").GetString());
        Assert.Equal(
            [("chair", 1), ("elected", 3), ("consultative-body", 4), ("staff", 3), ("focal-point", 1)],
            programme.GetProperty("committee").GetProperty("members").EnumerateArray()
                .GroupBy(member => member.GetProperty("group").GetString()!)
                .Select(group => (group.Key, group.Count())));
        Assert.Equal(
            [("associations", 18), ("women", 40), ("participants", 70)],
            programme.GetProperty("figures").EnumerateArray().Select(figure => (figure.GetProperty("key").GetString()!, figure.GetProperty("value").GetInt32())));
        Assert.Single(programme.GetProperty("networks").EnumerateArray());
        Assert.Equal(
            [("goals", "1"), ("priorityAxes", "3"), ("method", "5")],
            new[] { "goals", "priorityAxes", "method" }.Select(list => (list, Assert.Single(programme.GetProperty(list).EnumerateArray()
                .Select(item => item.GetProperty("source").GetProperty("section").GetString()).Distinct())!)));
    }

    [Fact]
    public async Task A_commune_without_a_programme_answers_a_problem()
    {
        using var client = shared.Host.Commune("demnate");

        Assert.Equal(404, (await client.JsonAsync(Address, HttpStatusCode.NotFound)).GetProperty("status").GetInt32());
    }
}
