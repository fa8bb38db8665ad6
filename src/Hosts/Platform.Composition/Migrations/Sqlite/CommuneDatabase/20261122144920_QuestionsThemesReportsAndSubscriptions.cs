using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Composition.Migrations.Sqlite.CommuneDatabase
{
    /// <inheritdoc />
    public partial class QuestionsThemesReportsAndSubscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_State_ReceivedAt",
                table: "remarks");

            migrationBuilder.AddColumn<bool>(
                name: "HasLink",
                table: "remarks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "remarks",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Became",
                table: "decisions",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "contributions",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksProof",
                table: "consultations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsResultsWhileOpen",
                table: "consultations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "consultation_matters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MergedInto",
                table: "consultation_matters",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "commune_neighbourhoods",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_neighbourhoods", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consultation_questions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Help = table.Column<string>(type: "TEXT", nullable: true),
                    Required = table.Column<bool>(type: "INTEGER", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: true),
                    AfterChoice = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_questions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "remark_assignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RemarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remark_assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remark_assignments_remarks_RemarkId",
                        column: x => x.RemarkId,
                        principalTable: "remarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_reports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Remarks = table.Column<int>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_reports_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spent_puzzles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TicketDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spent_puzzles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscribers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: true),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    LanguageTag = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WantedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscribers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscription_requests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    LanguageTag = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_themes_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_question_options",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_question_options", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_question_options_consultation_questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "consultation_questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_answers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ContributionId = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Choice = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeldFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HeldNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LeftOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Shuffle = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_question_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_question_answers_consultation_questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "consultation_questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_question_answers_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_question_answers_contributions_ContributionId",
                        column: x => x.ContributionId,
                        principalTable: "contributions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_report_parts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Remarks = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_report_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_report_parts_round_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "round_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_subscriptions_subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "remark_themes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RemarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    ThemeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remark_themes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_remark_themes_remarks_RemarkId",
                        column: x => x.RemarkId,
                        principalTable: "remarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_remark_themes_themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_ReceivedAt_Id_State_Kind_DecisionId",
                table: "remarks",
                columns: new[] { "ConsultationId", "ReceivedAt", "Id", "State", "Kind", "DecisionId" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_State_Id_Kind_MatterId_DecisionId_ContributionId",
                table: "remarks",
                columns: new[] { "ConsultationId", "State", "Id", "Kind", "MatterId", "DecisionId", "ContributionId" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_State_ReceivedAt_Id_Kind_DecisionId",
                table: "remarks",
                columns: new[] { "ConsultationId", "State", "ReceivedAt", "Id", "Kind", "DecisionId" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_State_Supports_Id_Kind",
                table: "remarks",
                columns: new[] { "ConsultationId", "State", "Supports", "Id", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_Wording",
                table: "remarks",
                columns: new[] { "ConsultationId", "Wording" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_ConsultationId_Origin",
                table: "contributions",
                columns: new[] { "ConsultationId", "Origin" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_matters_ConsultationId_ParentKey",
                table: "consultation_matters",
                columns: new[] { "ConsultationId", "ParentKey" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_question_options_QuestionId_Number",
                table: "consultation_question_options",
                columns: new[] { "QuestionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultation_questions_ConsultationId_Number",
                table: "consultation_questions",
                columns: new[] { "ConsultationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_question_answers_ConsultationId_ContributionId_QuestionId_Choice_LeftOutAt",
                table: "question_answers",
                columns: new[] { "ConsultationId", "ContributionId", "QuestionId", "Choice", "LeftOutAt" });

            migrationBuilder.CreateIndex(
                name: "IX_question_answers_ConsultationId_State",
                table: "question_answers",
                columns: new[] { "ConsultationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_question_answers_ContributionId",
                table: "question_answers",
                column: "ContributionId");

            migrationBuilder.CreateIndex(
                name: "IX_question_answers_QuestionId",
                table: "question_answers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_remark_assignments_Account",
                table: "remark_assignments",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_remark_assignments_RemarkId",
                table: "remark_assignments",
                column: "RemarkId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remark_themes_RemarkId_ThemeId",
                table: "remark_themes",
                columns: new[] { "RemarkId", "ThemeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_remark_themes_ThemeId",
                table: "remark_themes",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_round_report_parts_ReportId_File_Number",
                table: "round_report_parts",
                columns: new[] { "ReportId", "File", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_reports_ConsultationId_Version",
                table: "round_reports",
                columns: new[] { "ConsultationId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spent_puzzles_At",
                table: "spent_puzzles",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_spent_puzzles_Digest",
                table: "spent_puzzles",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscribers_Key",
                table: "subscribers",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscribers_NextOn_ToldUntil",
                table: "subscribers",
                columns: new[] { "NextOn", "ToldUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_subscribers_Secret",
                table: "subscribers",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscription_requests_Digest",
                table: "subscription_requests",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscription_requests_Key",
                table: "subscription_requests",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_SubscriberId_Subject",
                table: "subscriptions",
                columns: new[] { "SubscriberId", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_themes_ConsultationId_Folded",
                table: "themes",
                columns: new[] { "ConsultationId", "Folded" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commune_neighbourhoods");

            migrationBuilder.DropTable(
                name: "consultation_question_options");

            migrationBuilder.DropTable(
                name: "question_answers");

            migrationBuilder.DropTable(
                name: "remark_assignments");

            migrationBuilder.DropTable(
                name: "remark_themes");

            migrationBuilder.DropTable(
                name: "round_report_parts");

            migrationBuilder.DropTable(
                name: "spent_puzzles");

            migrationBuilder.DropTable(
                name: "subscription_requests");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "consultation_questions");

            migrationBuilder.DropTable(
                name: "themes");

            migrationBuilder.DropTable(
                name: "round_reports");

            migrationBuilder.DropTable(
                name: "subscribers");

            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_ReceivedAt_Id_State_Kind_DecisionId",
                table: "remarks");

            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_State_Id_Kind_MatterId_DecisionId_ContributionId",
                table: "remarks");

            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_State_ReceivedAt_Id_Kind_DecisionId",
                table: "remarks");

            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_State_Supports_Id_Kind",
                table: "remarks");

            migrationBuilder.DropIndex(
                name: "IX_remarks_ConsultationId_Wording",
                table: "remarks");

            migrationBuilder.DropIndex(
                name: "IX_contributions_ConsultationId_Origin",
                table: "contributions");

            migrationBuilder.DropIndex(
                name: "IX_consultation_matters_ConsultationId_ParentKey",
                table: "consultation_matters");

            migrationBuilder.DropColumn(
                name: "HasLink",
                table: "remarks");

            migrationBuilder.DropColumn(
                name: "Wording",
                table: "remarks");

            migrationBuilder.DropColumn(
                name: "Became",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "AsksProof",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "ShowsResultsWhileOpen",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "consultation_matters");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "consultation_matters");

            migrationBuilder.CreateIndex(
                name: "IX_remarks_ConsultationId_State_ReceivedAt",
                table: "remarks",
                columns: new[] { "ConsultationId", "State", "ReceivedAt" });
        }
    }
}
