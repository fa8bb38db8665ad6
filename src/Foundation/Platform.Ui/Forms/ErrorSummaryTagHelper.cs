using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

/// <summary>At the top of a form that was refused: everything that is wrong, each a link to its field. Nothing where nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var wrong = ViewContext.ModelState
            .Where(pair => pair.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(pair => pair.Value!.Errors.Select(error => (pair.Key, Message: ValidationTexts.InWords(error.ErrorMessage, texts), OfRule: ValidationTexts.IsOfRule(error.ErrorMessage))))
            .Distinct()
            .ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-danger error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "errors");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(texts["FormRefused"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message, ofRule) in wrong)
        {
            var item = new TagBuilder("li");
            if (key.Length == 0)
            {
                item.InnerHtml.Append(message);
            }
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
                if (ofRule)
                {
                    // What a rule says fits every field: only with the field's name is it told from the others.
                    link.InnerHtml.AppendHtml(FieldLabels.Naming(ViewContext.HttpContext, key, message, texts));
                }
                else
                {
                    link.InnerHtml.Append(message);
                }

                item.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(item);
        }

        output.Content.AppendHtml(title).AppendHtml(list);
    }
}
