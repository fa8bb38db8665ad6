using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui;

/// <summary>
/// Links to the pages of a list. They keep every other value of the query. The number travels as <c>p</c>: in Razor Pages the name <c>page</c>
/// belongs to the route.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    private const int Around = 1;

    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How many there are. With one or none, nothing is written.</summary>
    public int Pages { get; set; }

    /// <summary>The name of the number in the query.</summary>
    public string Name { get; set; } = "p";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var list = new TagBuilder("ul");
        if (Page > 1)
        {
            list.InnerHtml.AppendHtml(Item(Link(Page - 1, texts["PreviousPage"], "prev")));
        }

        var last = 0;
        foreach (var number in Numbers(Page, Pages))
        {
            if (number > last + 1)
            {
                list.InnerHtml.AppendHtml(Item(Gap()));
            }

            list.InnerHtml.AppendHtml(Item(Link(number, Formats.Number(number), null)));
            last = number;
        }

        if (Page < Pages)
        {
            list.InnerHtml.AppendHtml(Item(Link(Page + 1, texts["NextPage"], "next")));
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        output.Attributes.SetAttribute("aria-label", texts["Pagination"].Value);
        output.Content.SetHtmlContent(list);
    }

    /// <summary>The first, the last, and those around the one shown.</summary>
    internal static IEnumerable<int> Numbers(int page, int pages) =>
        Enumerable.Range(1, pages).Where(number => number == 1 || number == pages || Math.Abs(number - page) <= Around);

    private static TagBuilder Item(TagBuilder inside)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(inside);
        return item;
    }

    private static TagBuilder Gap()
    {
        var gap = new TagBuilder("span");
        gap.MergeAttribute("aria-hidden", "true");
        gap.InnerHtml.Append("…");
        return gap;
    }

    private TagBuilder Link(int number, string text, string? rel)
    {
        var link = new TagBuilder("a");
        link.MergeAttribute("href", Href(number));
        link.InnerHtml.Append(text);
        if (rel is not null)
        {
            link.MergeAttribute("rel", rel);
            return link;
        }

        link.MergeAttribute("aria-label", texts["PageNumber", text]);
        if (number == Page)
        {
            link.MergeAttribute("aria-current", "page");
        }

        return link;
    }

    private string Href(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = QueryString.Empty;
        foreach (var (key, values) in request.Query.Where(pair => !string.Equals(pair.Key, Name, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var value in values)
            {
                query = query.Add(key, value ?? "");
            }
        }

        if (number > 1)
        {
            query = query.Add(Name, number.ToString(CultureInfo.InvariantCulture));
        }

        return request.PathBase + (request.Path == "/" && request.PathBase.HasValue ? default : request.Path) + query;
    }
}
