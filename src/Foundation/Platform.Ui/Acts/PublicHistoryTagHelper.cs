using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Acts;

namespace Platform.Ui;

/// <summary>
/// The public acts on a thing, the newest first: <c>&lt;public-history subject="charter:1" /&gt;</c>, or of several subjects as one list, each named where the
/// page knows a name. Nothing is written where there are none.
/// </summary>
[HtmlTargetElement("public-history", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PublicHistoryTagHelper(IPublicHistory history, IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>What a reader wants to know first; the rest opens.</summary>
    private const int Shown = 8;

    /// <summary>As its acts are recorded.</summary>
    public string? Subject { get; set; }

    public IReadOnlyCollection<string>? Subjects { get; set; }

    /// <summary>Further subjects with what readers call them: of parts of the thing, which would otherwise all be told alike.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; set; }

    /// <summary>Verbs that the pages of the parts tell.</summary>
    public IReadOnlyCollection<string> Except { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var acts = await history.OfAsync([.. Subject is null ? [] : new[] { Subject }, .. Subjects ?? [], .. Parts?.Keys ?? []], Except, ViewContext.HttpContext.RequestAborted);
        if (acts.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var id = ViewContext.HttpContext.NextId();
        var title = new TagBuilder("h2");
        title.Attributes["id"] = id;
        title.InnerHtml.Append(texts["PublicHistory"]);
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("section");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.AppendHtml(title).AppendHtml(List(acts.Take(Shown)));
        if (acts.Count > Shown)
        {
            var summary = new TagBuilder("summary");
            summary.InnerHtml.Append(texts["PublicHistoryEarlier", Formats.Number(acts.Count - Shown)]);
            var earlier = new TagBuilder("details");
            earlier.InnerHtml.AppendHtml(summary).AppendHtml(List(acts.Skip(Shown)));
            output.Content.AppendHtml(earlier);
        }
    }

    private TagBuilder List(IEnumerable<PublicAct> acts)
    {
        var list = new TagBuilder("ul");
        list.AddCssClass("acts");
        foreach (var act in acts)
        {
            var time = new TagBuilder("time");
            time.Attributes["datetime"] = Formats.Machine(act.At);
            time.InnerHtml.Append(Formats.Instant(act.At));
            var what = new TagBuilder("span");
            what.InnerHtml.Append(act.What);
            if (Parts?.GetValueOrDefault(act.Subject) is { } part)
            {
                what.InnerHtml.Append(" · ").Append(part);
            }

            if (act.Period is { } period)
            {
                what.InnerHtml.Append(" · ").Append(Formats.Period(period));
            }

            if (act.Times > 1)
            {
                what.InnerHtml.Append(" ").AppendHtml(Times(act.Times));
            }

            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(time).Append(" ").AppendHtml(what);
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private TagBuilder Times(int times)
    {
        var note = new TagBuilder("span");
        note.AddCssClass("muted");
        note.InnerHtml.Append(texts.Count("PublicHistoryTimes", times));
        return note;
    }
}
