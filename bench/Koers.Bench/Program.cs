using Koers.Bench.Analyses;
using Koers.Bench.Conflicts;
using Koers.Bench.Contests;
using Koers.Bench.Generation;
using Koers.Bench.Serving;
using Koers.Bench.Workers;

if (args is ["worker", .. var rest])
    return Worker.Run(rest);
var root = ContestCommand.Make();
root.Add(GenerateCommand.Make());
root.Add(ServerCommand.Make(ContestCommand.Repository()));
root.Add(AnalysesCommand.Make(ContestCommand.Repository));
root.Add(ConflictsCommand.Make(ContestCommand.Repository));
return await root.Parse(args).InvokeAsync();
