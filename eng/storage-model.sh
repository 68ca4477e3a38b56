#!/bin/sh
# Writes the model of the storage as code, for both databases, so that a server need not work it out at every start (decision 0022). To be run after
# every change of a mapping or a migration; a test says so when it was forgotten. Needs dotnet-ef of the version of EF Core in
# Directory.Packages.props, on the path or as its name in DOTNET_EF, and a build in Release.
set -eu
cd "$(dirname "$0")/../src/Koers.App"
for database in Sqlite PostgreSql; do
  rm -rf "Storage/Compiled/$database"
  "${DOTNET_EF:-dotnet-ef}" dbcontext optimize --context "${database}Register" --output-dir "Storage/Compiled/$database" \
    --namespace "Koers.App.Storage.Compiled.$database" --configuration Release --no-build > /dev/null
  # Nobody outside needs it, and other files here begin without a mark of byte order
  sed -i -e '1s/^\xEF\xBB\xBF//' -e 's/^\(    \)public partial class/\1internal partial class/' "Storage/Compiled/$database"/*.cs
done
