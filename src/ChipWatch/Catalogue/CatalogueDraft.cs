using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>A change that was looked at and not saved yet.</summary>
/// <param name="Form">As it was typed.</param>
/// <param name="Edit">What it would change; null where it is at fault.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Preview">What it would do; null where it is at fault.</param>
public sealed record CatalogueDraft(CatalogueForm Form, CatalogueEdit? Edit, EditFault? Fault, CataloguePreview? Preview);
