using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.SqlServer.NationalDatabase
{
    /// <inheritdoc />
    public partial class EvaluationsMeetingsAndDepartures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ErasesAll",
                table: "accounts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeavesOn",
                table: "accounts",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "library_indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StartsWith = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Periodicity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Behaviour = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Steps = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_indicators", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "library_withdrawals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StartsWith = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    ReplacedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_library_withdrawals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_library_indicators_Code",
                table: "library_indicators",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_library_withdrawals_Code",
                table: "library_withdrawals",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "library_indicators");

            migrationBuilder.DropTable(
                name: "library_withdrawals");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "ErasesAll",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "LeavesOn",
                table: "accounts");
        }
    }
}
