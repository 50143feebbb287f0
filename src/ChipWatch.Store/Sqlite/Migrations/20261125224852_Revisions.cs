using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChipWatch.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Changes",
                table: "Revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "WordsAdded",
                table: "Revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WordsRemoved",
                table: "Revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OriginalType",
                table: "RevisionBodies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ContentHash",
                table: "Items",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAddresses", x => x.Url);
                    table.ForeignKey(
                        name: "FK_FormerAddresses_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Rereadings",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rereadings", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_Rereadings_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_ContentHash",
                table: "Revisions",
                column: "ContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_SeenAt",
                table: "Revisions",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_FormerAddresses_ArticleId",
                table: "FormerAddresses",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Rereadings_NextAt",
                table: "Rereadings",
                column: "NextAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerAddresses");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "Rereadings");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_ContentHash",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_SeenAt",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Changes",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "WordsAdded",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "WordsRemoved",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "OriginalType",
                table: "RevisionBodies");

            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "Items");
        }
    }
}
