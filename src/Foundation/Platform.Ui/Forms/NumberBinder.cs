using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Kernel.Measures;

namespace Platform.Ui.Forms;

/// <summary>Numbers as people write them here: Western or Arabic digits, a comma or a point before the decimals, spaces between thousands.</summary>
internal sealed class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var type = Nullable.GetUnderlyingType(bindingContext.ModelType) ?? bindingContext.ModelType;
        var text = Plain(value.FirstValue ?? "");
        if (text.Length == 0)
        {
            if (type == bindingContext.ModelType)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "ValidationRequired");
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }

            return Task.CompletedTask;
        }

        if (Parse(type, text) is { } number)
        {
            if (number is decimal figure && !StoredNumber.Fits(figure))
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"ValidationDecimals:{StoredNumber.Decimals}");
                return Task.CompletedTask;
            }

            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "ValidationNumber");
        }

        return Task.CompletedTask;
    }

    /// <summary>The number in the invariant way of writing.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
    {
        ',' or '\u066B' => '.',
        _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
        _ => c,
    }));

    private static object? Parse(Type type, string text) =>
        type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            (Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType) is var type
            && (type == typeof(decimal) || type == typeof(int))
            && context.BindingInfo.BinderType is null
            && context.BindingInfo.BindingSource is var source
            && (source is null || source == BindingSource.Form || source == BindingSource.ModelBinding)
                ? new NumberBinder()
                : null;
    }
}
