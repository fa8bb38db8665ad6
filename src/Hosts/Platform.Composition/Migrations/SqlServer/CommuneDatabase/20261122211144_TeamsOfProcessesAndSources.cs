using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.SqlServer.CommuneDatabase
{
    /// <inheritdoc />
    public partial class TeamsOfProcessesAndSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SourceDocument",
                table: "openness_statements",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceSection",
                table: "openness_statements",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Demonstration",
                table: "evaluations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "process_members",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProcessId = table.Column<int>(type: "int", nullable: false),
                    Account = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_process_members_processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_process_members_Account",
                table: "process_members",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_process_members_ProcessId_Account",
                table: "process_members",
                columns: new[] { "ProcessId", "Account" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "process_members");

            migrationBuilder.DropColumn(
                name: "SourceDocument",
                table: "openness_statements");

            migrationBuilder.DropColumn(
                name: "SourceSection",
                table: "openness_statements");

            migrationBuilder.DropColumn(
                name: "Demonstration",
                table: "evaluations");
        }
    }
}
