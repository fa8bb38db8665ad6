using Platform.Data;

namespace Platform.Commitments.Charter;

/// <summary>What a version of the charter is made of, each edited in a form of its own.</summary>
internal interface ICharterItem : IRevised
{
    int Id { get; }

    int CharterVersionId { get; }

    int Position { get; }
}
