#!/bin/sh
# Installs zrs from the directory that this is in, over an older one if there is one.
#
#   ./install.sh [--prefix DIR]               to /usr/local for root, to ~/.local for everybody else
#   DIR/lib/zrs/install.sh --uninstall        takes out everything that it put into DIR
#
# DIR/lib/zrs/installed lists what it put there; nothing else is ever removed.
set -eu

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit "${2-1}"
}

usage() {
  cat <<'END'
Usage: install.sh [--prefix DIR] [--uninstall]
Installs zrs below DIR: /usr/local for root, ~/.local for everybody else. An installed
install.sh means the DIR that it is in. --uninstall takes out everything that was put there.
END
}

uninstall=
prefix=
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -ge 2 ] || fail "--prefix needs a directory" 2
      prefix=$2
      shift
      ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    --uninstall) uninstall=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) fail "unknown argument '$1'; there are --prefix DIR and --uninstall" 2 ;;
  esac
  shift
done

umask 022
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

if [ -z "$prefix" ]; then
  if [ -e "$here/installed" ]; then
    prefix=${here%/lib/zrs}
  elif [ "$(id -u)" -eq 0 ]; then
    prefix=/usr/local
  else
    prefix=${HOME:?there is no HOME; give --prefix DIR}/.local
  fi
fi
[ -n "$uninstall" ] || mkdir -p -- "$prefix" || fail "cannot make $prefix; choose another with --prefix DIR"
prefix=$(CDPATH='' cd -- "$prefix" 2>/dev/null && pwd -P) || fail "there is no directory $prefix"
home=$prefix/lib/zrs
list=$home/installed
case $home in
  *:*) fail "Java cannot run from $home, because of the colon; choose another with --prefix DIR" ;;
esac

# Class-data archives in one's own cache that are of this installation.
forget_archives() {
  for key in "${XDG_CACHE_HOME:-${HOME-}/.cache}"/zrs/*.key; do
    [ -e "$key" ] || continue
    { read -r _ && read -r lib; } <"$key" || continue
    [ "$lib" != "$home/lib" ] || rm -f -- "$key" "${key%.key}.jsa"
  done
}

# Removes what the list $1 names, and directories that are empty then; those that were there before are in no list.
remove_listed() {
  rm -rf -- "$home"/lib/zrs-*
  while IFS= read -r name; do
    case $name in
      */) ;;
      *) rm -f -- "$prefix/$name" ;;
    esac
  done <"$1"
  # The deepest first.
  LC_ALL=C sort -r "$1" | while IFS= read -r name; do
    case $name in
      */) rmdir -- "$prefix/$name" 2>/dev/null || : ;;
    esac
  done
}

if [ -n "$uninstall" ]; then
  [ -e "$list" ] || fail "zrs is not installed in $prefix, or not by install.sh; name the place with --prefix DIR"
  old=$(mktemp)
  trap 'rm -f -- "$old"' EXIT
  cp -- "$list" "$old"
  forget_archives
  remove_listed "$old"
  printf 'zrs is no longer in %s\n' "$prefix"
  exit 0
fi

[ "$here" != "$home" ] || fail "this is what is installed; run the install.sh of what was unpacked"
[ -r "$here/lib/zrs.jar" ] || fail "there is no lib/zrs.jar beside it; run it from where the archive was unpacked"

# Everything to install: where it is, a tab, and its name below the prefix.
plan() {
  cd -- "$here"
  for file in bin/zrs lib/* examples/*/* install.sh; do
    case $file in
      lib/zrs-*) ;;
      *) printf '%s\tlib/zrs/%s\n' "$file" "$file" ;;
    esac
  done
  for file in LICENSE README.md docs/*.md; do
    [ ! -e "$file" ] || printf '%s\tshare/doc/zrs/%s\n' "$file" "$file"
  done
  for file in man/*.[1-8]; do
    [ ! -e "$file" ] || printf '%s\tshare/man/man%s/%s\n' "$file" "${file##*.}" "${file##*/}"
  done
  for file in completions/*; do
    name=${file##*/}
    case $name in
      *.bash) printf '%s\tshare/bash-completion/completions/%s\n' "$file" "${name%.bash}" ;;
      *.fish) printf '%s\tshare/fish/vendor_completions.d/%s\n' "$file" "$name" ;;
      _*) printf '%s\tshare/zsh/site-functions/%s\n' "$file" "$name" ;;
    esac
  done
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM
plan >"$work/plan"

# What is there and not ours stays.
listed() {
  [ -e "$list" ] && grep -Fqx -e "$1" "$list"
}
tab=$(printf '\t')
{ cut -f 2 "$work/plan" && printf 'bin/zrs\nlib/zrs/installed\n'; } >"$work/files"
while IFS= read -r name; do
  if { [ -e "$prefix/$name" ] || [ -h "$prefix/$name" ]; } && ! listed "$name"; then
    fail "$prefix/$name is there and was not put there by install.sh; move it away, or choose another --prefix"
  fi
done <"$work/files"

# Directories that it makes, and those that it made before.
: >"$work/directories"
while IFS= read -r name; do
  directory=${name%/*}
  while :; do
    if [ ! -d "$prefix/$directory" ] || listed "$directory/"; then
      printf '%s/\n' "$directory" >>"$work/directories"
    fi
    case $directory in
      */*) directory=${directory%/*} ;;
      *) break ;;
    esac
  done
done <"$work/files"

if [ -e "$list" ]; then
  # The older one's files that this one has not.
  LC_ALL=C sort "$work/files" >"$work/sorted"
  grep -v '/$' "$list" | LC_ALL=C sort | LC_ALL=C comm -23 - "$work/sorted" >"$work/obsolete"
  grep '/$' "$list" >>"$work/obsolete" || :
else
  : >"$work/obsolete"
fi
mkdir -p -- "$home" || fail "cannot write to $prefix; choose another with --prefix DIR"
# From the first file on, so that what is interrupted can be repeated or taken out.
{ cat "$work/files" "$work/directories"; [ ! -e "$list" ] || cat "$list"; } | LC_ALL=C sort -u >"$work/installed"
cp -- "$work/installed" "$list"

while IFS="$tab" read -r from name; do
  mkdir -p -- "$prefix/${name%/*}"
  # A new file under the old name: a zrs that runs keeps the one that it has open.
  cp -- "$here/$from" "$prefix/$name.new"
  case $from in
    bin/zrs | install.sh | lib/make-archive) chmod 755 "$prefix/$name.new" ;;
    *) chmod 644 "$prefix/$name.new" ;;
  esac
  mv -f -- "$prefix/$name.new" "$prefix/$name"
done <"$work/plan"
mkdir -p -- "$prefix/bin"
ln -sf ../lib/zrs/bin/zrs "$prefix/bin/zrs"
remove_listed "$work/obsolete"
LC_ALL=C sort -u "$work/files" "$work/directories" >"$work/installed"
cp -- "$work/installed" "$list"

printf 'zrs is installed: %s\n' "$prefix/bin/zrs"
ZRS_ARCHIVE="make" "$prefix/bin/zrs" >/dev/null 2>&1 </dev/null || :
"$prefix/bin/zrs" --version >/dev/null || printf 'install.sh: it will run when that is done\n' >&2
case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) printf 'install.sh: %s is not on PATH; add it there\n' "$prefix/bin" >&2 ;;
esac
