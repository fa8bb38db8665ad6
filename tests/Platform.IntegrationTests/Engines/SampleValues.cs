using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.IntegrationTests.Engines;

/// <summary>Some value of every type that is asked for: what is tested is the command, not what it carries.</summary>
internal static class SampleValues
{
    public static object? Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var known when known == typeof(string) => "x",
        var known when known == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        var known when known == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        var known when known == typeof(Period) => Period.Month(2026, 1),
        var known when known == typeof(LocalizedText) => new LocalizedText("x"),
        var known when known == typeof(CancellationToken) => CancellationToken.None,
        { IsEnum: true } known => Enum.GetValues(known).GetValue(0),
        { IsArray: true } known => ListOf(known.GetElementType()!),
        var known when known.GetInterfaces().Prepend(known).FirstOrDefault(IsSequence) is { } sequence => SequenceOf(known, ListOf(sequence.GetGenericArguments()[0])),
        { IsValueType: true } known => Activator.CreateInstance(known),
        _ => null,
    };

    /// <summary>A row whose columns have values, with what it owns in its own table.</summary>
    public static object Row(IEntityType entity)
    {
        var row = entity.IsPropertyBag ? Activator.CreateInstance(entity.ClrType)! : RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        foreach (var property in entity.GetProperties().Where(property => !property.IsShadowProperty() && !property.ValueGenerated.HasFlag(ValueGenerated.OnAdd)))
        {
            Set(property, row, Of(property.ClrType));
        }

        foreach (var owned in entity.GetNavigations().Where(navigation => navigation is { IsCollection: false, TargetEntityType: var target } && target.IsOwned() && !navigation.IsOnDependent))
        {
            Set(owned, row, Row(owned.TargetEntityType));
        }

        return row;
    }

    private static void Set(IPropertyBase property, object row, object? value)
    {
        switch (property.GetMemberInfo(forMaterialization: true, forSet: true))
        {
            case not null when property.IsIndexerProperty():
                ((IDictionary<string, object?>)row)[property.Name] = value;
                break;
            case FieldInfo field:
                field.SetValue(row, value);
                break;
            case PropertyInfo member:
                member.SetValue(row, value);
                break;
        }
    }

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static Array ListOf(Type element)
    {
        var two = Array.CreateInstance(element, 2);
        two.SetValue(Of(element), 0);
        two.SetValue(Of(element), 1);
        return two;
    }

    private static object? SequenceOf(Type type, Array values) => type switch
    {
        _ when type.IsInstanceOfType(values) => values,
        { IsInterface: true } => Activator.CreateInstance(typeof(List<>).MakeGenericType(values.GetType().GetElementType()!), values),
        { IsNested: true } when type.DeclaringType == typeof(Dictionary<,>) => PartOf(type),
        _ => Activator.CreateInstance(type, values),
    };

    /// <summary>The keys of a dictionary, or its values: nothing else makes them.</summary>
    private static object? PartOf(Type type)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        dictionary.Add(Of(type.GetGenericArguments()[0])!, Of(type.GetGenericArguments()[1]));
        return type.Name == nameof(Dictionary<,>.KeyCollection) ? dictionary.Keys : dictionary.Values;
    }
}
