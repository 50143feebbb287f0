using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChipWatch.Store.Rows;

/// <summary>One state of an article. Never changed once written, but that better rules may read its original again.</summary>
internal sealed class RevisionRow
{
    public long Id { get; init; }

    public required long ArticleId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required string Title { get; init; }

    public string? Byline { get; init; }

    public string? Image { get; init; }

    public int Words { get; init; }

    /// <summary>SHA-256 of title and text.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>What it means that it follows the one before, as JSON; "[]" for the first.</summary>
    public string Changes { get; init; } = "[]";

    /// <summary>Words of the one before that went.</summary>
    public int WordsRemoved { get; init; }

    /// <summary>Words that came.</summary>
    public int WordsAdded { get; init; }

    public required RevisionBodyRow Body { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<RevisionRow>
    {
        public void Configure(EntityTypeBuilder<RevisionRow> builder)
        {
            builder.ToTable("Revisions").HasKey(r => r.Id);
            builder.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
            builder.HasIndex(r => r.SeenAt);
            builder.HasIndex(r => r.ContentHash);
            builder.Property(r => r.Changes).HasDefaultValue("[]");
            builder.HasOne<ArticleRow>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne(r => r.Body).WithOne().HasForeignKey<RevisionBodyRow>(b => b.RevisionId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>The long part of a revision, apart so that lists never read it.</summary>
internal sealed class RevisionBodyRow
{
    public long RevisionId { get; init; }

    public required string Text { get; init; }

    /// <summary>The blocks of <see cref="Text"/> as JSON: always read whole, beside their text.</summary>
    public required string Blocks { get; init; }

    /// <summary>The links of <see cref="Text"/> to other sites, as JSON.</summary>
    public string Links { get; init; } = "[]";

    /// <summary>The body as sanitised HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The page as it was fetched, Brotli, so that it can be read again by better rules; null where the feed gave the text.</summary>
    public byte[]? Original { get; init; }

    /// <summary>The Content-Type with which it came: names its encoding.</summary>
    public string? OriginalType { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<RevisionBodyRow>
    {
        public void Configure(EntityTypeBuilder<RevisionBodyRow> builder)
        {
            builder.ToTable("RevisionBodies").HasKey(b => b.RevisionId);
            builder.Property(b => b.Links).HasDefaultValue("[]");
        }
    }
}
