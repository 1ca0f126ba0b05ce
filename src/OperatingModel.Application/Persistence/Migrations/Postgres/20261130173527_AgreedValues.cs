using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OperatingModel.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AgreedValues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Confidence",
                table: "CampaignAgreements",
                type: "text",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 12);

            migrationBuilder.AddColumn<int>(
                name: "Current",
                table: "CampaignAgreements",
                type: "integer",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 10);

            migrationBuilder.AddColumn<int>(
                name: "Importance",
                table: "CampaignAgreements",
                type: "integer",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 9);

            migrationBuilder.AddColumn<string>(
                name: "Proposal",
                table: "CampaignAgreements",
                type: "text",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 13);

            migrationBuilder.AddColumn<int>(
                name: "Target",
                table: "CampaignAgreements",
                type: "integer",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 11);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Confidence",
                table: "CampaignAgreements");

            migrationBuilder.DropColumn(
                name: "Current",
                table: "CampaignAgreements");

            migrationBuilder.DropColumn(
                name: "Importance",
                table: "CampaignAgreements");

            migrationBuilder.DropColumn(
                name: "Proposal",
                table: "CampaignAgreements");

            migrationBuilder.DropColumn(
                name: "Target",
                table: "CampaignAgreements");
        }
    }
}
