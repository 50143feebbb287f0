using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChipWatch.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SourceWishes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Wishes",
                table: "Sources",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Wishes",
                table: "Sources");
        }
    }
}
