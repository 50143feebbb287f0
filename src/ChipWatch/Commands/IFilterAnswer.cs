using System.Text.Json;

namespace ChipWatch.Commands;

/// <summary>An answer that writes itself: filters start for a few lines of input, and what a serializer learns of a type by reflection costs more than they do.</summary>
internal interface IFilterAnswer
{
    /// <summary>Writes the answer's members into the object that is open.</summary>
    void WriteMembers(Utf8JsonWriter json);
}
