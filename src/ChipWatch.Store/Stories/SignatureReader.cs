using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Stories;

/// <summary>Writes signatures as rows hold them, and reads those of now and of before. Not for several threads.</summary>
internal sealed class SignatureReader
{
    private readonly StorySignaturePack pack = new();

    /// <summary>The row of an article's signature.</summary>
    public static SignatureRow Row(long articleId, StorySignature signature) => new() { ArticleId = articleId, Packed = StorySignaturePack.Write(signature) };

    /// <summary>The signature of a row.</summary>
    /// <param name="packed">What the row holds of it as bytes; null in rows of before.</param>
    /// <param name="json">What it holds as JSON, where there are no bytes.</param>
    public StorySignature Read(byte[]? packed, string json) => packed is null ? StoredJson.Read<StorySignature>(json) : pack.Read(packed);
}
