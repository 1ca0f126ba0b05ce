using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OperatingModel.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FundingMargins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Models that exist get the conventions of the method, as a new model does.
            migrationBuilder.AddColumn<double>(
                name: "FundingMargin",
                table: "Settings",
                type: "double precision",
                nullable: false,
                defaultValue: 0.01)
                .Annotation("Relational:ColumnOrder", 47);

            migrationBuilder.AddColumn<double>(
                name: "FundingRelativeMargin",
                table: "Settings",
                type: "double precision",
                nullable: false,
                defaultValue: 0.2)
                .Annotation("Relational:ColumnOrder", 48);

            migrationBuilder.AddColumn<double>(
                name: "UnfundedFrom",
                table: "Settings",
                type: "double precision",
                nullable: false,
                defaultValue: 0.02)
                .Annotation("Relational:ColumnOrder", 49);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FundingMargin",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "FundingRelativeMargin",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "UnfundedFrom",
                table: "Settings");
        }
    }
}
