using Platform.Kernel.Communes;

namespace Platform.Ui.Sites;

/// <summary>Says which feature a page or endpoint belongs to: where the commune does without it, it is not found.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FeatureAttribute(Feature feature) : Attribute
{
    public Feature Feature { get; } = feature;
}
