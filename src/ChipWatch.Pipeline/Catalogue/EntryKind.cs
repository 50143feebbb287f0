namespace ChipWatch.Pipeline.Catalogue;

/// <summary>The lists of the catalogue that people may change.</summary>
public enum EntryKind
{
    /// <summary>A company; with stories it is a vendor.</summary>
    Company,

    /// <summary>A chip, family, system, link or memory.</summary>
    Chip,

    /// <summary>A topic with its weighted terms.</summary>
    Topic,

    /// <summary>An outlet or agency that texts credit.</summary>
    Outlet,
}
