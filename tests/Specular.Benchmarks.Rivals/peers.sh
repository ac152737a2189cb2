#!/usr/bin/env bash
# Makes what NSwag and Kiota emit for the benchmarks' descriptions, in artifacts/, from where the benchmarks take it in. It is not checked in.
# NSWAG and KIOTA name tools that are there already: dotnet-nswag.dll and kiota. Else npm and NuGet are asked for them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=../..
mkdir -p artifacts/tools
export DOTNET_NOLOGO=1 DOTNET_ROLL_FORWARD=Major KIOTA_TUTORIAL_ENABLED=false

if [ -z "${NSWAG:-}" ]; then
  npm install --silent --no-save --prefix artifacts/tools nswag@14.7.1
  NSWAG=artifacts/tools/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll
fi
if [ -z "${KIOTA:-}" ]; then
  dotnet tool update Microsoft.OpenApi.Kiota --version 1.38.0 --tool-path artifacts/tools
  KIOTA=artifacts/tools/kiota
fi

rm -rf artifacts/NSwag artifacts/Kiota
# peer NAME DESCRIPTION
peer() {
  # The newest of its dialects: with older ones enums have the names of C# on the wire.
  dotnet "$NSWAG" openapi2csclient "/input:$2" "/output:artifacts/NSwag/$1.cs" "/namespace:Specular.Benchmarks.Rivals.NSwag.$1" /classname:Client /JsonLibrary:SystemTextJson /JsonLibraryVersion:9.0
  "$KIOTA" generate -l CSharp -d "$2" -o "artifacts/Kiota/$1" -n "Specular.Benchmarks.Rivals.Kiota.$1" -c Client --log-level Error
}

peer Gong "$root/specs/gong-integration-settings.yaml"
peer Payloads "$root/tests/Specular.Benchmarks/Json/payloads.yaml"
