using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChipWatch.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PackedSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Packed",
                table: "Signatures",
                type: "BLOB",
                nullable: true);

            // By hand: what the provider makes of a changed key runs outside the transaction, so a kill in the middle would leave half of it
            migrationBuilder.Sql(
                """
                CREATE TABLE "StoryKeysInOrder" (
                    "Key" TEXT NOT NULL,
                    "StoryId" INTEGER NOT NULL,
                    "LatestAt" INTEGER NOT NULL,
                    CONSTRAINT "PK_StoryKeys" PRIMARY KEY ("StoryId", "Key"),
                    CONSTRAINT "FK_StoryKeys_Stories_StoryId" FOREIGN KEY ("StoryId") REFERENCES "Stories" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "StoryKeysInOrder" ("Key", "StoryId", "LatestAt") SELECT "Key", "StoryId", "LatestAt" FROM "StoryKeys" ORDER BY "StoryId", "Key";
                DROP TABLE "StoryKeys";
                ALTER TABLE "StoryKeysInOrder" RENAME TO "StoryKeys";
                CREATE INDEX "IX_StoryKeys_Key_LatestAt_StoryId" ON "StoryKeys" ("Key", "LatestAt", "StoryId");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE "StoryKeysInOrder" (
                    "Key" TEXT NOT NULL,
                    "StoryId" INTEGER NOT NULL,
                    "LatestAt" INTEGER NOT NULL,
                    CONSTRAINT "PK_StoryKeys" PRIMARY KEY ("Key", "StoryId"),
                    CONSTRAINT "FK_StoryKeys_Stories_StoryId" FOREIGN KEY ("StoryId") REFERENCES "Stories" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "StoryKeysInOrder" ("Key", "StoryId", "LatestAt") SELECT "Key", "StoryId", "LatestAt" FROM "StoryKeys" ORDER BY "Key", "StoryId";
                DROP TABLE "StoryKeys";
                ALTER TABLE "StoryKeysInOrder" RENAME TO "StoryKeys";
                CREATE INDEX "IX_StoryKeys_Key_LatestAt" ON "StoryKeys" ("Key", "LatestAt");
                CREATE INDEX "IX_StoryKeys_StoryId" ON "StoryKeys" ("StoryId");
                """);

            migrationBuilder.DropColumn(
                name: "Packed",
                table: "Signatures");
        }
    }
}
