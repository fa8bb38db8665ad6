using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.SqlServer.NationalDatabase
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Verb = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Province = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Region = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    Accent = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Hosts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Confirmed = table.Column<bool>(type: "bit", nullable: false),
                    ConfirmationNote = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProvisionedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SchemaVersion = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Job = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Only = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CommunesTotal = table.Column<int>(type: "int", nullable: false),
                    CommunesDone = table.Column<int>(type: "int", nullable: false),
                    CommunesFailed = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "national_communes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ArabicKey = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    FrenchKey = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Province = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ProvinceCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    Programmes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_national_communes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "commune_memberships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Cohort = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Confirmed = table.Column<bool>(type: "bit", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CommuneId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_commune_memberships_communes_CommuneId",
                        column: x => x.CommuneId,
                        principalTable: "communes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_run_communes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    Commune = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_run_communes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_job_run_communes_job_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "job_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "national_progress",
                columns: table => new
                {
                    CommuneCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CharterStage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CharterAdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanStage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    PlanAdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OpennessStage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Activities = table.Column<int>(type: "int", nullable: false),
                    CompletedActivities = table.Column<int>(type: "int", nullable: false),
                    Progress = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_national_progress", x => new { x.CommuneCode, x.Period });
                    table.ForeignKey(
                        name: "FK_national_progress_national_communes_CommuneCode",
                        column: x => x.CommuneCode,
                        principalTable: "national_communes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "national_snapshots",
                columns: table => new
                {
                    CommuneCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Latest = table.Column<bool>(type: "bit", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Numerator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Denominator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    MeasuredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Track = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_national_snapshots", x => new { x.CommuneCode, x.Indicator, x.Period, x.Version });
                    table.ForeignKey(
                        name: "FK_national_snapshots_national_communes_CommuneCode",
                        column: x => x.CommuneCode,
                        principalTable: "national_communes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "national_axis_progress",
                columns: table => new
                {
                    CommuneCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    StandardAxis = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Activities = table.Column<int>(type: "int", nullable: false),
                    Completed = table.Column<int>(type: "int", nullable: false),
                    Progress = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    ProgressPoints = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    WeighedActivities = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_national_axis_progress", x => new { x.CommuneCode, x.Period, x.Number });
                    table.ForeignKey(
                        name: "FK_national_axis_progress_national_progress_CommuneCode_Period",
                        columns: x => new { x.CommuneCode, x.Period },
                        principalTable: "national_progress",
                        principalColumns: new[] { "CommuneCode", "Period" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Subject",
                table: "audit_entries",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_commune_memberships_CommuneId",
                table: "commune_memberships",
                column: "CommuneId");

            migrationBuilder.CreateIndex(
                name: "IX_communes_Code",
                table: "communes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communes_Slug",
                table: "communes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_run_communes_RunId_Commune",
                table: "job_run_communes",
                columns: new[] { "RunId", "Commune" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_runs_Job_Key",
                table: "job_runs",
                columns: new[] { "Job", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_runs_State_LeaseUntil",
                table: "job_runs",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_national_axis_progress_Period_StandardAxis_CommuneCode",
                table: "national_axis_progress",
                columns: new[] { "Period", "StandardAxis", "CommuneCode" });

            migrationBuilder.CreateIndex(
                name: "IX_national_communes_RegionCode_ProvinceCode",
                table: "national_communes",
                columns: new[] { "RegionCode", "ProvinceCode" });

            migrationBuilder.CreateIndex(
                name: "IX_national_communes_Slug",
                table: "national_communes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_national_progress_Period_CommuneCode",
                table: "national_progress",
                columns: new[] { "Period", "CommuneCode" });

            migrationBuilder.CreateIndex(
                name: "IX_national_snapshots_Indicator_Period_Latest_CommuneCode",
                table: "national_snapshots",
                columns: new[] { "Indicator", "Period", "Latest", "CommuneCode" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "commune_memberships");

            migrationBuilder.DropTable(
                name: "job_run_communes");

            migrationBuilder.DropTable(
                name: "national_axis_progress");

            migrationBuilder.DropTable(
                name: "national_snapshots");

            migrationBuilder.DropTable(
                name: "communes");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "national_progress");

            migrationBuilder.DropTable(
                name: "national_communes");
        }
    }
}
