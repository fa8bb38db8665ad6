using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Acts;

namespace Platform.Ui;

/// <summary>
/// The public acts on a thing, the newest first: <c>&lt;public-history subject="charter:1" /&gt;</c>. Nothing is written where there are none.
/// </summary>
[HtmlTargetElement("public-history", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PublicHistoryTagHelper(IPublicHistory history, IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>As its acts are recorded.</summary>
    public string Subject { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var acts = await history.OfAsync(Subject, ViewContext.HttpContext.RequestAborted);
        if (acts.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var id = ViewContext.HttpContext.NextId();
        var title = new TagBuilder("h2");
        title.Attributes["id"] = id;
        title.InnerHtml.Append(texts["PublicHistory"]);
        var list = new TagBuilder("ol");
        list.AddCssClass("timeline");
        foreach (var act in acts)
        {
            var time = new TagBuilder("time");
            time.Attributes["datetime"] = Formats.Machine(act.At);
            time.InnerHtml.Append(Formats.Instant(act.At));
            var what = new TagBuilder("p");
            what.InnerHtml.Append(act.What);
            var item = new TagBuilder("li");
            item.AddCssClass("done");
            item.InnerHtml.AppendHtml(time).AppendHtml(what);
            list.InnerHtml.AppendHtml(item);
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("section");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendHtml(title).AppendHtml(list);
    }
}
