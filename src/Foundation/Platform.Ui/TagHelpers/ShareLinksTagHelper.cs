using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// Ways to pass the page on: its address to copy, and plain links that carry it elsewhere. Nothing of another host is loaded; a visitor goes there
/// by clicking. The address keeps the language.
/// </summary>
[HtmlTargetElement("share-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareLinksTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>The address to pass on; that of the page where nothing is said.</summary>
    public string? Url { get; set; }

    /// <summary>The words that go with it; the page's title where nothing is said.</summary>
    public string? Title { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        var frame = (PageFrame)http.RequestServices.GetService(typeof(PageFrame))!;
        var address = Url ?? frame.Address(Languages.Current, http);
        var title = Title ?? ViewContext.ViewData["Title"] as string ?? frame.SiteName;
        var (url, words) = (Uri.EscapeDataString(address), Uri.EscapeDataString(title));
        var id = http.NextId();

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("share", "no-print");
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(texts["Share"]);
        output.Content.AppendHtml(summary);

        var list = new TagBuilder("ul");
        foreach (var (name, href) in new[]
        {
            ("WhatsApp", $"https://wa.me/?text={words}%20{url}"),
            ("Facebook", $"https://www.facebook.com/sharer/sharer.php?u={url}"),
            ("X", $"https://x.com/intent/post?text={words}&url={url}"),
        })
        {
            list.InnerHtml.AppendHtml(Item(name, href, texts["ShareOn", name]));
        }

        list.InnerHtml.AppendHtml(Item(texts["ShareByMail"], $"mailto:?subject={words}&body={url}", null));
        output.Content.AppendHtml(list);
        output.Content.AppendHtml(AddressToCopy(address, id));
    }

    private static TagBuilder Item(string text, string href, string? label)
    {
        var link = new TagBuilder("a");
        link.MergeAttribute("href", href);
        link.MergeAttribute("rel", "noopener nofollow external");
        if (label is not null)
        {
            link.MergeAttribute("aria-label", label);
        }

        link.InnerHtml.Append(text);
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    private TagBuilder AddressToCopy(string address, string id)
    {
        var label = new TagBuilder("label");
        label.MergeAttribute("for", id);
        label.InnerHtml.Append(texts["PageAddress"]);
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttribute("id", id);
        field.MergeAttribute("type", "url");
        field.MergeAttribute("readonly", "readonly");
        field.MergeAttribute("dir", "ltr");
        field.MergeAttribute("value", address);
        var button = new TagBuilder("button");
        button.MergeAttribute("type", "button");
        button.MergeAttribute("hidden", "hidden");
        button.MergeAttribute("data-copy", address);
        button.MergeAttribute("data-done", texts["LinkCopied"]);
        button.AddCssClass("button button-quiet");
        button.InnerHtml.Append(texts["CopyLink"]);
        var copied = new TagBuilder("span");
        copied.MergeAttribute("data-copied", "");
        copied.MergeAttribute("role", "status");

        var group = new TagBuilder("div");
        group.AddCssClass("share-address");
        group.InnerHtml.AppendHtml(label);
        group.InnerHtml.AppendHtml(field);
        group.InnerHtml.AppendHtml(button);
        group.InnerHtml.AppendHtml(copied);
        return group;
    }
}
