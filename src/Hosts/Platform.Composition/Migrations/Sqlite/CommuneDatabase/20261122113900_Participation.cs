using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.Sqlite.CommuneDatabase
{
    /// <inheritdoc />
    public partial class Participation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_openness_networks_Position",
                table: "openness_networks");

            migrationBuilder.AddColumn<string>(
                name: "DocumentsKey",
                table: "openness_networks",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "JoinedOn",
                table: "openness_networks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "openness_networks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "openness_networks",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "openness_networks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "DefinitionVersion",
                table: "indicator_snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "DefinitionVersion",
                table: "indicator_definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "charter_uses",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Demonstration",
                table: "charter_teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "DocumentsKey",
                table: "charter_teams",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentsKey",
                table: "charter_signatories",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GovernedBy",
                table: "accounts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_external_identities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_external_identities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_external_identities_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commune_portal_figures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Feature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Answered = table.Column<int>(type: "INTEGER", nullable: true),
                    InTime = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_portal_figures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_reminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Receivers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_reminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "processes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Aim = table.Column<string>(type: "TEXT", nullable: false),
                    Rung = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenToInfluence = table.Column<string>(type: "TEXT", nullable: true),
                    Settled = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Concerned = table.Column<string>(type: "TEXT", nullable: true),
                    HowToTakePart = table.Column<string>(type: "TEXT", nullable: true),
                    Team = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosingNote = table.Column<string>(type: "TEXT", nullable: true),
                    Demonstration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TakesIdeas = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesPriorities = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswersBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    VisitorsMayAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Moderation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnnouncedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportNote = table.Column<string>(type: "TEXT", nullable: true),
                    Demonstration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultations_processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_stages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProcessId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_process_stages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_process_stages_processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_extensions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_extensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_extensions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ParentKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_matters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_matters_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Competent = table.Column<string>(type: "TEXT", nullable: true),
                    Change = table.Column<string>(type: "TEXT", nullable: true),
                    ChangeLink = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decisions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_series",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Printed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_series", x => x.Id);
                    table.ForeignKey(
                        name: "FK_paper_series_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Association = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ShownAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AgeGroup = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Gender = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Neighbourhood = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Vulnerable = table.Column<bool>(type: "INTEGER", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_participants_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TicketDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TrackingDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PaperCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Clerk = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contributions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contributions_participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "remarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ContributionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MatterId = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeldFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Supports = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remarks_consultation_matters_MatterId",
                        column: x => x.MatterId,
                        principalTable: "consultation_matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_remarks_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_remarks_contributions_ContributionId",
                        column: x => x.ContributionId,
                        principalTable: "contributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_remarks_decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RemarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opinions_remarks_RemarkId",
                        column: x => x.RemarkId,
                        principalTable: "remarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "remark_supports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RemarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remark_supports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remark_supports_remarks_RemarkId",
                        column: x => x.RemarkId,
                        principalTable: "remarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_openness_networks_Position",
                table: "openness_networks",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_charter_uses_Subject",
                table: "charter_uses",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_external_identities_AccountId",
                table: "account_external_identities",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_account_external_identities_Digest",
                table: "account_external_identities",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commune_portal_figures_Feature_Period",
                table: "commune_portal_figures",
                columns: new[] { "Feature", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultation_extensions_ConsultationId",
                table: "consultation_extensions",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_matters_ConsultationId_Key",
                table: "consultation_matters",
                columns: new[] { "ConsultationId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultations_ProcessId",
                table: "consultations",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_Slug",
                table: "consultations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ConsultationId_PaperCode",
                table: "contributions",
                columns: new[] { "ConsultationId", "PaperCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ParticipantId",
                table: "contributions",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_contributions_TicketDigest",
                table: "contributions",
                column: "TicketDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_TrackingDigest",
                table: "contributions",
                column: "TrackingDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decisions_ConsultationId_PublishedAt",
                table: "decisions",
                columns: new[] { "ConsultationId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_reminders_Period_DueOn_Step",
                table: "indicator_reminders",
                columns: new[] { "Period", "DueOn", "Step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_opinions_RemarkId_Account",
                table: "opinions",
                columns: new[] { "RemarkId", "Account" });

            migrationBuilder.CreateIndex(
                name: "IX_paper_series_ConsultationId",
                table: "paper_series",
                column: "ConsultationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_participants_Account",
                table: "participants",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_participants_ConsultationId_Key",
                table: "participants",
                columns: new[] { "ConsultationId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_process_stages_ProcessId_Position",
                table: "process_stages",
                columns: new[] { "ProcessId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_processes_Slug",
                table: "processes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remark_supports_RemarkId_Key",
                table: "remark_supports",
                columns: new[] { "RemarkId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_DecisionId",
                table: "remarks",
                columns: new[] { "ConsultationId", "DecisionId" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_MatterId",
                table: "remarks",
                columns: new[] { "ConsultationId", "MatterId" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_State_ReceivedAt",
                table: "remarks",
                columns: new[] { "ConsultationId", "State", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ContributionId",
                table: "remarks",
                column: "ContributionId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_DecisionId",
                table: "remarks",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_MatterId",
                table: "remarks",
                column: "MatterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_external_identities");

            migrationBuilder.DropTable(
                name: "commune_portal_figures");

            migrationBuilder.DropTable(
                name: "consultation_extensions");

            migrationBuilder.DropTable(
                name: "indicator_reminders");

            migrationBuilder.DropTable(
                name: "opinions");

            migrationBuilder.DropTable(
                name: "paper_series");

            migrationBuilder.DropTable(
                name: "process_stages");

            migrationBuilder.DropTable(
                name: "remark_supports");

            migrationBuilder.DropTable(
                name: "remarks");

            migrationBuilder.DropTable(
                name: "consultation_matters");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "processes");

            migrationBuilder.DropIndex(
                name: "IX_openness_networks_Position",
                table: "openness_networks");

            migrationBuilder.DropIndex(
                name: "IX_charter_uses_Subject",
                table: "charter_uses");

            migrationBuilder.DropColumn(
                name: "DocumentsKey",
                table: "openness_networks");

            migrationBuilder.DropColumn(
                name: "JoinedOn",
                table: "openness_networks");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "openness_networks");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "openness_networks");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "openness_networks");

            migrationBuilder.DropColumn(
                name: "DefinitionVersion",
                table: "indicator_snapshots");

            migrationBuilder.DropColumn(
                name: "DefinitionVersion",
                table: "indicator_definitions");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "charter_uses");

            migrationBuilder.DropColumn(
                name: "Demonstration",
                table: "charter_teams");

            migrationBuilder.DropColumn(
                name: "DocumentsKey",
                table: "charter_teams");

            migrationBuilder.DropColumn(
                name: "DocumentsKey",
                table: "charter_signatories");

            migrationBuilder.DropColumn(
                name: "GovernedBy",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "IX_openness_networks_Position",
                table: "openness_networks",
                column: "Position",
                unique: true);
        }
    }
}
