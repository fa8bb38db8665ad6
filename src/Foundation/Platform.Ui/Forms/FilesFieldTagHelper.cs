using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Files;

namespace Platform.Ui.Forms;

/// <summary>
/// The question for files in a form: what is accepted, what is already received (a ticked box each, so that one can be left out again), and the input. It
/// is a plain file input; a script sends large files in parts, shows how far they are, and goes on after a lost connection.
/// <c>&lt;files-field for="Files" label="…" help="…" /&gt;</c>, see <see cref="FilesInput"/>.
/// </summary>
[HtmlTargetElement("files-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilesFieldTagHelper(IDocuments documents, IStringLocalizer<CommonTexts> texts) : TagHelper
{
    private const string UploadPath = "/workspace/uploads";

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public bool Required { get; set; }

    /// <summary>One file only.</summary>
    public bool OnlyOne { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.Select(error => error.ErrorMessage).Distinct().ToList() : [];
        var files = (For.Model as FilesInput)?.Received ?? [];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field files-field" + (errors.Count > 0 ? " field-wrong" : ""));
        output.Attributes.SetAttribute("data-files", PageFrame.Root + UploadPath);
        output.Attributes.SetAttribute("data-name", name + ".Codes");
        output.Attributes.SetAttribute("data-sending", texts["FileSending"].Value);
        output.Attributes.SetAttribute("data-waiting", texts["FileWaiting"].Value);
        output.Attributes.SetAttribute("data-received", texts["FileReceived"].Value);
        output.Attributes.SetAttribute("data-failed", texts["FileFailed"].Value);

        output.Content.AppendHtml(LabelOf(id));
        output.Content.AppendHtml(Paragraph("field-help", id + "-help", string.Join(' ', new[] { Help, documents.Accepted, texts["FilesWithoutScript"].Value }.OfType<string>())));
        if (errors.Count > 0)
        {
            output.Content.AppendHtml(Paragraph("field-error", id + "-error", string.Join(' ', errors)));
        }

        output.Content.AppendHtml(Kept(name, id, files));
        output.Content.AppendHtml(Input(name, id, errors.Count > 0, files.Count > 0));
    }

    private TagBuilder LabelOf(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (!Required)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("field-optional");
            optional.InnerHtml.Append(texts["Optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }

    /// <summary>Each received file as a box that is ticked; a script adds to the same list.</summary>
    private TagBuilder Kept(string name, string id, IReadOnlyList<ReceivedFile> files)
    {
        var list = new TagBuilder("ul");
        list.AddCssClass("files-kept");
        list.Attributes["aria-label"] = texts["FilesReceived"];
        list.Attributes["aria-live"] = "polite";
        foreach (var (file, at) in files.Select((file, at) => (file, at)))
        {
            var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            box.Attributes["type"] = "checkbox";
            box.Attributes["id"] = $"{id}-{at}";
            box.Attributes["name"] = name + ".Codes";
            box.Attributes["value"] = file.Code;
            box.Attributes["checked"] = "checked";
            var label = new TagBuilder("label");
            label.Attributes["for"] = $"{id}-{at}";
            var named = new TagBuilder("bdi");
            named.InnerHtml.Append(file.Name);
            label.InnerHtml.AppendHtml(named).Append($" ({Formats.Bytes(file.Length)}) · {texts["FileReceived"].Value}");
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(box).Append(" ").AppendHtml(label);
            list.InnerHtml.AppendHtml(item);
        }

        if (files.Count == 0)
        {
            list.Attributes["hidden"] = "hidden";
        }

        return list;
    }

    private TagBuilder Input(string name, string id, bool wrong, bool some)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "file";
        input.Attributes["id"] = id;
        input.Attributes["name"] = name + ".Sent";
        input.Attributes["aria-describedby"] = $"{id}-help{(wrong ? $" {id}-error" : "")}";
        if (!OnlyOne)
        {
            input.Attributes["multiple"] = "multiple";
        }

        if (Required && !some)
        {
            input.Attributes["required"] = "required";
        }

        if (wrong)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        return input;
    }

    private static TagBuilder Paragraph(string css, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(css);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
