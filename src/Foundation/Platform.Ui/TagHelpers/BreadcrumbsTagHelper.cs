using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>One step of the way to a page.</summary>
/// <param name="Href">An address; <c>~/</c> stands for the root of the language. Empty for the page itself.</param>
public sealed record Crumb(string Text, string Href);

/// <summary>
/// The way to this page from the home page, from <c>ViewData["Crumbs"]</c> (an <c>IReadOnlyList&lt;Crumb&gt;</c>, home left out). The layout writes it;
/// a page that writes it itself, elsewhere, is left with that one.
/// </summary>
[HtmlTargetElement("breadcrumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbsTagHelper(IStringLocalizer<CommonTexts> texts, IUrlHelperFactory urls) : TagHelper
{
    private static readonly object Written = new();

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.ViewData["Crumbs"] is not IReadOnlyList<Crumb> { Count: > 0 } crumbs
            || !ViewContext.HttpContext.Items.TryAdd(Written, true))
        {
            output.SuppressOutput();
            return;
        }

        var url = urls.GetUrlHelper(ViewContext);
        var list = new TagBuilder("ol");
        if (crumbs[0].Href is not ("~/" or "/"))
        {
            list.InnerHtml.AppendHtml(Item(new Crumb(texts["Home"], "~/")));
        }

        foreach (var crumb in crumbs)
        {
            list.InnerHtml.AppendHtml(Item(crumb));
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("breadcrumbs");
        output.Attributes.SetAttribute("aria-label", texts["YouAreHere"].Value);
        output.Content.SetHtmlContent(list);

        TagBuilder Item(Crumb crumb)
        {
            var item = new TagBuilder("li");
            var step = new TagBuilder(string.IsNullOrEmpty(crumb.Href) ? "span" : "a");
            if (string.IsNullOrEmpty(crumb.Href))
            {
                step.MergeAttribute("aria-current", "page");
            }
            else
            {
                step.MergeAttribute("href", crumb.Href == "~/" ? PageFrame.Root : url.Content(crumb.Href));
            }

            if (Languages.Current != Language.Arabic && Tags.InArabic(crumb.Text))
            {
                step.MergeAttribute("lang", Language.Arabic.Tag);
                step.MergeAttribute("dir", Language.Arabic.Direction);
            }

            step.InnerHtml.Append(crumb.Text);
            item.InnerHtml.AppendHtml(step);
            return item;
        }
    }
}
