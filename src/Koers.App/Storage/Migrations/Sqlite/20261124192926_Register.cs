using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Koers.App.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    origin = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    carries_over = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budgets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    cap = table.Column<double>(type: "REAL", nullable: true),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    target = table.Column<double>(type: "REAL", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goals", x => x.id);
                    table.ForeignKey(
                        name: "fk_goals_goals_parent_id",
                        column: x => x.parent_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "budget_year",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    budget_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_year", x => new { x.budget_id, x.year });
                    table.ForeignKey(
                        name: "fk_budget_year_budgets_budget_id",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "capacity_pools",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reserve = table.Column<double>(type: "REAL", nullable: false),
                    most_hired = table.Column<double>(type: "REAL", nullable: false),
                    hire_price = table.Column<long>(type: "INTEGER", nullable: false),
                    hire_budget_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_pools", x => x.id);
                    table.ForeignKey(
                        name: "fk_capacity_pools_budgets_hire_budget_id",
                        column: x => x.hire_budget_id,
                        principalTable: "budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_capacity_pools_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    department_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    area = table.Column<string>(type: "TEXT", nullable: true),
                    phase = table.Column<string>(type: "TEXT", nullable: true),
                    is_statutory = table.Column<bool>(type: "INTEGER", nullable: false),
                    proposer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    political_sponsor = table.Column<string>(type: "TEXT", nullable: true),
                    executive_sponsor = table.Column<string>(type: "TEXT", nullable: true),
                    lead_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_initiatives", x => x.id);
                    table.ForeignKey(
                        name: "fk_initiatives_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_initiatives_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "capacity_quarter",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity_pool_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fte = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_quarter", x => new { x.capacity_pool_id, x.year, x.quarter });
                    table.ForeignKey(
                        name: "fk_capacity_quarter_capacity_pools_capacity_pool_id",
                        column: x => x.capacity_pool_id,
                        principalTable: "capacity_pools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "variant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    duration = table.Column<int>(type: "INTEGER", nullable: false),
                    earliest_start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    latest_start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    success = table.Column<double>(type: "REAL", nullable: false),
                    initiative_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variant", x => x.id);
                    table.ForeignKey(
                        name: "fk_variant_initiatives_initiative_id",
                        column: x => x.initiative_id,
                        principalTable: "initiatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "variant_effect",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    points = table.Column<double>(type: "REAL", nullable: false),
                    variant_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variant_effect", x => x.id);
                    table.ForeignKey(
                        name: "fk_variant_effect_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_variant_effect_variant_variant_id",
                        column: x => x.variant_id,
                        principalTable: "variant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "variant_effort",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    pool_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    fte = table.Column<double>(type: "REAL", nullable: false),
                    variant_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variant_effort", x => x.id);
                    table.ForeignKey(
                        name: "fk_variant_effort_capacity_pools_pool_id",
                        column: x => x.pool_id,
                        principalTable: "capacity_pools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_variant_effort_variant_variant_id",
                        column: x => x.variant_id,
                        principalTable: "variant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "variant_spend",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    budget_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    funding_source = table.Column<string>(type: "TEXT", nullable: true),
                    variant_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variant_spend", x => x.id);
                    table.ForeignKey(
                        name: "fk_variant_spend_budgets_budget_id",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_variant_spend_variant_variant_id",
                        column: x => x.variant_id,
                        principalTable: "variant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_target_number",
                table: "audit_entries",
                columns: new[] { "target", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_budgets_code",
                table: "budgets",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_pools_code",
                table: "capacity_pools",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_pools_department_id",
                table: "capacity_pools",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_pools_hire_budget_id",
                table: "capacity_pools",
                column: "hire_budget_id");

            migrationBuilder.CreateIndex(
                name: "ix_departments_code",
                table: "departments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goals_code",
                table: "goals",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goals_parent_id",
                table: "goals",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_department_id",
                table: "initiatives",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_number",
                table: "initiatives",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_programme_id",
                table: "initiatives",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_state_number",
                table: "initiatives",
                columns: new[] { "state", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_programmes_code",
                table: "programmes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_variant_initiative_id_code",
                table: "variant",
                columns: new[] { "initiative_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_variant_effect_goal_id",
                table: "variant_effect",
                column: "goal_id");

            migrationBuilder.CreateIndex(
                name: "ix_variant_effect_variant_id",
                table: "variant_effect",
                column: "variant_id");

            migrationBuilder.CreateIndex(
                name: "ix_variant_effort_pool_id",
                table: "variant_effort",
                column: "pool_id");

            migrationBuilder.CreateIndex(
                name: "ix_variant_effort_variant_id",
                table: "variant_effort",
                column: "variant_id");

            migrationBuilder.CreateIndex(
                name: "ix_variant_spend_budget_id",
                table: "variant_spend",
                column: "budget_id");

            migrationBuilder.CreateIndex(
                name: "ix_variant_spend_variant_id",
                table: "variant_spend",
                column: "variant_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "budget_year");

            migrationBuilder.DropTable(
                name: "capacity_quarter");

            migrationBuilder.DropTable(
                name: "variant_effect");

            migrationBuilder.DropTable(
                name: "variant_effort");

            migrationBuilder.DropTable(
                name: "variant_spend");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropTable(
                name: "capacity_pools");

            migrationBuilder.DropTable(
                name: "variant");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "initiatives");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
