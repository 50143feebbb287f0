using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChipWatch.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SourceItemDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Items_SourceId_PublishedAt",
                table: "Items",
                columns: new[] { "SourceId", "PublishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Items_SourceId_PublishedAt",
                table: "Items");
        }
    }
}
