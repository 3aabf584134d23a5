#!/bin/sh
# Ends every process whose environment has MARK once whoever holds the other end of standard input has been killed:
# MARK FOLDER INT_TENTHS TERM_TENTHS. Standard input says "started GROUP", "ended GROUP" and, if all went well, "done".
trap '' HUP INT TERM
mark=$1
folder=$2
groups=
known=

while read -r word id; do
  case $word in
    started) groups="$groups $id " ;;
    ended)
      case $groups in
        *" $id "*) groups="${groups%% "$id" *}${groups#* "$id" }" ;;
      esac
      ;;
    done) exit 0 ;;
  esac
done

# The marked processes' numbers. This one's own environment has no mark, and neither has that of what it starts.
marked() {
  if [ -r /proc/self/environ ]; then
    grep -ls -e "$mark" /proc/[0-9]*/environ | sed 's/[^0-9]//g'
  else
    ps -axEww -o pid=,command= | sed -n "/[ ]ZRS_LAUNCH_ID=[^=]*$mark/s/^ *\([0-9]*\) .*/\1/p"
  fi
}

# Finds all that belong to it: the marked, the known from before, and the children of these. Sets pids, and known to
# PID:START for each, which tells a process from another one that gets its number later.
look() {
  if ! [ -r /proc/self/environ ]; then
    pids=$(marked)
    return
  fi
  known=$(cat /proc/[0-9]*/stat | awk -v marked="$(marked | tr '\n' ' ')" -v known="$known" '
    {
      pid = $1
      sub(/^.*\) /, "")
      if ($1 != "Z" && $1 != "X") {
        parent[pid] = $2
        who[pid] = pid ":" $20
      }
    }
    END {
      count = split(marked, list, " ")
      for (at = 1; at <= count; at++) if (list[at] in who) found[list[at]]
      count = split(known, list, " ")
      for (at = 1; at <= count; at++) {
        split(list[at], part, ":")
        if ((part[1] in who) && who[part[1]] == list[at]) found[part[1]]
      }
      do {
        grown = 0
        for (pid in parent) if (!(pid in found) && (parent[pid] in found)) { found[pid]; grown = 1 }
      } while (grown)
      for (pid in found) printf "%s ", who[pid]
    }')
  pids=
  for one in $known; do
    pids="$pids ${one%%:*}"
  done
}

# Signal $1 to each process; to the groups as well where that does not send it twice.
send() {
  look
  for pid in $pids; do
    kill -s "$1" "$pid"
  done
  if [ "$1" != INT ] || ! [ -r /proc/self/environ ]; then
    for group in $groups; do
      kill -s "$1" -- "-$group"
    done
  fi
}

runs() {
  look
  [ -z "${pids# }" ] || return 0
  for group in $groups; do
    ! kill -0 -- "-$group" || return 0
  done
  return 1
}

# Until nothing runs, for at most $1 tenths of a second.
await() {
  left=$1
  # Twice, for what was being started as the other end was killed, and has its mark only now.
  while runs || { sleep 0.1 && runs; }; do
    [ "$left" -gt 0 ] || return 1
    left=$((left - 1))
    sleep 0.1
  done
}

send INT
await "$3" || {
  send TERM
  send CONT
  await "$4" || {
    # Again and again, for what was born since.
    rounds=50
    while [ "$rounds" -gt 0 ] && runs; do
      send KILL
      rounds=$((rounds - 1))
      sleep 0.1
    done
  }
}
rm -rf "$folder"
