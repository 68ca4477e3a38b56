using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Koers.App.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditTargetsByCharacter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite compares by characters already; the schema has the same name in both databases
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
