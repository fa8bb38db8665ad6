using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

/// <summary>
/// One question of a form: label, help in plain words, what is wrong with the answer, and the input that fits its type. What was typed stays after an error.
/// <c>&lt;field for="Input.Title" label="…" help="…" /&gt;</c>; a text with <c>rows</c> is a text area; with <c>options</c> a list to choose from, or radio
/// buttons with <c>radio</c>; a <c>bool</c> is a box to tick; a <see cref="LocalizedInput"/> has an input for each language.
/// Other attributes (<c>autocomplete</c>, <c>inputmode</c>, <c>maxlength</c>, <c>data-…</c>) go to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    /// <summary>Overrides the input's type: <c>password</c>, <c>email</c>, <c>url</c>, <c>tel</c>, <c>file</c>, <c>color</c>, <c>hidden</c> …</summary>
    public string? Type { get; set; }

    public int Rows { get; set; }

    /// <summary>
    /// The text areas hold <see cref="RichText"/>: how it is written is said below them, what is pasted from Word becomes it where scripts run, and a button of
    /// the form named <c>preview</c> shows what it will look like (<see cref="Workspace.PersonalPage.IsPreview"/>).
    /// </summary>
    public bool Rich { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    public bool Radio { get; set; }

    public bool Required { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var passed = output.Attributes.ToList();
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        FieldLabels.Keep(ViewContext.HttpContext, name, Label);
        if (For.Metadata.ModelType == typeof(LocalizedInput))
        {
            WriteLocalized(output, name, passed);
            return;
        }

        output.TagName = Radio ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", "field" + (ErrorsOf(name).Count > 0 ? " field-wrong" : ""));
        if (IsTick)
        {
            output.AddClass("field-tick");
            output.Content.AppendHtml(Tick(name, passed)).AppendHtml(LabelOf("label", name)).AppendHtml(HelpOf(name)).AppendHtml(ErrorOf(name));
            return;
        }

        output.Content.AppendHtml(LabelOf(Radio ? "legend" : "label", name)).AppendHtml(HelpOf(name)).AppendHtml(ErrorOf(name));
        output.Content.AppendHtml(Radio ? Radios(name) : Options is not null ? Select(name, passed) : Rows > 0 ? Area(name, passed) : Input(name, passed));
    }

    private bool IsTick => Options is null && (Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType) == typeof(bool);

    private void WriteLocalized(TagHelperOutput output, string name, List<TagHelperAttribute> passed)
    {
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", "field field-localized" + (ErrorsOf(name).Count > 0 ? " field-wrong" : ""));
        output.Content.AppendHtml(LabelOf("legend", name)).AppendHtml(HelpOf(name)).AppendHtml(ErrorOf(name));
        var input = For.Model as LocalizedInput;
        foreach (var (part, language, words, value) in new[]
        {
            ("Ar", Kernel.Text.Language.Arabic, "LanguageArabic", input?.Ar),
            ("Fr", Kernel.Text.Language.French, "LanguageFrench", input?.Fr),
            ("Zgh", Kernel.Text.Language.Amazigh, "LanguageAmazigh", input?.Zgh),
        })
        {
            var own = $"{name}.{part}";
            FieldLabels.Keep(ViewContext.HttpContext, own, Label);
            var label = new TagBuilder("label");
            label.Attributes["for"] = IdOf(own);
            label.InnerHtml.Append(texts[words]);
            var control = new TagBuilder(Rows > 0 ? "textarea" : "input");
            Name(control, own, passed);
            control.Attributes["lang"] = language.Tag;
            control.Attributes["dir"] = language.Direction;
            var typed = TypedOr(own, value);
            if (Rows > 0)
            {
                control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
                control.InnerHtml.Append("\n" + typed);
            }
            else
            {
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = "text";
                control.Attributes["value"] = typed;
            }

            if (Rich)
            {
                control.Attributes["data-rich"] = "";
            }

            if (Required && part == "Ar")
            {
                control.Attributes["required"] = "required";
            }

            if (part == "Zgh" && typed.Length == 0 && ErrorsOf(own).Count == 0)
            {
                // Few communes write it yet: it is there to be opened, and the form is a third shorter.
                var more = new TagBuilder("details");
                var summary = new TagBuilder("summary");
                summary.Attributes["lang"] = language.Tag;
                summary.InnerHtml.Append(texts[words]);
                more.InnerHtml.AppendHtml(summary).AppendHtml(label).AppendHtml(control);
                output.Content.AppendHtml(more);
                continue;
            }

            output.Content.AppendHtml(label).AppendHtml(ErrorOf(own)).AppendHtml(control);
            if (Rich)
            {
                output.Content.AppendHtml(PreviewOf(typed, language));
            }
        }

        if (Rich)
        {
            var how = new TagBuilder("p");
            how.AddCssClass("field-help");
            how.InnerHtml.Append(texts["RichTextHelp"]);
            output.Content.AppendHtml(how);
        }
    }

    /// <summary>What was typed as readers will see it, after the form was sent by its preview button.</summary>
    private IHtmlContent PreviewOf(string typed, Kernel.Text.Language language)
    {
        var request = ViewContext.HttpContext.Request;
        if (string.IsNullOrWhiteSpace(typed) || !request.HasFormContentType || !request.Form.ContainsKey("preview"))
        {
            return HtmlString.Empty;
        }

        var preview = new TagBuilder("div");
        preview.AddCssClass("prose preview");
        preview.Attributes["role"] = "group";
        preview.Attributes["aria-label"] = texts["Preview"];
        var words = new TagBuilder("div");
        words.Attributes["lang"] = language.Tag;
        words.Attributes["dir"] = language.Direction;
        words.InnerHtml.AppendHtml(RichText.Render(RichText.Tidy(typed), headingOffset: 2));
        var title = new TagBuilder("p");
        title.AddCssClass("preview-title");
        title.InnerHtml.Append(texts["Preview"]);
        preview.InnerHtml.AppendHtml(title).AppendHtml(words);
        return preview;
    }

    private TagBuilder LabelOf(string element, string name)
    {
        var label = new TagBuilder(element);
        if (element == "label")
        {
            label.Attributes["for"] = IdOf(name);
        }

        label.InnerHtml.Append(Label);
        if (!Required && !IsTick && Type != "hidden")
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("field-optional");
            optional.InnerHtml.Append(texts["Optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }

    private IHtmlContent HelpOf(string name)
    {
        if (string.IsNullOrEmpty(Help))
        {
            return HtmlString.Empty;
        }

        var help = new TagBuilder("p");
        help.AddCssClass("field-help");
        help.Attributes["id"] = IdOf(name) + "-help";
        help.InnerHtml.Append(Help);
        return help;
    }

    private IHtmlContent ErrorOf(string name)
    {
        var errors = ErrorsOf(name);
        if (errors.Count == 0)
        {
            return HtmlString.Empty;
        }

        var error = new TagBuilder("p");
        error.AddCssClass("field-error");
        error.Attributes["id"] = IdOf(name) + "-error";
        error.InnerHtml.Append(string.Join(" ", errors));
        return error;
    }

    private List<string> ErrorsOf(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry)
            ? [.. entry.Errors.Select(error => ValidationTexts.InWords(error.ErrorMessage, texts)).Distinct()]
            : [];

    private TagBuilder Input(string name, List<TagHelperAttribute> passed)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Name(input, name, passed);
        var type = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        var kind = Type ?? (type == typeof(DateOnly) ? "date" : type == typeof(DateTime) ? "datetime-local" : type == typeof(TimeOnly) ? "time" : "text");
        input.Attributes["type"] = kind;
        if (Type is null && (type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double)))
        {
            // Not type=number: it eats what it does not understand, and turns with the mouse's wheel.
            input.Attributes["inputmode"] = type == typeof(int) || type == typeof(long) ? "numeric" : "decimal";
            input.Attributes["dir"] = "ltr";
        }

        if (kind is not ("password" or "file"))
        {
            input.Attributes["value"] = TypedOr(name, Written(For.Model));
        }

        if (kind is "email" or "url" or "tel" or "password")
        {
            input.Attributes["dir"] = "ltr";
        }

        return input;
    }

    private TagBuilder Area(string name, List<TagHelperAttribute> passed)
    {
        var area = new TagBuilder("textarea");
        Name(area, name, passed);
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.Attributes.TryAdd("dir", "auto");

        // Browsers drop the first line break of a text area.
        area.InnerHtml.Append("\n" + TypedOr(name, Written(For.Model)));
        return area;
    }

    private TagBuilder Tick(string name, List<TagHelperAttribute> passed)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Name(input, name, passed);
        input.Attributes["type"] = "checkbox";
        input.Attributes["value"] = "true";
        if (ViewContext.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } attempted
                ? attempted.StartsWith("true", StringComparison.OrdinalIgnoreCase)
                : For.Model is true)
        {
            input.Attributes["checked"] = "checked";
        }

        return input;
    }

    private TagBuilder Select(string name, List<TagHelperAttribute> passed)
    {
        var select = new TagBuilder("select");
        Name(select, name, passed);
        var chosen = TypedOr(name, Written(For.Model));
        foreach (var option in Options!)
        {
            var item = new TagBuilder("option");
            item.Attributes["value"] = option.Value;
            if (option.Value == chosen)
            {
                item.Attributes["selected"] = "selected";
            }

            item.InnerHtml.Append(option.Text);
            select.InnerHtml.AppendHtml(item);
        }

        return select;
    }

    private HtmlContentBuilder Radios(string name)
    {
        var all = new HtmlContentBuilder();
        var chosen = TypedOr(name, Written(For.Model));
        foreach (var (option, at) in Options!.Select((option, at) => (option, at)))
        {
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.Attributes["type"] = "radio";
            input.Attributes["name"] = name;
            input.Attributes["id"] = at == 0 ? IdOf(name) : $"{IdOf(name)}-{at}";
            input.Attributes["value"] = option.Value;
            if (option.Value == chosen)
            {
                input.Attributes["checked"] = "checked";
            }

            var label = new TagBuilder("label");
            label.AddCssClass("choice");
            label.InnerHtml.AppendHtml(input).Append(" " + option.Text);
            all.AppendHtml(label);
        }

        return all;
    }

    private void Name(TagBuilder input, string name, List<TagHelperAttribute> passed)
    {
        var id = IdOf(name);
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        foreach (var attribute in passed)
        {
            input.Attributes[attribute.Name] = attribute.Value switch
            {
                null => "",
                IHtmlContent html => Plain(html),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
        }

        if (Required && For.Metadata.ModelType != typeof(LocalizedInput))
        {
            input.Attributes["required"] = "required";
        }

        var wrong = ErrorsOf(name).Count > 0;
        var described = string.Join(' ', new[] { Help is null ? null : IdOf(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name)) + "-help", wrong ? id + "-error" : null }.OfType<string>());
        if (described.Length > 0)
        {
            input.Attributes["aria-describedby"] = described;
        }

        if (wrong)
        {
            input.Attributes["aria-invalid"] = "true";
        }
    }

    private string TypedOr(string name, string? value) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } typed ? typed : value ?? "";

    private static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private static string Plain(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal figure => figure.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
