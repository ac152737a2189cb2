#!/usr/bin/env bash
# How much C# becomes of a description, and how long the compiler takes for it: with Specular, with NSwag and with Kiota.
# usage: cost.sh DESCRIPTION.json...     NSWAG and KIOTA name their tools, as for ../../Specular.Benchmarks.Rivals/peers.sh.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
rivals=$root/tests/Specular.Benchmarks.Rivals/artifacts/tools
: "${NSWAG:=$rivals/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll}" "${KIOTA:=$rivals/kiota}"
export DOTNET_NOLOGO=1 DOTNET_ROLL_FORWARD=Major KIOTA_TUTORIAL_ENABLED=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# project NAME FURTHER-MSBUILD FURTHER-MSBUILD-AT-THE-END: a library without analyzers, so that all of the time is the compiler's and the generator's.
project() {
  rm -rf "$work/$1"
  mkdir "$work/$1"
  cat > "$work/$1/$1.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  $2
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>annotations</Nullable>
    <RunAnalyzers>false</RunAnalyzers>
    <UseSharedCompilation>false</UseSharedCompilation>
    <NoWarn>\$(NoWarn);CS1591</NoWarn>
  </PropertyGroup>
  ${3:-}
</Project>
PROJECT
  dotnet restore "$work/$1" -v q
}

bytes() { find "$1" -name '*.cs' -not -path '*/obj/*' -print0 | xargs -0 cat | wc -c; }

# report NAME FOLDER: one row of the table.
report() {
  local log result
  log=$(dotnet build "$work/$1" --no-restore -c Release -v m -clp:PerformanceSummary 2>&1) || true
  result=$(awk '$3 == "Csc" { time = $1 } $2 == "Error(s)" { errors = $1 } END { if (errors) print errors " errors"; else printf "%.1f s", time / 1000 }' <<<"$log")
  printf '| %s | %s | %d | %d | %d | %s |\n' "$description" "$1" "$(find "$2" -name '*.cs' -not -path '*/obj/*' | wc -l)" "$(bytes "$2")" "$(($(bytes "$2") / properties))" "$result"
}

echo '| Description | By | Files | Bytes | Bytes a property | Compiler |'
echo '| --- | --- | ---: | ---: | ---: | ---: |'
for file in "$@"; do
  file=$(realpath "$file")
  description=$(basename "$file")
  properties=$(jq '[.. | objects | .properties? | objects | length] | add' "$file")
  description="$description, $properties properties"

  project Specular "<Import Project=\"$root/src/UseSpecular.props\" /><ItemGroup><OpenApiClient Include=\"$file\" Namespace=\"Client\" ClientName=\"TheClient\" /></ItemGroup>" "<Import Project=\"$root/src/UseSpecular.targets\" />"
  dotnet build "$work/Specular" --no-restore -c Release -v q -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath="$work/emitted" > /dev/null
  rm -rf "$work/Specular/bin" "$work/Specular/obj/Release"
  report Specular "$work/emitted"
  rm -rf "$work/emitted"

  project NSwag ""
  dotnet "$NSWAG" openapi2csclient "/input:$file" "/output:$work/NSwag/Client.cs" /namespace:Client /JsonLibrary:SystemTextJson /JsonLibraryVersion:9.0 > /dev/null
  report NSwag "$work/NSwag"

  packages=
  for package in Http.HttpClientLibrary Serialization.Form Serialization.Json Serialization.Multipart Serialization.Text; do
    packages+="<PackageReference Include=\"Microsoft.Kiota.$package\" Version=\"2.1.6\" />"
  done
  project Kiota "<ItemGroup>$packages</ItemGroup>"
  "$KIOTA" generate -l CSharp -d "$file" -o "$work/Kiota/Client" -n Client -c TheClient --log-level Error > /dev/null
  report Kiota "$work/Kiota/Client"
done
