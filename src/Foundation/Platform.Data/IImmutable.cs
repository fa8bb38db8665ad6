namespace Platform.Data;

/// <summary>
/// A row that is written once: snapshots, values entered by hand, entries of the audit trail. A correction is a new row. <see cref="CommuneContext"/>
/// and <see cref="NationalContext"/> refuse to save a change or a removal of one.
/// </summary>
public interface IImmutable;

/// <summary>Thrown instead of saving when a row that is written once was changed or removed; nothing of the save is kept.</summary>
public sealed class ImmutableRowException(string entity)
    : InvalidOperationException($"A row of '{entity}' is written once and never changed or removed: write a new one that corrects it.");
