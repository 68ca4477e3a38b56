using System.CommandLine;
using Koers.Bench.Generation;

var root = new RootCommand("Benchmarks of the planning engine.") { GenerateCommand.Make() };
return await root.Parse(args).InvokeAsync();
