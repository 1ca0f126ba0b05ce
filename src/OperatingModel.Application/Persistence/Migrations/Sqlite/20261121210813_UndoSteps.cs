using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OperatingModel.Application.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UndoSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Operations_ModelId",
                table: "Operations");

            migrationBuilder.AddColumn<bool>(
                name: "IsUndone",
                table: "Operations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "LastRevision",
                table: "Operations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "UserId",
                table: "Operations",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Operations_ModelId_UserId_Revision",
                table: "Operations",
                columns: new[] { "ModelId", "UserId", "Revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Operations_ModelId_UserId_Revision",
                table: "Operations");

            migrationBuilder.DropColumn(
                name: "IsUndone",
                table: "Operations");

            migrationBuilder.DropColumn(
                name: "LastRevision",
                table: "Operations");

            migrationBuilder.DropColumn(
                name: "UserId",
                table: "Operations");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_ModelId",
                table: "Operations",
                column: "ModelId");
        }
    }
}
