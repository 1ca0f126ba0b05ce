# shellcheck shell=bash
# Sourced by ./run and ./test: what they need of the machine, and how it gets there.
# On Debian as root missing packages are installed; anywhere else a sentence says what to install.

# Compile without servers that stay behind; the commands leave nothing running.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

dotnet_instructions="https://learn.microsoft.com/dotnet/core/install"

tell() { printf '%s\n' "$@" >&2; }

die() {
  tell "$@"
  exit 1
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1; }

update_packages() {
  local said
  said=$(apt update) || die "$said" "'apt-get update' failed; put it right and try again."
}

install_packages() {
  local said
  tell "Installing $* …"
  said=$(apt install -y --no-install-recommends "$@") || die "$said" "apt-get could not install $*; put it right and try again."
}

require_dotnet() {
  command -v dotnet >/dev/null || die ".NET SDK 10 is missing; install it as $dotnet_instructions describes, then try again."
  local sdks
  sdks=$(dotnet --list-sdks)
  grep -q '^10\.' <<<"$sdks" \
    || die "OperatingModel is built with .NET SDK 10, and this machine has ${sdks:-no SDK}; install version 10 as $dotnet_instructions describes."
  local said
  said=$(dotnet --version 2>&1) || install_icu "$said"
}

# A bare Debian lacks the ICU library, without which no .NET program starts. Its package carries its version in the name.
install_icu() {
  local said=$1 package
  if [[ $said == *ICU* ]] && can_install; then
    update_packages
    package=$(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | sort -V | tail -1)
    install_packages "$package"
    said=$(dotnet --version 2>&1) && return
  fi
  die "$said" "The .NET SDK does not start; $dotnet_instructions describes what it needs."
}

require_node() {
  command -v node >/dev/null || die "Node 20 or later is missing; install it as https://nodejs.org describes, then try again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || die "The tests need Node 20 or later, and this is $(node --version)."
}

has_postgres() { command -v pg_virtualenv >/dev/null && compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }

# Installs the server program only: no cluster of its own is created or started.
install_postgres() {
  local no_cluster=/etc/postgresql-common/createcluster.d/operatingmodel-tests.conf
  mkdir -p "${no_cluster%/*}"
  echo 'create_main_cluster = false' >"$no_cluster"
  update_packages
  install_packages postgresql
  rm -f "$no_cluster"
}

# How the program is published everywhere: compiled ahead for this machine, on the shared runtime.
publish_options=(--use-current-runtime --self-contained false -p:PublishReadyToRun=true)
