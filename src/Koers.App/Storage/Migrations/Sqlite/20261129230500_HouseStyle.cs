using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Koers.App.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HouseStyle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "house_styles",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    accent = table.Column<string>(type: "TEXT", nullable: false),
                    on_accent = table.Column<string>(type: "TEXT", nullable: false),
                    dark_accent = table.Column<string>(type: "TEXT", nullable: false),
                    on_dark_accent = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_house_styles", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "house_styles");
        }
    }
}
