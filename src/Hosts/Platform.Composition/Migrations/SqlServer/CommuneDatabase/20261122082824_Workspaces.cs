using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.SqlServer.CommuneDatabase
{
    /// <inheritdoc />
    public partial class Workspaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_openness_statements_ProgrammeId_Kind_Position",
                table: "openness_statements");

            migrationBuilder.DropIndex(
                name: "IX_openness_project_indicators_ProjectId_Kind_Position",
                table: "openness_project_indicators");

            migrationBuilder.DropIndex(
                name: "IX_openness_figures_ProgrammeId_Position",
                table: "openness_figures");

            migrationBuilder.DropIndex(
                name: "IX_openness_committee_members_ProgrammeId_Position",
                table: "openness_committee_members");

            migrationBuilder.DropIndex(
                name: "IX_charter_team_tasks_CharterVersionId_Position",
                table: "charter_team_tasks");

            migrationBuilder.DropIndex(
                name: "IX_charter_team_seats_CharterVersionId_Position",
                table: "charter_team_seats");

            migrationBuilder.DropIndex(
                name: "IX_charter_references_CharterVersionId_Position",
                table: "charter_references");

            migrationBuilder.DropIndex(
                name: "IX_charter_commitments_CharterVersionId_Number",
                table: "charter_commitments");

            migrationBuilder.AddColumn<string>(
                name: "DocumentsKey",
                table: "plan_progress_entries",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                table: "plan_progress_entries",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Deliberation",
                table: "plan_plans",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForceFrom",
                table: "plan_plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "plan_plans",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "plan_plans",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "plan_plans",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SupersededOn",
                table: "plan_plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AddedOn",
                table: "plan_axes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ArchivedOn",
                table: "plan_axes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "plan_axes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "plan_axes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AddedOn",
                table: "plan_activities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ArchivedOn",
                table: "plan_activities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetSource",
                table: "plan_activities",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "plan_activities",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "plan_activities",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "outbox_messages",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "outbox_messages",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "outbox_messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Lease",
                table: "outbox_messages",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "outbox_messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "outbox_messages",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AddedOn",
                table: "openness_projects",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ArchivedOn",
                table: "openness_projects",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Lead",
                table: "openness_projects",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "openness_projects",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "openness_projects",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                table: "openness_programmes",
                type: "datetime2",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "datetime2");

            migrationBuilder.AddColumn<string>(
                name: "Deliberation",
                table: "openness_programmes",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "openness_programmes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RunsFrom",
                table: "openness_programmes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RunsTo",
                table: "openness_programmes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ArchivedOn",
                table: "openness_milestones",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "openness_milestones",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "indicator_manual_values",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "indicator_definitions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "SetAside",
                table: "indicator_definitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "EditedAt",
                table: "charter_versions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Reigning",
                table: "charter_versions",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_versions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_team_tasks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_team_seats",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_signatories",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "charter_signatories",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ModelNumber",
                table: "charter_sections",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_sections",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_rungs",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_references",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "charter_commitments",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "charter_commitments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "audit_entries",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "audit_entries",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "audit_entries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Folded",
                table: "audit_entries",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "audit_entries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginSalt",
                table: "audit_entries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginSeal",
                table: "audit_entries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Previous",
                table: "audit_entries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "audit_entries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Mail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    MailKey = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    LanguageTag = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AuthenticatorSecret = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AuthenticatorSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    InvitedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    BlockedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_commitment_entries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CommitmentKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_commitment_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_commitment_links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CommitmentKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ActivityId = table.Column<int>(type: "int", nullable: true),
                    IndicatorCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_commitment_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_commitment_links_plan_activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "plan_activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_communication_actions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reached = table.Column<int>(type: "int", nullable: true),
                    Link = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_communication_actions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_kept_texts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    For = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_kept_texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_kept_texts_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_teams",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_teams", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "charter_uses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Process = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Rung = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UsedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Actors = table.Column<int>(type: "int", nullable: true),
                    Difficulties = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Done = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Demonstration = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_uses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "commune_identity",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Accent = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Features = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Social = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Hours = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Telephone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Mail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Controller = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CndpReference = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    RightsMail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Retentions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Logo = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    LogoDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_identity", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeptBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Folded = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_submissions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Period = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_submissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Mail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    MailKey = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Areas = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LanguageTag = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    TokenDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InvitedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "openness_completions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProjectId = table.Column<int>(type: "int", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Completion = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SaidBy = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DocumentsKey = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_completions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_completions_openness_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "openness_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "openness_project_milestones",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProjectId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Output = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openness_project_milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_openness_project_milestones_openness_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "openness_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_former_references",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActivityId = table.Column<int>(type: "int", nullable: false),
                    AxisId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_former_references", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_former_references_plan_activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "plan_activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_former_references_plan_axes_AxisId",
                        column: x => x.AxisId,
                        principalTable: "plan_axes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_import_drafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Format = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Updates = table.Column<bool>(type: "bit", nullable: false),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UploadedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_import_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan_rounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PlanId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Invitation = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_rounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_rounds_plan_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "plan_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seed_ledgers",
                columns: table => new
                {
                    Feature = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Keys = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seed_ledgers", x => x.Feature);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempts",
                columns: table => new
                {
                    What = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WaitUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Round = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_attempts", x => x.What);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    FormatCode = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Blob = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Areas = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_keys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_keys_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_devices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    KeyDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_devices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_devices_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TokenDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Mail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_links_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    CredentialDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Transports = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    IsUserVerified = table.Column<bool>(type: "bit", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "bit", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "bit", nullable: false),
                    AttestationObject = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ClientDataJson = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_passkeys_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_recovery_codes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_recovery_codes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_recovery_codes_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Area = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_roles_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_sessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    KeyDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Stamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Device = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    SecondFactor = table.Column<bool>(type: "bit", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProvedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_sessions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_communication_helpers",
                columns: table => new
                {
                    CommunicationActionId = table.Column<int>(type: "int", nullable: false),
                    HelpersId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_communication_helpers", x => new { x.CommunicationActionId, x.HelpersId });
                    table.ForeignKey(
                        name: "FK_charter_communication_helpers_charter_communication_actions_CommunicationActionId",
                        column: x => x.CommunicationActionId,
                        principalTable: "charter_communication_actions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_charter_communication_helpers_charter_signatories_HelpersId",
                        column: x => x.HelpersId,
                        principalTable: "charter_signatories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_rounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    CharterVersionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Participants = table.Column<int>(type: "int", nullable: true),
                    Women = table.Column<int>(type: "int", nullable: true),
                    Said = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    KeptTextId = table.Column<int>(type: "int", nullable: false),
                    Public = table.Column<bool>(type: "bit", nullable: false),
                    HowToContribute = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_rounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_rounds_charter_kept_texts_KeptTextId",
                        column: x => x.KeptTextId,
                        principalTable: "charter_kept_texts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_charter_rounds_charter_versions_CharterVersionId",
                        column: x => x.CharterVersionId,
                        principalTable: "charter_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_team_members",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    FollowUpTeamId = table.Column<int>(type: "int", nullable: false),
                    Seat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Function = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    NamePublic = table.Column<bool>(type: "bit", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charter_team_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_charter_team_members_charter_teams_FollowUpTeamId",
                        column: x => x.FollowUpTeamId,
                        principalTable: "charter_teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_files",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DocumentId = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Variant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    FormatCode = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Blob = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Downloads = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_document_files_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_subjects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DocumentId = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_subjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_document_subjects_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_submission_steps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SubmissionId = table.Column<int>(type: "int", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_submission_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_indicator_submission_steps_indicator_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "indicator_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "upload_parts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UploadId = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<long>(type: "bigint", nullable: false),
                    Length = table.Column<int>(type: "int", nullable: false),
                    Blob = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_upload_parts_uploads_UploadId",
                        column: x => x.UploadId,
                        principalTable: "uploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "audit_head",
                columns: new[] { "Id", "Digest", "Sequence" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L });

            // What was there before is the first plan, published; rows keep their order; one charter reigns.
            migrationBuilder.Sql("EXEC(N'UPDATE [plan_plans] SET [Number] = 1, [PublishedAt] = [AddedAt]')");
            migrationBuilder.Sql("EXEC(N'UPDATE [plan_axes] SET [Position] = [Number]')");
            migrationBuilder.Sql("EXEC(N'UPDATE [plan_activities] SET [Position] = [Number]')");
            migrationBuilder.Sql("EXEC(N'UPDATE [charter_commitments] SET [Key] = CAST([Number] AS nvarchar(12))')");
            migrationBuilder.Sql("EXEC(N'UPDATE [charter_versions] SET [Reigning] = 1 WHERE [State] = ''InForce''')");

            migrationBuilder.CreateIndex(
                name: "IX_plan_plans_Number",
                table: "plan_plans",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_statements_ProgrammeId_Kind_Position",
                table: "openness_statements",
                columns: new[] { "ProgrammeId", "Kind", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_openness_project_indicators_ProjectId_Kind_Position",
                table: "openness_project_indicators",
                columns: new[] { "ProjectId", "Kind", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_openness_figures_ProgrammeId_Position",
                table: "openness_figures",
                columns: new[] { "ProgrammeId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_openness_committee_members_ProgrammeId_Position",
                table: "openness_committee_members",
                columns: new[] { "ProgrammeId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_versions_Reigning",
                table: "charter_versions",
                column: "Reigning",
                unique: true,
                filter: "[Reigning] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_tasks_CharterVersionId_Position",
                table: "charter_team_tasks",
                columns: new[] { "CharterVersionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_seats_CharterVersionId_Position",
                table: "charter_team_seats",
                columns: new[] { "CharterVersionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_references_CharterVersionId_Position",
                table: "charter_references",
                columns: new[] { "CharterVersionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitments_CharterVersionId_Key",
                table: "charter_commitments",
                columns: new[] { "CharterVersionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitments_CharterVersionId_Position",
                table: "charter_commitments",
                columns: new[] { "CharterVersionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Actor",
                table: "audit_entries",
                column: "Actor");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_At",
                table: "audit_entries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Sequence",
                table: "audit_entries",
                column: "Sequence",
                unique: true,
                filter: "[Sequence] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Verb",
                table: "audit_entries",
                column: "Verb");

            migrationBuilder.CreateIndex(
                name: "IX_access_keys_AccountId",
                table: "access_keys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_access_keys_Digest",
                table: "access_keys",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_devices_AccountId_KeyDigest",
                table: "account_devices",
                columns: new[] { "AccountId", "KeyDigest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_links_AccountId_Purpose",
                table: "account_links",
                columns: new[] { "AccountId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_account_links_TokenDigest",
                table: "account_links",
                column: "TokenDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_passkeys_AccountId",
                table: "account_passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_account_passkeys_CredentialDigest",
                table: "account_passkeys",
                column: "CredentialDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_recovery_codes_AccountId_Digest",
                table: "account_recovery_codes",
                columns: new[] { "AccountId", "Digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_roles_AccountId_Role",
                table: "account_roles",
                columns: new[] { "AccountId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_account_sessions_AccountId_EndedAt",
                table: "account_sessions",
                columns: new[] { "AccountId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_account_sessions_KeyDigest",
                table: "account_sessions",
                column: "KeyDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_MailKey",
                table: "accounts",
                column: "MailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitment_entries_CommitmentKey_On",
                table: "charter_commitment_entries",
                columns: new[] { "CommitmentKey", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitment_links_ActivityId",
                table: "charter_commitment_links",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitment_links_CommitmentKey_ActivityId_IndicatorCode",
                table: "charter_commitment_links",
                columns: new[] { "CommitmentKey", "ActivityId", "IndicatorCode" },
                unique: true,
                filter: "[ActivityId] IS NOT NULL AND [IndicatorCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_charter_communication_actions_DoneOn",
                table: "charter_communication_actions",
                column: "DoneOn");

            migrationBuilder.CreateIndex(
                name: "IX_charter_communication_helpers_HelpersId",
                table: "charter_communication_helpers",
                column: "HelpersId");

            migrationBuilder.CreateIndex(
                name: "IX_charter_kept_texts_CharterVersionId",
                table: "charter_kept_texts",
                column: "CharterVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_charter_rounds_CharterVersionId_From",
                table: "charter_rounds",
                columns: new[] { "CharterVersionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_charter_rounds_KeptTextId",
                table: "charter_rounds",
                column: "KeptTextId");

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_members_FollowUpTeamId",
                table: "charter_team_members",
                column: "FollowUpTeamId");

            migrationBuilder.CreateIndex(
                name: "IX_charter_teams_DecidedOn",
                table: "charter_teams",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_charter_uses_UsedOn",
                table: "charter_uses",
                column: "UsedOn");

            migrationBuilder.CreateIndex(
                name: "IX_document_files_DocumentId_Language_Variant_Version",
                table: "document_files",
                columns: new[] { "DocumentId", "Language", "Variant", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_document_subjects_DocumentId",
                table: "document_subjects",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_document_subjects_Subject_DocumentId",
                table: "document_subjects",
                columns: new[] { "Subject", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_Date",
                table: "documents",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_documents_PublishedAt",
                table: "documents",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_submission_steps_SubmissionId",
                table: "indicator_submission_steps",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_submissions_Period",
                table: "indicator_submissions",
                column: "Period",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_MailKey",
                table: "invitations",
                column: "MailKey");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_TokenDigest",
                table: "invitations",
                column: "TokenDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_completions_ProjectId_EffectiveOn",
                table: "openness_completions",
                columns: new[] { "ProjectId", "EffectiveOn" });

            migrationBuilder.CreateIndex(
                name: "IX_openness_project_milestones_ProjectId_Position",
                table: "openness_project_milestones",
                columns: new[] { "ProjectId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_former_references_ActivityId",
                table: "plan_former_references",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_former_references_AxisId_Number",
                table: "plan_former_references",
                columns: new[] { "AxisId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_import_drafts_UploadedAt",
                table: "plan_import_drafts",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_plan_rounds_PlanId_Number",
                table: "plan_rounds",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_attempts_LastAt",
                table: "sign_in_attempts",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_upload_parts_UploadId_Start",
                table: "upload_parts",
                columns: new[] { "UploadId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_uploads_Code",
                table: "uploads",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_keys");

            migrationBuilder.DropTable(
                name: "account_devices");

            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "account_passkeys");

            migrationBuilder.DropTable(
                name: "account_recovery_codes");

            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "account_sessions");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "charter_commitment_entries");

            migrationBuilder.DropTable(
                name: "charter_commitment_links");

            migrationBuilder.DropTable(
                name: "charter_communication_helpers");

            migrationBuilder.DropTable(
                name: "charter_rounds");

            migrationBuilder.DropTable(
                name: "charter_team_members");

            migrationBuilder.DropTable(
                name: "charter_uses");

            migrationBuilder.DropTable(
                name: "commune_identity");

            migrationBuilder.DropTable(
                name: "document_files");

            migrationBuilder.DropTable(
                name: "document_subjects");

            migrationBuilder.DropTable(
                name: "indicator_submission_steps");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "openness_completions");

            migrationBuilder.DropTable(
                name: "openness_project_milestones");

            migrationBuilder.DropTable(
                name: "plan_former_references");

            migrationBuilder.DropTable(
                name: "plan_import_drafts");

            migrationBuilder.DropTable(
                name: "plan_rounds");

            migrationBuilder.DropTable(
                name: "seed_ledgers");

            migrationBuilder.DropTable(
                name: "sign_in_attempts");

            migrationBuilder.DropTable(
                name: "upload_parts");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "charter_communication_actions");

            migrationBuilder.DropTable(
                name: "charter_kept_texts");

            migrationBuilder.DropTable(
                name: "charter_teams");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "indicator_submissions");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropIndex(
                name: "IX_plan_plans_Number",
                table: "plan_plans");

            migrationBuilder.DropIndex(
                name: "IX_openness_statements_ProgrammeId_Kind_Position",
                table: "openness_statements");

            migrationBuilder.DropIndex(
                name: "IX_openness_project_indicators_ProjectId_Kind_Position",
                table: "openness_project_indicators");

            migrationBuilder.DropIndex(
                name: "IX_openness_figures_ProgrammeId_Position",
                table: "openness_figures");

            migrationBuilder.DropIndex(
                name: "IX_openness_committee_members_ProgrammeId_Position",
                table: "openness_committee_members");

            migrationBuilder.DropIndex(
                name: "IX_charter_versions_Reigning",
                table: "charter_versions");

            migrationBuilder.DropIndex(
                name: "IX_charter_team_tasks_CharterVersionId_Position",
                table: "charter_team_tasks");

            migrationBuilder.DropIndex(
                name: "IX_charter_team_seats_CharterVersionId_Position",
                table: "charter_team_seats");

            migrationBuilder.DropIndex(
                name: "IX_charter_references_CharterVersionId_Position",
                table: "charter_references");

            migrationBuilder.DropIndex(
                name: "IX_charter_commitments_CharterVersionId_Key",
                table: "charter_commitments");

            migrationBuilder.DropIndex(
                name: "IX_charter_commitments_CharterVersionId_Position",
                table: "charter_commitments");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_Actor",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_At",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_Sequence",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_Verb",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "DocumentsKey",
                table: "plan_progress_entries");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "plan_progress_entries");

            migrationBuilder.DropColumn(
                name: "Deliberation",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "ForceFrom",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "SupersededOn",
                table: "plan_plans");

            migrationBuilder.DropColumn(
                name: "AddedOn",
                table: "plan_axes");

            migrationBuilder.DropColumn(
                name: "ArchivedOn",
                table: "plan_axes");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "plan_axes");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "plan_axes");

            migrationBuilder.DropColumn(
                name: "AddedOn",
                table: "plan_activities");

            migrationBuilder.DropColumn(
                name: "ArchivedOn",
                table: "plan_activities");

            migrationBuilder.DropColumn(
                name: "BudgetSource",
                table: "plan_activities");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "plan_activities");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "plan_activities");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "Lease",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "AddedOn",
                table: "openness_projects");

            migrationBuilder.DropColumn(
                name: "ArchivedOn",
                table: "openness_projects");

            migrationBuilder.DropColumn(
                name: "Lead",
                table: "openness_projects");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "openness_projects");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "openness_projects");

            migrationBuilder.DropColumn(
                name: "Deliberation",
                table: "openness_programmes");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "openness_programmes");

            migrationBuilder.DropColumn(
                name: "RunsFrom",
                table: "openness_programmes");

            migrationBuilder.DropColumn(
                name: "RunsTo",
                table: "openness_programmes");

            migrationBuilder.DropColumn(
                name: "ArchivedOn",
                table: "openness_milestones");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "openness_milestones");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "indicator_manual_values");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "indicator_definitions");

            migrationBuilder.DropColumn(
                name: "SetAside",
                table: "indicator_definitions");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "charter_versions");

            migrationBuilder.DropColumn(
                name: "Reigning",
                table: "charter_versions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_versions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_team_tasks");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_team_seats");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_signatories");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "charter_signatories");

            migrationBuilder.DropColumn(
                name: "ModelNumber",
                table: "charter_sections");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_sections");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_rungs");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_references");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "charter_commitments");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "charter_commitments");

            migrationBuilder.DropColumn(
                name: "After",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Folded",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "OriginSalt",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "OriginSeal",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Previous",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "audit_entries");

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                table: "openness_programmes",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "datetime2",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_statements_ProgrammeId_Kind_Position",
                table: "openness_statements",
                columns: new[] { "ProgrammeId", "Kind", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_project_indicators_ProjectId_Kind_Position",
                table: "openness_project_indicators",
                columns: new[] { "ProjectId", "Kind", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_figures_ProgrammeId_Position",
                table: "openness_figures",
                columns: new[] { "ProgrammeId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openness_committee_members_ProgrammeId_Position",
                table: "openness_committee_members",
                columns: new[] { "ProgrammeId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_tasks_CharterVersionId_Position",
                table: "charter_team_tasks",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_team_seats_CharterVersionId_Position",
                table: "charter_team_seats",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_references_CharterVersionId_Position",
                table: "charter_references",
                columns: new[] { "CharterVersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_charter_commitments_CharterVersionId_Number",
                table: "charter_commitments",
                columns: new[] { "CharterVersionId", "Number" },
                unique: true);
        }
    }
}
