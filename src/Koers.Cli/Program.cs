return Koers.Cli.Commands.CommandLine.Run(args);
