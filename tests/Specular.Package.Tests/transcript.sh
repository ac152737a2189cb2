#!/usr/bin/env bash
# Writes what a build says of a first program into the README, under "The first diagnostic".
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dotnet build "$here" --configuration Release --verbosity quiet
SPECULAR_ACCEPT_SNAPSHOTS=1 dotnet "$here/bin/Release/net10.0/Specular.Package.Tests.dll" -noLogo -noColor -class '*ReadmeTests'
