using Platform.Participation.Contributions;
using Platform.Participation.Decisions;

namespace Platform.UnitTests.Participation;

/// <summary>Figures by group beside their total: whoever takes one from the other learns of no few people.</summary>
public sealed class GroupSecrecyTests
{
    private static readonly string[] Kinds = ["Participant_Association", "Participant_Citizen", "Participant_Member", "Participant_Visitor"];
    private static readonly string[] Genders = ["Gender_Man", "Gender_Woman", "Gender_Untold"];

    /// <summary>The attack: all ways in which the people who are not shown can belong to the groups that are not shown, as the reader can list them.</summary>
    [Fact]
    public void Of_no_small_group_is_there_only_one_number_that_fits_what_is_shown()
    {
        foreach (var keys in new[] { Kinds, Genders })
        {
            foreach (var counts in Everything(keys.Length, 13))
            {
                var groups = keys.Zip(counts).ToList();
                var shown = GroupSecrecy.Suppress(groups);
                if (shown.Count == 0)
                {
                    continue;
                }

                Assert.Equal(groups.Where(group => group.Second > 0).Select(group => group.First), shown.Select(group => group.Key));
                var hidden = shown.Where(group => group.Count is null).Select(group => group.Key).ToList();
                Assert.All(groups.Where(group => IsOfPersons(group.First) && group.Second is > 0 and < Participant.SmallGroup), group => Assert.Contains(group.First, hidden));
                if (hidden.Count > 0)
                {
                    var left = counts.Sum() - shown.Sum(group => group.Count ?? 0);
                    var ways = Everything(hidden.Count, left).Where(way => way.Sum() == left && !way.Contains(0)).ToList();
                    Assert.All(Enumerable.Range(0, hidden.Count), at => Assert.True(ways.Select(way => way[at]).Distinct().Count() > 1, $"{hidden[at]} of {string.Join(", ", groups)}"));
                }
            }
        }
    }

    [Fact]
    public void The_number_of_associations_at_the_head_of_a_report_does_not_tell_of_a_single_visitor()
    {
        var beside = Kinds.Zip([6, 0, 0, 1]).ToList();
        Assert.Null(GroupSecrecy.AssociationsIn(GroupSecrecy.Suppress(beside), 7));

        // Where others hide the visitor, associations, which speak in public, keep their number, however few.
        var among = Kinds.Zip([2, 7, 0, 1]).ToList();
        Assert.Equal(2, GroupSecrecy.AssociationsIn(GroupSecrecy.Suppress(among), 10));
        Assert.Equal(0, GroupSecrecy.AssociationsIn(GroupSecrecy.Suppress([.. Kinds.Zip([0, 9, 0, 0])]), 9));
    }

    [Fact]
    public void So_few_people_that_each_could_be_told_are_not_told_apart_at_all()
    {
        Assert.Empty(GroupSecrecy.Suppress([.. Kinds.Zip([0, 1, 0, 2])]));
        Assert.Empty(GroupSecrecy.Suppress([.. Enumerable.Range(0, 5).Select(number => ($"Age_{number}", 1))]));
        Assert.Null(GroupSecrecy.AssociationsIn([], 3));
    }

    [Fact]
    public void Paper_is_not_counted_beside_a_quality_from_which_it_could_be_subtracted()
    {
        // Ten citizens on paper, one visitor online: the quality of both is not shown, and ten of eleven would be the same.
        var kinds = GroupSecrecy.Suppress([.. Kinds.Zip([0, 10, 0, 1])]);
        Assert.All(kinds, group => Assert.Null(group.Count));
        Assert.Null(GroupSecrecy.OnPaperBeside(kinds, 11, 10));
        Assert.Equal(10, GroupSecrecy.OnPaperBeside(GroupSecrecy.Suppress([.. Kinds.Zip([0, 10, 0, 6])]), 16, 10));
    }

    [Fact]
    public void A_figure_of_several_groups_together_is_told_only_where_no_group_follows_from_it()
    {
        // The report hides those under 18 and the smallest other one; with the young together, those under 18 would follow.
        List<(string, int)> ages = [("Age_From18To34", 20), ("Age_From35To59", 6), ("Age_From60", 7), ("Age_Under18", 3)];
        Assert.False(GroupSecrecy.MayTell(ages, key => key is "Age_Under18" or "Age_From18To34"));
        Assert.True(GroupSecrecy.MayTell([("Age_From18To34", 20), ("Age_From35To59", 16), ("Age_Under18", 8)], key => key is "Age_Under18" or "Age_From18To34"));
        Assert.False(GroupSecrecy.MayTell([.. Genders.Zip([2, 9, 0])], key => key == "Gender_Woman"));
        Assert.True(GroupSecrecy.MayTell([.. Genders.Zip([7, 9, 2])], key => key == "Gender_Woman"));
    }

    /// <summary>The attack on the indicators by age: the reader has the report, the share of each age that is told and that of the young, and takes one from the other.</summary>
    [Fact]
    public void From_the_shares_by_age_and_the_report_together_no_small_group_follows()
    {
        string[] ages = ["Age_From18To34", "Age_From35To59", "Age_Under18", "Age_Untold"];
        Func<string, bool> young = key => key is "Age_Under18" or "Age_From18To34";
        foreach (var counts in Everything(ages.Length, 7))
        {
            var groups = ages.Zip(counts).ToList();
            var shown = GroupSecrecy.Suppress(groups).Where(group => group.Count is not null).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
            var hidden = groups.Where(group => group.Second > 0 && !shown.Contains(group.First)).ToList();
            var sums = new List<(Func<string, bool> Among, int Sum)> { (_ => true, counts.Sum()) };
            foreach (var among in ages[..3].Select<string, Func<string, bool>>(age => key => key == age).Append(young))
            {
                if (GroupSecrecy.Share(groups, among) is var (members, of))
                {
                    Assert.Equal(groups.Where(group => among(group.First)).Sum(group => group.Second), members);
                    sums.AddRange([(among, members), (key => key != "Age_Untold", of)]);
                }
            }

            // What is left of each sum for the groups without a number, in every way that fits all of them.
            var left = sums.ConvertAll(sum => (sum.Among, Left: sum.Sum - groups.Where(group => shown.Contains(group.First) && sum.Among(group.First)).Sum(group => group.Second)));
            var ways = Parts(hidden.Sum(group => group.Second), hidden.Count)
                .Where(way => left.TrueForAll(sum => hidden.Select((group, at) => sum.Among(group.First) ? way[at] : 0).Sum() == sum.Left))
                .ToList();
            Assert.All(
                Enumerable.Range(0, hidden.Count).Where(at => hidden[at].First != "Age_Untold" && hidden[at].Second < Participant.SmallGroup && shown.Count + sums.Count > 1),
                at => Assert.True(ways.Select(way => way[at]).Distinct().Count() > 1, $"{hidden[at]} of {string.Join(", ", groups)}"));
        }
    }

    [Fact]
    public void A_share_counts_those_who_told_and_nobody_where_nobody_belonged_to_the_group()
    {
        List<(string, int)> ages = [("Age_From18To34", 20), ("Age_From35To59", 6), ("Age_Untold", 9)];
        Assert.Equal((6, 26), GroupSecrecy.Share(ages, key => key == "Age_From35To59"));
        Assert.Equal((0, 26), GroupSecrecy.Share(ages, key => key == "Age_Under18"));
        Assert.Null(GroupSecrecy.Share([("Age_Untold", 9)], key => key == "Age_Under18"));
        Assert.Null(GroupSecrecy.Share([("Age_From18To34", 20), ("Age_Under18", 2)], key => key == "Age_Under18"));
    }

    private static bool IsOfPersons(string key) => key is not "Participant_Association" && !key.EndsWith("_Untold", StringComparison.Ordinal);

    private static IEnumerable<int[]> Everything(int places, int most)
    {
        if (places == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Everything(places - 1, most))
        {
            for (var count = 0; count <= most; count++)
            {
                yield return [.. rest, count];
            }
        }
    }

    /// <summary>Every way in which so many people are as many groups, none of them empty.</summary>
    private static IEnumerable<int[]> Parts(int people, int groups) => groups switch
    {
        0 => people == 0 ? [[]] : [],
        1 => people > 0 ? [[people]] : [],
        _ => Enumerable.Range(1, Math.Max(0, people - groups + 1)).SelectMany(first => Parts(people - first, groups - 1).Select<int[], int[]>(rest => [first, .. rest])),
    };
}
