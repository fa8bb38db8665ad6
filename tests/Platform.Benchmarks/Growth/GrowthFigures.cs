namespace Platform.Benchmarks.Growth;

/// <summary>What a run over so many communes took: seconds on the clock, bytes of working set.</summary>
internal sealed record GrowthFigures(
    int Communes, double Provision, double Snapshot, double Intake, double Dashboard, long MemoryBefore, long MemoryAfter, int OpenFiles);
