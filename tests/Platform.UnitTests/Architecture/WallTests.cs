using Platform.Commitments;
using Platform.Communes;
using Platform.Data;
using Platform.National;
using Platform.Participation;
using Platform.TestKit;

namespace Platform.UnitTests.Architecture;

public sealed class WallTests
{
    public static TheoryData<string> Projects =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_references_only_what_it_may(string file) =>
        Assert.Empty(Walls.Breaches(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    [Theory]
    [InlineData("Platform.Commitments", "<ProjectReference Include=\"../../Foundation/Platform.Tenancy/Platform.Tenancy.csproj\" />")]
    [InlineData("Platform.Commitments", "<ProjectReference Include=\"..\\Platform.National\\Platform.National.csproj\" />")]
    [InlineData("Platform.National", "<PackageReference Include=\"Microsoft.EntityFrameworkCore.SqlServer\" />")]
    [InlineData("Platform.Kernel", "<PackageReference Include=\"Microsoft.EntityFrameworkCore.Relational\" />")]
    [InlineData("Platform.Kernel", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    [InlineData("Platform.Ui", "<ProjectReference Include=\"../Platform.Data/Platform.Data.csproj\" />")]
    [InlineData("Platform.Unheard", "")]
    public void An_offender_is_caught(string room, string reference) =>
        Assert.Single(Walls.Breaches(room, $"<Project><ItemGroup>{reference}</ItemGroup></Project>"));

    [Fact]
    public void The_national_room_never_names_the_database_of_a_commune() =>
        Assert.DoesNotContain(typeof(CommuneContext).FullName!, Walls.TypesNamedBy(typeof(NationalModule).Assembly.Location));

    [Fact]
    public void The_rooms_of_communes_never_name_the_national_database() => Assert.All(
        [typeof(CommitmentsModule), typeof(CommunesModule), typeof(ParticipationModule)],
        room => Assert.DoesNotContain(typeof(NationalContext).FullName!, Walls.TypesNamedBy(room.Assembly.Location)));

    /// <summary>The planted offender of the two rules above: this assembly names both contexts.</summary>
    [Fact]
    public void Naming_a_database_is_seen()
    {
        var named = Walls.TypesNamedBy(typeof(WallTests).Assembly.Location);

        Assert.Contains(typeof(CommuneContext).FullName!, named);
        Assert.Contains(typeof(NationalContext).FullName!, named);
    }
}
