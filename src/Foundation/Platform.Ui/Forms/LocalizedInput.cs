using System.ComponentModel.DataAnnotations;
using Platform.Kernel.Text;

namespace Platform.Ui.Forms;

/// <summary>A <see cref="LocalizedText"/> as a form has it: Arabic is needed where anything is.</summary>
public sealed class LocalizedInput : IValidatableObject
{
    public string? Ar { get; set; }

    public string? Fr { get; set; }

    public string? Zgh { get; set; }

    public static LocalizedInput From(LocalizedText? text) => new() { Ar = text?.Ar, Fr = text?.Fr, Zgh = text?.Zgh };

    public bool IsEmpty => string.IsNullOrWhiteSpace(Ar) && string.IsNullOrWhiteSpace(Fr) && string.IsNullOrWhiteSpace(Zgh);

    /// <returns>None where nothing was written.</returns>
    public LocalizedText? ToText() => string.IsNullOrWhiteSpace(Ar) ? null : new(Ar, Fr, Zgh);

    /// <summary>As <see cref="ToText"/>, with what a word processor left behind made plain.</summary>
    public LocalizedText? ToRichText() => ToText() is { } text ? new(RichText.Tidy(text.Ar), Tidy(text.Fr), Tidy(text.Zgh)) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsEmpty && string.IsNullOrWhiteSpace(Ar))
        {
            yield return new ValidationResult("ValidationArabicNeeded", [nameof(Ar)]);
        }
    }

    private static string? Tidy(string? text) => text is null ? null : RichText.Tidy(text);
}

/// <summary>Refuses a <see cref="LocalizedInput"/> in which nothing is written, or more than fits in one language.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LocalizedAttribute : ValidationAttribute
{
    public bool Required { get; init; }

    /// <summary>Most characters in each language.</summary>
    public int Longest { get; init; } = 400;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var input = value as LocalizedInput;
        if (Required && (input is null || input.IsEmpty))
        {
            return new ValidationResult("ValidationArabicNeeded", [nameof(LocalizedInput.Ar)]);
        }

        var tooLong = (input?.Ar?.Length > Longest, input?.Fr?.Length > Longest, input?.Zgh?.Length > Longest) switch
        {
            (true, _, _) => "Ar",
            (_, true, _) => "Fr",
            (_, _, true) => "Zgh",
            _ => null,
        };
        return tooLong is null ? ValidationResult.Success : new ValidationResult($"ValidationTooLong:{Longest}", [tooLong]);
    }
}
