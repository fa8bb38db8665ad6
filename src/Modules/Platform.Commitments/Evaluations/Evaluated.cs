using System.Globalization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;

namespace Platform.Commitments.Evaluations;

/// <summary>Which of the commune's documents is evaluated.</summary>
internal enum Evaluated
{
    ActionPlan,
    Openness,
    Charter,
}

/// <summary>What each of them is called in addresses, and whose it is.</summary>
internal static class EvaluatedDocuments
{
    public static IReadOnlyList<Evaluated> All { get; } = [Evaluated.ActionPlan, Evaluated.Openness, Evaluated.Charter];

    /// <summary>As the document's own address says it.</summary>
    public static string Word(this Evaluated about) => about switch
    {
        Evaluated.ActionPlan => "action-plan",
        Evaluated.Openness => "openness",
        _ => "charter",
    };

    public static Evaluated? Of(string word) => All.Where(about => about.Word() == word).Select(about => (Evaluated?)about).FirstOrDefault();

    public static Feature Feature(this Evaluated about) => about switch
    {
        Evaluated.ActionPlan => Kernel.Communes.Feature.ActionPlan,
        Evaluated.Openness => Kernel.Communes.Feature.Openness,
        _ => Kernel.Communes.Feature.Charter,
    };

    /// <summary>Who of the team opens, answers and publishes its evaluations.</summary>
    public static Area Area(this Evaluated about) => about switch
    {
        Evaluated.ActionPlan => Kernel.People.Area.ActionPlan,
        Evaluated.Openness => Kernel.People.Area.Openness,
        _ => Kernel.People.Area.Charter,
    };

    /// <summary>What judgements are made on: each thing by a key that stays when it is moved or reworded, and the document as a whole.</summary>
    public const string Whole = "whole";

    public static string OfActivity(int id) => string.Create(CultureInfo.InvariantCulture, $"activity:{id}");

    public static string OfProject(int id) => string.Create(CultureInfo.InvariantCulture, $"project:{id}");

    /// <summary>The fragment that leads to a thing in the page of an evaluation.</summary>
    public static string AnchorOf(string thing) => thing.Replace(':', '-');

    public static string OfCommitment(string key) => "commitment:" + key;
}
