using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>Lists of short texts that are only ever read and written whole (goals, objectives): one JSON column each.</summary>
internal static class TextLists
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void HasTextList(this PropertyBuilder<IReadOnlyList<LocalizedText>> property) => property.HasConversion(
        texts => JsonSerializer.Serialize(texts, Json),
        json => JsonSerializer.Deserialize<List<LocalizedText>>(json, Json)!,
        new ValueComparer<IReadOnlyList<LocalizedText>>(
            (left, right) => left!.SequenceEqual(right!),
            texts => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
            texts => texts.ToList()));
}
