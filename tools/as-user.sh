#!/usr/bin/env bash
# Runs the checks and the tests on a clean clone of HEAD as an ordinary user, made for this and removed afterwards:
# the suites in which it matters who runs them (services, files and their rights, child processes, the browser),
# or with --all the whole suite, as root has run it already.
set -euo pipefail

USER_SUITES='test/start|test/e2e/(main-job|imports)|database/(migrate|keys|catalogue)|libs/features/files|kill|queue|apps/cli'
case "${1:-}" in
  '') suites=" -- --testPathPatterns '$USER_SUITES'" ;;
  --all) suites='' ;;
  *) echo 'as-user: [--all]' >&2; exit 2 ;;
esac

name=tonggong-ci
root=$(cd "$(dirname "$0")/.." && pwd)

if [ "$(id -u)" -ne 0 ]; then
  echo 'as-user: only root can make another user, so this run is left out'
  exit 0
fi

made_user=no
if ! id "$name" >/dev/null 2>&1; then
  useradd --create-home --shell /bin/bash "$name"
  made_user=yes
fi
home=$(getent passwd "$name" | cut -d: -f6)
clone=$home/tonggong

processes_of_user() {
  ps -o pid=,args= -u "$name" || true
}

clean_up() {
  ps -o pid= -u "$name" | xargs -r kill -KILL || true
  rm -rf "$clone" "$home/shared"
  if [ "$made_user" = yes ]; then
    userdel --remove "$name" 2>/dev/null
  fi
}
trap clean_up EXIT

rm -rf "$clone"
git -c safe.directory='*' clone --quiet --no-hardlinks "$root" "$clone"
chown -R "$name" "$clone"
# Published data that some suites compare with lie beside the project.
if [ -d "$root/../shared/data" ]; then
  mkdir -p "$home/shared"
  cp -r "$root/../shared/data" "$home/shared/data"
  chown -R "$name" "$home/shared"
fi

as_user() {
  su "$name" --shell /bin/bash --command "export HOME='$home' CI='${CI:-}' CHROMIUM='${CHROMIUM:-}'; cd '$clone' && $1"
}

echo "as-user: $(as_user 'id -un; node --version' | tr '\n' ' ')"
as_user 'npm run check'
as_user "npm test$suites"

left=$(processes_of_user)
if [ -n "$left" ]; then
  echo "as-user: these processes were left running:"
  echo "$left"
  exit 1
fi
echo 'as-user: both commands worked and left no process'
