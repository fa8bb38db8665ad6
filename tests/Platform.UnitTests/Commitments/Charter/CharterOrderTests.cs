using Platform.Commitments.Charter;
using Platform.Commitments.Charter.Drafting;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.UnitTests.Commitments.Charter;

public sealed class CharterOrderTests
{
    [Fact]
    public void Numbers_follow_from_places_and_commitments_from_their_section()
    {
        var draft = Draft();
        CharterOrder.Arrange(draft);

        Assert.Equal(["1 a", "2 b", "2.1 commitments-commune", "3 c"], Sections(draft));
        Assert.Equal(["2.1.1", "2.1.2", "4.1"], draft.Commitments.OrderBy(commitment => commitment.Position).Select(commitment => commitment.Number));
    }

    [Fact]
    public void A_section_moves_with_its_parts_and_stays_where_it_can_go_no_further()
    {
        var draft = Draft();
        CharterOrder.Arrange(draft);

        Assert.True(CharterOrder.Arrange(draft, draft.Sections[1], -1));
        Assert.Equal(["1 b", "1.1 commitments-commune", "2 a", "3 c"], Sections(draft));
        Assert.False(CharterOrder.Arrange(draft, draft.Sections[1], -1));
        Assert.Equal("1.1.1", draft.Commitments[0].Number);
    }

    [Fact]
    public void A_list_in_the_models_commitments_becomes_commitments_and_the_rest_stays_text()
    {
        var text = ModelText.Of(new("commitments-commune", null, "6.1", new("x"), new("intro\n\n- one\n- two\n  goes on\n\nend", "- un\n- deux")));

        Assert.Equal("intro\n\n\nend", text.Text!.Ar);
        Assert.Equal([("one", "un"), ("two goes on", "deux")], text.Commitments.Select(commitment => (commitment.Ar, commitment.Fr!)));
        Assert.Empty(ModelText.Of(new("objectives", null, "3", new("x"), new("- one"))).Commitments);
    }

    [Fact]
    public void A_section_that_the_model_changed_since_it_was_taken_is_told_apart_from_one_of_the_communes_own_words()
    {
        var first = Model(1, ("a", "first words of a"), ("b", "words of b"));
        var second = Model(2, ("a", "second words of a"), ("b", "words of b"), ("new", "n"));
        var version = CharterVersion.Draft(1, new("ميثاق"));
        version.Sections.Add(CharterSection.Of("a", null, "1", 1, new("a"), new("first words of a"), modelNumber: 1));
        version.Sections.Add(CharterSection.Of("b", null, "2", 2, new("b"), new("our own b"), modelNumber: 1));
        version.Sections.Add(CharterSection.Of("ours", null, "3", 3, new("ours"), null));

        var comparison = ModelComparison.Between(version, second, new Dictionary<int, ModelCharter> { [1] = first }, Language.Arabic);

        Assert.Equal([ModelStanding.Changed, ModelStanding.Own, ModelStanding.Missing], comparison.Sections.Select(section => section.Standing));
        Assert.Equal(1, comparison.OwnSections);
    }

    private static ModelCharter Model(int number, params (string Key, string Text)[] sections) => new(
        number, DateTime.UnixEpoch, new("n"), [.. sections.Select((section, at) => new ModelSection(section.Key, null, $"{at + 1}", new(section.Key), new(section.Text)))]);

    private static IEnumerable<string> Sections(CharterVersion draft) =>
        draft.Sections.OrderBy(section => section.Position).Select(section => $"{section.Number} {section.Key}");

    private static CharterVersion Draft()
    {
        var draft = CharterVersion.Draft(1, new("ميثاق"));
        draft.Sections.Add(CharterSection.Of("a", null, "", 1, new("a"), null));
        draft.Sections.Add(CharterSection.Of("b", null, "", 2, new("b"), null));
        draft.Sections.Add(CharterSection.Of("c", null, "", 3, new("c"), null));
        draft.Sections.Add(CharterSection.Of("commitments-commune", "b", "", 4, new("d"), null));
        draft.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "", 1, new("one"), key: "k1"));
        draft.Commitments.Add(Commitment.Of(CommitmentParty.Citizens, "", 2, new("three"), key: "k3"));
        draft.Commitments.Add(Commitment.Of(CommitmentParty.Commune, "", 3, new("two"), key: "k2"));
        return draft;
    }
}
