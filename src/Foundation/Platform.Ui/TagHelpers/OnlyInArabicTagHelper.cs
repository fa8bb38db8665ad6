using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui;

/// <summary>Where a page without <c>page-header</c> explains that texts of it exist in Arabic only.</summary>
[HtmlTargetElement("only-in-arabic", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OnlyInArabicTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(new OnlyInArabic(ViewContext.HttpContext, texts["ArabicOnly"]));
    }
}
