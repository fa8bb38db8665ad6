namespace Platform.Kernel.Jobs;

/// <summary>What a room forgets at night that communes alone have; the nation's night does not know it.</summary>
public interface ICommuneUpkeep : IUpkeep;
