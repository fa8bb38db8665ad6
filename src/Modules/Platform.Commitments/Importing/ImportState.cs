using System.Text.Json.Serialization;
using Platform.Kernel.Text;

namespace Platform.Commitments.Importing;

[JsonConverter(typeof(MachineWordConverter<ImportState>))]
internal enum ImportState
{
    /// <summary>Being corrected: nothing of it has been brought in.</summary>
    Open,

    Applied,

    /// <summary>Applied and taken back.</summary>
    Undone,

    /// <summary>Given up before it was applied.</summary>
    Discarded,
}

/// <summary>How applying or undoing ended.</summary>
internal enum ImportAnswer
{
    Done,

    /// <summary>It was done before: a second click, or somebody else.</summary>
    DoneBefore,

    /// <summary>Rows are wrong, or no row would do anything: nothing was done.</summary>
    Refused,

    /// <summary>An official act is among the rows, and nobody has confirmed it: nothing was done.</summary>
    Unconfirmed,

    /// <summary>What the import added has been changed since: nothing was done.</summary>
    Touched,

    NotThere,
}
