using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Contributions.Paper;

namespace Platform.UnitTests.Participation;

public sealed class ContributionCodesTests
{
    [Fact]
    public void Every_wrong_digit_and_every_two_that_changed_places_are_found()
    {
        foreach (var number in new[] { 1, 7, 12_345, 90_817, 99_999 })
        {
            var code = PaperCode.Of(12, number);
            Assert.Equal(number, PaperCode.NumberIn(code, 12));
            var digits = code.Replace("-", "", StringComparison.Ordinal);
            for (var at = 0; at < digits.Length - 1; at++)
            {
                for (var other = '0'; other <= '9'; other++)
                {
                    Assert.True(digits[at] == other || PaperCode.NumberIn(digits[..at] + other + digits[(at + 1)..], 12) is null);
                }

                if (at + 2 < digits.Length && digits[at] != digits[at + 1])
                {
                    Assert.Null(PaperCode.NumberIn(digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..], 12));
                }
            }
        }
    }

    [Fact]
    public void A_card_is_read_as_people_write_it_and_only_for_its_consultation()
    {
        var code = PaperCode.Of(3, 42);
        Assert.Equal(42, PaperCode.NumberIn(" " + code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), 3));
        Assert.Equal(42, PaperCode.NumberIn(string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)(0x0660 + (c - '0')) : c)), 3));
        Assert.Null(PaperCode.NumberIn(code, 4));
        Assert.Null(PaperCode.NumberIn(null, 3));
        Assert.Null(PaperCode.NumberIn("3-", 3));
    }

    [Fact]
    public void The_same_words_from_the_same_browser_are_one_ticket_and_all_others_differ()
    {
        var ticket = Tracking.TicketOf("secret", "a", "b");
        Assert.True(Tracking.IsTicket(ticket));
        Assert.Equal(ticket, Tracking.TicketOf("secret", "a", "b"));
        Assert.NotEqual(ticket, Tracking.TicketOf("other", "a", "b"));
        Assert.NotEqual(ticket, Tracking.TicketOf("secret", "ab"));
        Assert.NotEqual(Tracking.TicketOf("secret", "a", null), Tracking.TicketOf("secret", "a", ""));
        Assert.Equal(Tracking.DigestOfCode(Tracking.CodeOf(ticket)), Tracking.DigestOfCode(Tracking.CodeOf(ticket).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Like_ideas_are_found_across_hamza_article_and_plural_and_others_are_not()
    {
        string[] all = ["إنارة الأحياء ليلا", "ملاعب القرب للشباب", "Éclairage des quartiers la nuit", "تهيئة السوق الأسبوعي"];
        Assert.Equal(["إنارة الأحياء ليلا"], LikeIdeas.Among("انارة احياء المدينة", all, text => text));
        Assert.Equal(["Éclairage des quartiers la nuit"], LikeIdeas.Among("eclairage du quartier", all, text => text));
        Assert.Empty(LikeIdeas.Among("حديقة", all, text => text));
        Assert.Empty(LikeIdeas.Among("", all, text => text));
    }
}
