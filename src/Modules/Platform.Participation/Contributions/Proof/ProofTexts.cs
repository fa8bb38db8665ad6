namespace Platform.Participation.Contributions.Proof;

/// <summary>Names the texts of the proof of work: <c>ProofTexts.ar.resx</c> and <c>ProofTexts.fr.resx</c> beside this file.</summary>
internal sealed class ProofTexts;
