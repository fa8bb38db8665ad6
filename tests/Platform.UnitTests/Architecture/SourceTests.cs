using Platform.TestKit;

namespace Platform.UnitTests.Architecture;

public sealed class SourceTests
{
    private static readonly string[] Aside = ["bin", "obj", "node_modules", "dist", "Migrations"];

    public static TheoryData<string> ArabicResources => [.. Files("*.ar.resx")];

    [Fact]
    public void No_text_that_a_person_reads_stands_in_code() =>
        Assert.Empty(Files("*.cs").Concat(Files("*.cshtml")).Where(file => Sources.HoldsArabic(File.ReadAllText(file))));

    [Fact]
    public void Styles_name_no_physical_side() => Assert.Empty(Files("*.css").Where(file => Sources.NamesASide(File.ReadAllText(file))));

    [Fact]
    public void Pages_hold_no_inline_script_or_style() =>
        Assert.Empty(Files("*.cshtml").Where(file => Sources.HasInlineScriptOrStyle(File.ReadAllText(file))));

    /// <summary>What the browser keeps of a form would come back over what somebody else has written since.</summary>
    [Fact]
    public void A_form_of_the_workspace_that_is_kept_is_forgotten_when_it_was_saved() =>
        Assert.Empty(Files("*.cshtml").Where(page => Sources.KeepsAForm(File.ReadAllText(page)) && !Sources.ForgetsAForm(File.ReadAllText(page + ".cs"))));

    [Fact]
    public void A_kept_form_that_is_never_forgotten_is_caught()
    {
        const string Page = "@page \"/workspace/identity\"\n<form method=\"post\" data-keep=\"identity\">";

        Assert.True(Sources.KeepsAForm(Page));
        Assert.False(Sources.KeepsAForm(Page.Replace("/workspace", "", StringComparison.Ordinal)));
        Assert.False(Sources.ForgetsAForm("Notice = texts[\"Saved\"];"));
        Assert.True(Sources.ForgetsAForm("(Notice, SavedForm) = (texts[\"Saved\"], KeepKey);"));
    }

    [Theory]
    [MemberData(nameof(ArabicResources))]
    public void Arabic_and_French_have_the_same_texts(string arabic)
    {
        var french = arabic.Replace(".ar.resx", ".fr.resx", StringComparison.Ordinal);
        var (ar, fr) = (File.ReadAllText(arabic), File.ReadAllText(french));

        Assert.Empty(Sources.KeysOfOneOnly(ar, fr));
        Assert.Empty(Sources.EmptyKeysOf(ar).Concat(Sources.EmptyKeysOf(fr)));
        Assert.Empty(Sources.UnlikePlacesOf(ar, fr));
        Assert.Empty(Sources.UncountedFormsOf(ar));
        Assert.Empty(Sources.LoosePunctuationOf(fr));
    }

    [Theory]
    [InlineData("Où en est le plan ?", true)]
    [InlineData("Le plan « {0} »", true)]
    [InlineData("Avancement : {0}", true)]
    [InlineData("à {0} %", true)]
    [InlineData("L'axe", true)]
    [InlineData("Où en est l’axe «&#xA0;{0}&#xA0;»&#xA0;? À 5&#xA0;%, à 10:30, https://a.ma/b?c", false)]
    public void Loose_French_punctuation_is_caught(string text, bool caught) =>
        Assert.Equal(caught, Sources.LoosePunctuationOf($"<root><data name='Title'><value>{text}</value></data></root>").Any());

    [Fact]
    public void A_value_that_one_language_does_not_tell_is_caught()
    {
        const string Arabic = "<root><data name='Of'><value>{0} {1}</value></data><data name='Axes_two'><value>b</value></data><data name='Same'><value>{1:0.0} {0}</value></data></root>";
        const string French = "<root><data name='Of'><value>{0}</value></data><data name='Axes_two'><value>{0} b</value></data><data name='Same'><value>{0} {1}</value></data></root>";

        Assert.Equal(["Of"], Sources.UnlikePlacesOf(Arabic, French));
    }

    [Fact]
    public void A_missing_form_of_an_Arabic_count_is_caught()
    {
        const string Arabic = """
            <root><data name='Axes_few'><value>{0} b</value></data><data name='Axes_other'><value>{0} c</value></data>
            <data name='Days_few'><value>{0} b</value></data><data name='Days_many'><value>{0} c</value></data><data name='Days_other'><value>{0} d</value></data>
            <data name='All_few'><value>b</value></data><data name='All_other'><value>c</value></data></root>
            """;

        Assert.Equal(["Axes"], Sources.UncountedFormsOf(Arabic));
    }

    [Fact]
    public void A_text_that_one_language_lacks_is_caught()
    {
        const string Arabic = "<root><data name='Title'><value>a</value></data><data name='Axes_few'><value>b</value></data><data name='Lead'><value> </value></data></root>";
        const string French = "<root><data name='Title'><value>a</value></data><data name='Axes_other'><value>b</value></data><data name='Note'><value>c</value></data></root>";

        Assert.Equal(["Lead", "Note"], Sources.KeysOfOneOnly(Arabic, French));
        Assert.Equal(["Lead"], Sources.EmptyKeysOf(Arabic));
    }

    [Fact]
    public void Folders_of_the_same_name_are_caught() =>
        Assert.Equal(["Desk"], Sources.NamedTwice(["/src/Documents/Desk", "/src/Charter/Desk", "/src/Charter/Team"]));

    [Theory]
    [InlineData("var title = \"ميثاق\";", true)]
    [InlineData("var title = T[\"Title\"];", false)]
    public void Arabic_in_code_is_caught(string code, bool caught) => Assert.Equal(caught, Sources.HoldsArabic(code));

    [Theory]
    [InlineData(".card { margin-left: 1rem }", true)]
    [InlineData(".card { text-align:right }", true)]
    [InlineData(".card { left: 0 }", true)]
    [InlineData(".card { margin-inline-start: 1rem; inset-inline-start: 0 }", false)]
    public void A_physical_side_is_caught(string css, bool caught) => Assert.Equal(caught, Sources.NamesASide(css));

    [Theory]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<a onclick=\"go()\">", true)]
    [InlineData("<script src=\"~/dist/site.js\" defer></script>", false)]
    public void Inline_script_or_style_is_caught(string page, bool caught) => Assert.Equal(caught, Sources.HasInlineScriptOrStyle(page));

    [Fact]
    public void Feature_folders_with_pages_are_named_once_across_rooms()
    {
        var modules = Path.Combine(Repository.Root, "src", "Modules");
        var folders = Directory.GetDirectories(modules).SelectMany(Directory.GetDirectories)
            .Where(folder => !Aside.Contains(Path.GetFileName(folder)) && Directory.GetFiles(folder, "*.cshtml", SearchOption.AllDirectories).Length > 0);

        Assert.Empty(Sources.NamedTwice(folders));
    }

    private static IEnumerable<string> Files(string pattern) => Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => Aside.Contains(part)));
}
