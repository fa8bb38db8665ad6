using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Law;
using Platform.Ui.Law;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// What the law says, never without where it says so: <c>&lt;legal-rule rule="…" /&gt;</c> writes the figure, whether it was checked, its source, article, first
/// day and note. Nothing is written where there is no rule.
/// </summary>
[HtmlTargetElement("legal-rule", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LegalRuleTagHelper(IStringLocalizer<LawTexts> texts) : TagHelper
{
    public LegalRule? Rule { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Rule is not { } rule)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content
            .AppendHtml(Tags.Of("strong", null, texts.ValueOf(rule.Unit, rule.Value))).Append(" ")
            .AppendHtml(Markup.Badge(LawWords.BadgeOf(rule.Confirmed), texts[LawWords.KeyOf(rule.Confirmed)]));
        var source = Tags.Of("span", "muted small", "");
        source.InnerHtml.Append(" ").AppendHtml(Markup.Localized(rule.Source));
        if (rule.Article is { } article)
        {
            source.InnerHtml.Append(" · ").Append(texts["ArticleOf", article]);
        }

        source.InnerHtml.Append(" · ").Append(texts["Since", Formats.Date(rule.From)]);
        if (rule.Note is { } note)
        {
            source.InnerHtml.Append(" · ").AppendHtml(Markup.Localized(note));
        }

        output.Content.AppendHtml(source);
    }
}
