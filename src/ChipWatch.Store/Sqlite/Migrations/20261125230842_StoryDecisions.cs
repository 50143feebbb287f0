using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChipWatch.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StoryDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FromStoryId",
                table: "StoryRungs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowsId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_FollowUps_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoryDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherStoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    Articles = table.Column<string>(type: "TEXT", nullable: false),
                    Stays = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryDecisions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles",
                column: "FirstSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Waiting",
                table: "Articles",
                column: "Id",
                filter: "\"StoryReason\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_FollowsId",
                table: "FollowUps",
                column: "FollowsId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "StoryDecisions");

            migrationBuilder.DropIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_Waiting",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "FromStoryId",
                table: "StoryRungs");
        }
    }
}
