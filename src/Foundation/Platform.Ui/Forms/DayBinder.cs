using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.Ui.Forms;

/// <summary>
/// Days that somebody typed. A year of two digits is a slip, and one that has no day after it breaks whatever reckons with it: calendars, figures of periods,
/// spreadsheets.
/// </summary>
internal sealed class DayBinder : IModelBinder
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = value.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (bindingContext.ModelType == typeof(DateOnly))
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "ValidationRequired");
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }

            return Task.CompletedTask;
        }

        if (Read(text, value.Culture) is { } day && day >= First && day <= Last)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "ValidationInvalid");
        }

        return Task.CompletedTask;
    }

    // As date fields send it, whatever they show; and as it is written here, where a browser has no such field.
    private static DateOnly? Read(string text, CultureInfo culture) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || DateOnly.TryParse(text, culture, out day) ? day : null;

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            (Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType) == typeof(DateOnly)
            && context.BindingInfo.BinderType is null
            && context.BindingInfo.BindingSource is var source
            && (source is null || source == BindingSource.Form || source == BindingSource.ModelBinding)
                ? new DayBinder()
                : null;
    }
}
