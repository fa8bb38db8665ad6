using System.Net;
using System.Text.Json;

namespace Platform.IntegrationTests.Commitments.Charter;

/// <summary>The charter of Demnate as its council adopted it, through the public API.</summary>
public sealed class CharterApiTests(SharedHost shared)
{
    private const string Address = "/api/v1/charter";

    [Fact]
    public async Task Demnate_has_its_whole_charter()
    {
        using var client = shared.Host.Commune("demnate");

        var charter = await client.JsonAsync(Address);

        Assert.Equal("ميثاق المشاركة المواطنية لجماعة دمنات", charter.GetProperty("title").GetProperty("ar").GetString());
        Assert.Equal(1, charter.GetProperty("version").GetInt32());
        Assert.Equal("2025-02-06", charter.GetProperty("adoptedOn").GetString());
        Assert.Equal("Session ordinaire de février", charter.GetProperty("session").GetProperty("fr").GetString());
        Assert.Equal(17, charter.GetProperty("sections").GetArrayLength());
        Assert.Equal(9, charter.GetProperty("legalReferences").GetArrayLength());
        Assert.Equal(5, charter.GetProperty("followUpTeam").GetProperty("seats").GetArrayLength());
        Assert.Equal(5, charter.GetProperty("followUpTeam").GetProperty("tasks").GetArrayLength());
        Assert.Equal(0, charter.GetProperty("signatories").GetArrayLength());
    }

    [Fact]
    public async Task The_ladder_has_its_four_rungs_in_order()
    {
        using var client = shared.Host.Commune("demnate");

        var ladder = (await client.JsonAsync(Address)).GetProperty("ladder").EnumerateArray();

        Assert.Equal(["information", "consultation", "concertation", "co-decision"], ladder.Select(rung => rung.GetProperty("rung").GetString()));
    }

    [Fact]
    public async Task The_commitments_are_eleven_ten_and_six_each_with_its_own_number()
    {
        using var client = shared.Host.Commune("demnate");

        var commitments = (await client.JsonAsync(Address)).GetProperty("commitments").EnumerateArray().ToList();

        Assert.Equal(27, commitments.Select(commitment => commitment.GetProperty("number").GetString()).Distinct().Count());
        Assert.Equal(
            [("commune", 11), ("associations", 10), ("citizens", 6)],
            commitments.GroupBy(commitment => commitment.GetProperty("party").GetString()!).Select(party => (party.Key, party.Count())));
        Assert.All(commitments, commitment => Assert.False(string.IsNullOrWhiteSpace(commitment.GetProperty("text").GetProperty("ar").GetString())));
    }

    [Fact]
    public async Task Parts_name_the_section_that_they_belong_to()
    {
        using var client = shared.Host.Commune("demnate");

        var sections = (await client.JsonAsync(Address)).GetProperty("sections").EnumerateArray().ToList();

        Assert.Equal(
            ["participation-ladder", "participants", "participation-spaces"],
            sections.Where(section => section.GetProperty("parent").ValueKind == JsonValueKind.String && section.GetProperty("parent").GetString() == "mechanisms")
                .Select(section => section.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_commune_without_a_charter_answers_a_problem()
    {
        using var client = shared.Host.Commune("larache");

        var problem = await client.JsonAsync(Address, HttpStatusCode.NotFound);

        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task The_national_site_has_no_charter()
    {
        using var client = shared.Host.National();

        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(Address));
    }
}
