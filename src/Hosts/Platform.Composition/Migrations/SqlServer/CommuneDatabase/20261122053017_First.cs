using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.SqlServer.CommuneDatabase
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
                name: "charter_signatories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Capacity = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Ceremony = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_signatories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_versions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Session = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Deliberation = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TeamSourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    TeamSourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_definitions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Periodicity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Behaviour = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Derive = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RollUp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RankingFloor = table.Column<int>(type: "int", nullable: true),
                    MeasureKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Responsible = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LinkedTo = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Scale = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Sources = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Target_Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Target_Due = table.Column<DateOnly>(type: "date", nullable: true),
                    Target_Statement = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Baseline_Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Baseline_On = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_definitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "openness_networks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Charter = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_networks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "openness_programmes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Session = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DecisionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionNumber = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    DecisionText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CommitteeSourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    CommitteeSourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan_plans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Session = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Frame = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Goals = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_commitments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Party = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_commitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_commitments_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_references",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_references", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_references_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_rungs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Rung = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_rungs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_rungs_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_sections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ParentKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Number = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_sections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_sections_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_team_seats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Function = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_team_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_team_seats_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_team_tasks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_team_tasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_team_tasks_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_manual_values",
                columns: table => new
                {
                    IndicatorId = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    PeriodEnd = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Numerator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Denominator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Source = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_manual_values", x => new { x.IndicatorId, x.Period, x.Version });
                    table.ForeignKey(
                        name: "FK_indicator_manual_values_indicator_definitions_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "indicator_definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_snapshots",
                columns: table => new
                {
                    IndicatorId = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Periodicity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PeriodStart = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Numerator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Denominator = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    MeasuredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MeasureKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    MeasureVersion = table.Column<int>(type: "int", nullable: true),
                    RowDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Author = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_snapshots", x => new { x.IndicatorId, x.Period, x.Version });
                    table.ForeignKey(
                        name: "FK_indicator_snapshots_indicator_definitions_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "indicator_definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_committee_members",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Function = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Role = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_committee_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_committee_members_openness_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "openness_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_figures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Value = table.Column<int>(type: "int", nullable: false),
                    Event = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_figures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_figures_openness_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "openness_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_milestones",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Precision = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Kept = table.Column<bool>(type: "bit", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_milestones_openness_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "openness_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_projects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CardTitle = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CardNumber = table.Column<int>(type: "int", nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Solutions = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Funding = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_projects_openness_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "openness_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_statements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_statements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_statements_openness_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "openness_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_axes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PlanId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    StandardAxis = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Objectives = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_axes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_axes_plan_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "plan_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_preparation_events",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PlanId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_preparation_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_preparation_events_plan_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "plan_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_project_indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProjectId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_project_indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_project_indicators_openness_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "openness_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_activities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AxisId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Priority = table.Column<int>(type: "int", nullable: true),
                    Origin = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Weight = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    PlannedStart = table.Column<DateOnly>(type: "date", nullable: true),
                    PlannedEnd = table.Column<DateOnly>(type: "date", nullable: true),
                    Responsible = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Partners = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    OpennessProject = table.Column<int>(type: "int", nullable: true),
                    Missing = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SourceDocument = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SourceSection = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_activities_plan_axes_AxisId",
                        column: x => x.AxisId,
                        principalTable: "plan_axes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_success_indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AxisId = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_success_indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_success_indicators_plan_axes_AxisId",
                        column: x => x.AxisId,
                        principalTable: "plan_axes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_activity_indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActivityId = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_activity_indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_activity_indicators_plan_activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "plan_activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_progress_entries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActivityId = table.Column<int>(type: "int", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SaidBy = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_progress_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_progress_entries_plan_activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "plan_activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Subject",
                table: "audit_entries",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitments_CharterVersionId_Number",
                table: "charter_commitments",
                columns: new[] { "CharterVersionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_references_CharterVersionId_Position",
                table: "charter_references",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_rungs_CharterVersionId_Rung",
                table: "charter_rungs",
                columns: new[] { "CharterVersionId", "Rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_sections_CharterVersionId_Key",
                table: "charter_sections",
                columns: new[] { "CharterVersionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_signatories_SignedOn_Kind",
                table: "charter_signatories",
                columns: new[] { "SignedOn", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_seats_CharterVersionId_Position",
                table: "charter_team_seats",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_tasks_CharterVersionId_Position",
                table: "charter_team_tasks",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_versions_Number",
                table: "charter_versions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_definitions_Code",
                table: "indicator_definitions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_manual_values_PeriodEnd",
                table: "indicator_manual_values",
                column: "PeriodEnd");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_snapshots_PeriodStart",
                table: "indicator_snapshots",
                column: "PeriodStart");

            migrationBuilder.CreateIndex(
                name: "IX_openness_committee_members_ProgrammeId_Position",
                table: "openness_committee_members",
                columns: new[] { "ProgrammeId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_figures_ProgrammeId_Position",
                table: "openness_figures",
                columns: new[] { "ProgrammeId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_milestones_ProgrammeId_From",
                table: "openness_milestones",
                columns: new[] { "ProgrammeId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_openness_networks_Position",
                table: "openness_networks",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_project_indicators_ProjectId_Kind_Position",
                table: "openness_project_indicators",
                columns: new[] { "ProjectId", "Kind", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_projects_ProgrammeId_Number",
                table: "openness_projects",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_statements_ProgrammeId_Kind_Position",
                table: "openness_statements",
                columns: new[] { "ProgrammeId", "Kind", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_DeliveredAt_Id",
                table: "outbox_messages",
                columns: new[] { "DeliveredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_activities_AxisId_Number",
                table: "plan_activities",
                columns: new[] { "AxisId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_activity_indicators_ActivityId",
                table: "plan_activity_indicators",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_axes_PlanId_Number",
                table: "plan_axes",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_preparation_events_PlanId",
                table: "plan_preparation_events",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_progress_entries_ActivityId_EffectiveOn",
                table: "plan_progress_entries",
                columns: new[] { "ActivityId", "EffectiveOn" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_progress_entries_RecordedAt",
                table: "plan_progress_entries",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_plan_success_indicators_AxisId",
                table: "plan_success_indicators",
                column: "AxisId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "charter_commitments");

            migrationBuilder.DropTable(
                name: "charter_references");

            migrationBuilder.DropTable(
                name: "charter_rungs");

            migrationBuilder.DropTable(
                name: "charter_sections");

            migrationBuilder.DropTable(
                name: "charter_signatories");

            migrationBuilder.DropTable(
                name: "charter_team_seats");

            migrationBuilder.DropTable(
                name: "charter_team_tasks");

            migrationBuilder.DropTable(
                name: "indicator_manual_values");

            migrationBuilder.DropTable(
                name: "indicator_snapshots");

            migrationBuilder.DropTable(
                name: "openness_committee_members");

            migrationBuilder.DropTable(
                name: "openness_figures");

            migrationBuilder.DropTable(
                name: "openness_milestones");

            migrationBuilder.DropTable(
                name: "openness_networks");

            migrationBuilder.DropTable(
                name: "openness_project_indicators");

            migrationBuilder.DropTable(
                name: "openness_statements");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "plan_activity_indicators");

            migrationBuilder.DropTable(
                name: "plan_preparation_events");

            migrationBuilder.DropTable(
                name: "plan_progress_entries");

            migrationBuilder.DropTable(
                name: "plan_success_indicators");

            migrationBuilder.DropTable(
                name: "charter_versions");

            migrationBuilder.DropTable(
                name: "indicator_definitions");

            migrationBuilder.DropTable(
                name: "openness_projects");

            migrationBuilder.DropTable(
                name: "plan_activities");

            migrationBuilder.DropTable(
                name: "openness_programmes");

            migrationBuilder.DropTable(
                name: "plan_axes");

            migrationBuilder.DropTable(
                name: "plan_plans");
        }
    }
}
