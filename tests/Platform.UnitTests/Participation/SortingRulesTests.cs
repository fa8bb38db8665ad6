using Microsoft.AspNetCore.Http;
using Platform.Kernel.Text;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Decisions;
using Platform.Participation.Decisions.Shaping;

namespace Platform.UnitTests.Participation;

/// <summary>Rules of themes, hands, merged ideas and the places that answers name.</summary>
public sealed class SortingRulesTests
{
    [Theory]
    [InlineData("/charter/versions/2#vision", "/charter/versions/2", "vision")]
    [InlineData("/charter/versions/2/#vision:3", "/charter/versions/2", "vision:3")]
    [InlineData("/openness/projects/68", "/openness/projects/68", "")]
    [InlineData("/charter#c-6.1.3", "/charter", "c-6.1.3")]
    public void An_answer_names_a_page_and_a_place_in_it(string link, string page, string anchor) => Assert.Equal(new Place(page, anchor), Place.Of(link));

    [Fact]
    public void A_paragraph_is_within_its_section_and_a_section_of_a_like_name_is_not()
    {
        Assert.True(Place.Of("/charter#vision:3").IsWithin("vision"));
        Assert.True(Place.Of("/charter#vision").IsWithin("vision"));
        Assert.False(Place.Of("/charter#vision-2").IsWithin("vision"));
        Assert.True(Place.Of("/charter#vision").IsWithin(null));
        Assert.False(Place.Of("/charter#vision").IsWithin(""));
    }

    [Theory]
    [InlineData("?theme=3&assigned=me", true)]
    [InlineData("?theme=none&assigned=12", true)]
    [InlineData("?theme=&assigned=", true)]
    [InlineData("?theme=x", false)]
    [InlineData("?theme=-1", false)]
    [InlineData("?assigned=you", false)]
    [InlineData("?theme=1&theme=2", false)]
    public void A_malformed_theme_or_hand_is_told(string query, bool read) =>
        Assert.Equal(read, RemarkFilter.TryRead(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), out _));

    [Fact]
    public void Only_ideas_go_together_and_only_with_one_that_stands_by_itself()
    {
        var (first, second, third) = (Idea("idea:1"), Idea("idea:2"), Idea("idea:3"));
        second.MergeInto(first);

        Assert.Equal("idea:1", second.MergedInto);
        Assert.Throws<ArgumentException>(() => third.MergeInto(second));
        Assert.Throws<ArgumentException>(() => first.MergeInto(first));
        Assert.Throws<ArgumentException>(() => first.MergeInto(Matter.Head(MatterKind.Card, 1, "project:68", "68", new("ب"), null)));
        second.TakeApart();
        Assert.Null(second.MergedInto);
    }

    [Fact]
    public void The_likest_come_first_and_what_shares_one_word_is_not_like()
    {
        string[] others = ["إنارة حي السلام ليلا", "ملاعب القرب للشباب", "إنارة عمومية", "الإنارة في حي السلام والمسيرة"];

        Assert.Equal(["إنارة حي السلام ليلا", "الإنارة في حي السلام والمسيرة"], LikeIdeas.Among("إنارة حي السلام", others, other => other).Order(StringComparer.Ordinal));
        Assert.Single(LikeIdeas.Among("إنارة حي السلام", others, other => other, most: 1));
    }

    private static Matter Idea(string key) => Matter.Head(MatterKind.Idea, 1, key, null, new LocalizedText("فكرة"), null);
}
