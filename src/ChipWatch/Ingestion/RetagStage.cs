namespace ChipWatch.Ingestion;

/// <summary>What a run over all stored articles is doing.</summary>
internal enum RetagStage
{
    /// <summary>Takes articles through the rules.</summary>
    Articles,

    /// <summary>Weighs those that changed into their stories.</summary>
    Weighed,

    /// <summary>Sums the stories up.</summary>
    Stories,
}
