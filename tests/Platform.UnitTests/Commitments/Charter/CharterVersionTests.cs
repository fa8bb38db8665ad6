using Platform.Commitments.Charter;

namespace Platform.UnitTests.Commitments.Charter;

public sealed class CharterVersionTests
{
    [Fact]
    public void A_draft_is_adopted_once_and_superseded_only_while_in_force()
    {
        var version = CharterVersion.Draft(1, new("ميثاق"));
        Assert.Throws<InvalidOperationException>(version.Supersede);

        version.Adopt(new(2025, 2, 6), null, null, new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(CharterState.InForce, version.State);
        Assert.Throws<InvalidOperationException>(() => version.Adopt(new(2025, 2, 7), null, null, default));

        version.Supersede();
        Assert.Equal(CharterState.Superseded, version.State);
        Assert.Throws<InvalidOperationException>(version.Supersede);
    }
}
