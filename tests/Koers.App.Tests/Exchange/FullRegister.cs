using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Agreements;
using Koers.Domain.Appearance;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Exchange;

/// <summary>A register with at least one of everything, and with what is awkward: accents, quotes, several lines, nothing, references to each other.</summary>
internal static class FullRegister
{
    public static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)).AddTicks(1_234_560);

    public static async Task Fill(TestRegister register)
    {
        await register.SaveSquare();
        await using var context = register.Open();
        var stop = TestContext.Current.CancellationToken;
        var square = await context.Initiatives.SingleAsync(stop);
        var department = await context.Departments.SingleAsync(stop);
        var budget = await context.Budgets.SingleAsync(stop);
        var account = AddAccount(context, department);
        // The part has a lower id than the whole: it comes first in the file
        var part = new Goal { Id = Guid.Parse("00000000-0000-0000-0000-000000000001"), ParentId = null, Code = "wonen", Name = "Wonen", Weight = 0.1 + 0.2, SustainableDevelopmentGoal = 11 };
        var whole = new Goal { Id = Guid.Parse("ffffffff-0000-0000-0000-000000000001"), Code = "stad", Name = "De stad \"van\" morgen", Weight = 1, Target = 100.5 };
        whole.Anchors.Add(new ScaleAnchor { Points = 7.5, Meaning = "honderd woningen;\r\né, €, 漢字 en 🚲" });
        context.AddRange(part, whole);
        await context.SaveChangesAsync(stop);
        part.ParentId = whole.Id;
        var basis = await context.Set<Variant>().SingleAsync(stop);
        basis.Effects.Add(new VariantEffect { GoalId = part.Id, Points = -0.1 });
        var pool = AddMeans(context, department, budget, whole);
        basis.Efforts.Add(new VariantEffort { PoolId = pool.Id, Quarter = 2, Fte = 1.0 / 3.0 });
        AddProcess(context, square, account, part);
        AddPlanning(context, square, account);
        context.ListViews.Add(new ListView { Id = Guid.CreateVersion7(), AccountId = account.Id, Name = "Pleinen", Query = "?zoek=plein" });
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = "sleutel", Xml = "<key/>" });
        context.ApiClients.Add(new ApiClient
        {
            Id = Guid.CreateVersion7(),
            Name = "zaaksysteem",
            TokenHash = "geheim-token",
            ExpiresAt = Moment.AddYears(1),
            MadeAt = Moment,
            Scopes = { ApiScope.Read, ApiScope.Plan },
            Roles = { Role.Reader },
        });
        await context.SaveChangesAsync(stop);
        foreach (var action in (string[])["initiatief.indienen", "initiatief.wijzigen", "kader.vaststellen"])
            await new AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager, new Happening(action, "initiatief/2026-0042", """{"naam":"Oud"}""", """{"naam":"Nieuw é"}"""), stop);
    }

    private static Account AddAccount(RegisterContext context, Department department)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = "portfoliomanager",
            DisplayName = "portfoliomanager",
            PasswordHash = "geheim-hash",
            SecurityStamp = "geheim-stempel",
            DepartmentId = department.Id,
            TwoFactorEnabled = true,
            MadeAt = Moment,
            LockoutEnd = Moment,
        };
        context.Add(account);
        context.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.PortfolioManager });
        context.Add(new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.DepartmentHead, DepartmentId = department.Id });
        context.Add(new IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "koers", Name = "totp", Value = "geheim-totp" });
        context.Add(new IdentityUserLogin<Guid> { UserId = account.Id, LoginProvider = "entra", ProviderKey = "onderwerp-1" });
        context.Add(new IdentityUserClaim<Guid> { UserId = account.Id, ClaimType = "soort", ClaimValue = "waarde" });
        context.Add(new IdentityUserPasskey<Guid>
        {
            UserId = account.Id,
            CredentialId = [0, 255, 7],
            Data = new IdentityPasskeyData
            {
                PublicKey = [1, 2, 3],
                Name = "geheim-sleutel",
                CreatedAt = Moment,
                SignCount = 7,
                Transports = ["usb", "nfc"],
                AttestationObject = [4],
                ClientDataJson = [5, 6],
            },
        });
        return account;
    }

    private static CapacityPool AddMeans(RegisterContext context, Department department, Budget budget, Goal goal)
    {
        var pool = new CapacityPool
        {
            Id = Guid.CreateVersion7(),
            Code = "projectleiders",
            Name = "Projectleiders",
            DepartmentId = department.Id,
            Reserve = 0.15,
            MostHired = 2.5,
            HirePrice = Euro.Of(31_250.05m),
            HireBudgetId = budget.Id,
            Quarters = { new CapacityQuarter { Year = 2027, Quarter = 1, Fte = 1.0 / 3.0 } },
        };
        var frame = new Frame
        {
            Id = Guid.CreateVersion7(),
            Code = "innovatie",
            Name = "Minstens 4% voor innovatie",
            Type = FrameType.SpendShare,
            Min = 0.0400m,
            Max = 1.50m,
            GoalId = goal.Id,
            PoolId = pool.Id,
            BudgetIds = { budget.Id },
            Years = { 2027, 2028 },
        };
        frame.Conditions.Add(new FrameCondition { Label = "soort", Values = { "innovatie", "proef" } });
        context.AddRange(
            new HouseStyle { Name = "Gemeente Waterstede", Accent = "#0b5c63", OnAccent = "#ffffff", DarkAccent = "#7fd0d6", OnDarkAccent = "#10151c" },
            new PlanningSettings { Municipality = "Waterstede", Start = new DateOnly(2027, 1, 1), DiscountPerYear = 0.035 },
            new Programme { Id = Guid.CreateVersion7(), Code = "groen", Name = "Groene stad" }, pool, frame,
            new AdoptedFrames { Id = Guid.CreateVersion7(), Number = 1, Decision = "Kadernota 2027", Content = """{"b":1,"a":1.50}""", AdoptedAt = Moment });
        return pool;
    }

    private static void AddProcess(RegisterContext context, Initiative square, Account account, Goal goal)
    {
        square.Take(InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.Parked)!, "later\nmisschien");
        square.Summary = "=1+1";
        square.Labels.Add(new InitiativeLabel { Key = "soort", Value = "innovatie" });
        square.Partners.Add(new InitiativePartner { DepartmentId = square.DepartmentId, Contribution = "kennis" });
        square.Documents.Add(new DocumentLink { Title = "Besluit", Address = "https://waterstede.example/1" });
        var bridge = new Initiative { Id = Guid.CreateVersion7(), Number = "2026-0043", Name = "Fietsbrug", DepartmentId = square.DepartmentId, CreatedAt = Moment };
        var relation = new Relation { Id = Guid.CreateVersion7(), Code = "plein-brug", Type = RelationType.Synergy, Value = -1.5 };
        relation.Members.Add(new RelationMember { Place = 0, InitiativeId = square.Id });
        relation.Members.Add(new RelationMember { Place = 1, InitiativeId = bridge.Id });
        var remark = new Remark { Id = Guid.CreateVersion7(), InitiativeId = square.Id, AuthorId = account.Id, At = Moment, Text = "Mooi plan" };
        context.AddRange(
            bridge, relation, remark,
            new Remark { Id = Guid.CreateVersion7(), InitiativeId = square.Id, AnswersId = remark.Id, At = Moment, Text = "" },
            new Score { Id = Guid.CreateVersion7(), InitiativeId = square.Id, GoalId = goal.Id, AssessorId = account.Id, Points = 6.1, At = Moment },
            new GoalWeighing { Id = Guid.CreateVersion7(), ParentId = goal.ParentId, Method = WeighingMethod.Swing, Answers = """{"wonen":100}""", SetAt = Moment });
    }

    private static void AddPlanning(RegisterContext context, Initiative square, Account account)
    {
        var scenario = new Scenario { Id = Guid.CreateVersion7(), Name = "Zuinig", Content = "{}", MadeAt = Moment, MadeById = account.Id };
        scenario.Choices.Add(new ScenarioChoice { InitiativeId = square.Id, Kind = ScenarioChoiceKind.PinStart, Start = new DateOnly(2027, 4, 1) });
        var run = new Run
        {
            Id = Guid.CreateVersion7(),
            Number = 1,
            Kind = RunKind.Plan,
            ScenarioId = scenario.Id,
            Problem = "{}",
            Options = "{}",
            AskedAt = Moment,
            Value = 1.0 / 7.0,
            State = RunState.Done,
        };
        var agreement = new PortfolioAgreement { Id = Guid.CreateVersion7(), Number = 1, Name = "Portfolioafspraak 2027", RunId = run.Id, AdoptedAt = Moment };
        agreement.Initiatives.Add(new AgreedInitiative { InitiativeId = square.Id, Variant = "basis", Start = new DateOnly(2027, 1, 1) });
        context.AddRange(scenario, run, agreement);
        context.AnsweredRequests.Add(new AnsweredRequest { Actor = "client/1", Key = "1", Request = "x", At = Moment });
    }
}
