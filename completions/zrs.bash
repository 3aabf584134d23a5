# Completes zrs in bash 4.2 or newer, with the package bash-completion or without. Printed by: zrs completion bash
# shellcheck shell=bash

# What the command $1 takes. An option: its names; @ before them if it may be given again, % if it is another name of one
# that is there, ^ if its value may be left out; behind them the kind of its value. A kind is a word, with words of its
# own behind a colon, and behind a plus what has to follow the value.
__zrs_command() {
  case $1 in
    '')
      commands='master pub echo record play expect topic node bag graph plot top shell launch demo doctor completion'
      parameters=''
      options='-V,--version
        -h,--help'
      ;;
    'master')
      commands=''
      parameters=''
      options='--port=none
        --bind=words:127.0.0.1,0.0.0.0
        --data-ports=none
        --max-message=none
        --max-control=none
        --handshake-timeout=none
        --max-connections=none
        --max-topics=none
        --queue=none
        --queue-total=none
        --state=directories
        --json
        --debug
        -h,--help'
      ;;
    'pub' | 'topic pub')
      commands=''
      parameters='topics @none'
      options='-f,--file=files:
        --whole
        --docs
        --envelope=files:
        --json
        --template
        -r,--rate=none
        -1,--once
        -n,--count=none
        -w,--wait-for=none
        --timeout=none
        -l,--latch
        -p,--print=none
        -q,--quiet
        --master=hosts
        %-t,--times=none
        %--wait-matching-subscriptions=none
        %--max-wait-time-secs=none
        --debug
        -h,--help'
      ;;
    'echo' | 'topic echo')
      commands=''
      parameters='@topics'
      options='-a,--all
        --filter=expression
        -n,--count=none
        -1,--once
        --timeout=none
        --rate=none
        -c,--clear
        @--field=fields
        --stamp
        --full,--full-length
        -l,--truncate-length=none
        --no-arr,--noarr
        --no-str,--nostr
        --raw
        --csv
        -p,--plot
        --format=none
        --json
        --strict
        --master=hosts
        --debug
        -h,--help'
      ;;
    'record' | 'bag record')
      commands=''
      parameters='@topics'
      options='-a,--all
        -e,--regex
        @-x,--exclude=none
        %@--exclude-regex=none
        -l,--limit=none
        -o,--output-prefix=files:
        -O,--output-name=files:mcap
        --split
        --size=none
        --duration=none
        --max-splits=none
        --repeat-latched
        --when=expression
        --pre=none
        --post=none
        -j,--zstd
        --lz4
        --compression=words:none,lz4,zstd
        %--compression-format=words:none,lz4,zstd
        -b,--buffer=none
        %--buffsize=none
        --chunksize=none
        --min-free=none
        %--min-space,-L=none
        -q,--quiet
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'play' | 'bag play')
      commands=''
      parameters='@files:mcap,active,zerosmq,txt,csv'
      options='-r,--rate=words:max
        -i,--immediate
        -s,--start=none
        -u,--duration=none
        --end=none
        -l,--loop
        -d,--delay=none
        --skip-empty=none
        --wait-for-subscribers
        --start-paused,--pause
        --break-when=expression
        -k,--keep-alive
        @--topics=topics
        @-x,--exclude=none
        @--remap=topics+:=
        @-p,--prefix=none
        ^--clock=none
        --queue=none
        -q,--quiet
        --json
        --master=hosts
        %--start-offset=none
        %--playback-duration=none
        --debug
        -h,--help'
      ;;
    'expect')
      commands=''
      parameters='topics'
      options='--hz=none
        -n,--count=none
        --filter=expression
        --any
        --every
        --silent
        --within=none
        -f,--file=files:yaml,yml
        --graph=files:yaml,yml
        --save
        --json
        --tap
        --junit=files:xml
        -q,--quiet
        --master=hosts
        --debug
        -h,--help'
      ;;
    'topic')
      commands='list info type find pub echo hz bw delay'
      parameters=''
      options='-h,--help'
      ;;
    'topic list')
      commands=''
      parameters='topics'
      options='-v,--verbose
        -p
        -s
        -t,--show-types
        -c,--count-topics
        -a,--all
        --watch
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'topic info')
      commands=''
      parameters='topics'
      options='-v,--verbose
        -a,--all
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'topic type')
      commands=''
      parameters='topics'
      options='--timeout=none
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'topic find')
      commands=''
      parameters='words:number,text,json,binary'
      options='-c,--count-topics
        --timeout=none
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'topic hz' | 'topic bw')
      commands=''
      parameters='@topics'
      options='-a,--all
        -w,--window=none
        -n,--count=none
        --filter=expression
        -v,--verbose
        --strict
        --json
        --master=hosts
        --master-side
        --debug
        -h,--help'
      ;;
    'topic delay')
      commands=''
      parameters='@topics'
      options='-a,--all
        -w,--window=none
        -n,--count=none
        --filter=expression
        -v,--verbose
        --strict
        --json
        --master=hosts
        --field=fields
        --debug
        -h,--help'
      ;;
    'node')
      commands='list info ping kill cleanup'
      parameters=''
      options='-h,--help'
      ;;
    'node list')
      commands=''
      parameters=''
      options='-a,--all
        -u
        -c,--count-nodes
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'node info')
      commands=''
      parameters='@nodes'
      options='--json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'node ping')
      commands=''
      parameters='nodes'
      options='-c,--count=none
        -a,--all
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'node kill')
      commands=''
      parameters='@nodes'
      options='-a,--all
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'node cleanup')
      commands=''
      parameters=''
      options='-y,--yes
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'bag')
      commands='record play info cat filter merge convert check recover'
      parameters=''
      options='-h,--help'
      ;;
    'bag info')
      commands=''
      parameters='@files:mcap,active,zerosmq,txt,csv'
      options='--freq
        -v,--verbose
        -y,--yaml
        -k,--key=words:path,format,library,duration,start,end,size,messages,indexed,state,compression,types,topics,lost,lost_topics,late,attachments
        --json
        --debug
        -h,--help'
      ;;
    'bag cat')
      commands=''
      parameters='@files:mcap,active,zerosmq,txt,csv'
      options='-s,--start=none
        -u,--duration=none
        --end=none
        @--topics=topics
        @-x,--exclude=none
        --filter=expression
        -n,--count=none
        -o,--output=files:
        --attachment=none
        @--field=fields
        --full,--full-length
        -l,--truncate-length=none
        --no-arr,--noarr
        --no-str,--nostr
        --raw
        --csv
        -p,--plot
        --format=none
        --json
        --debug
        -h,--help'
      ;;
    'bag filter')
      commands=''
      parameters='files:mcap,active,zerosmq,txt,csv files:mcap,active,zerosmq,txt,csv expression'
      options='-o,--output=files:mcap,active,zerosmq,txt,csv
        --filter=expression
        @--topics=topics
        @-x,--exclude=none
        -s,--start=none
        -u,--duration=none
        --end=none
        -n,--count=none
        --no-latched
        @--remap=topics+:=
        @-p,--prefix=none
        -j,--zstd
        --lz4
        --compression=words:none,lz4,zstd
        --chunksize=none
        -f,--force
        --json
        --debug
        -h,--help'
      ;;
    'bag merge')
      commands=''
      parameters='@files:mcap,active,zerosmq,txt,csv'
      options='-o,--output=files:mcap,active,zerosmq,txt,csv
        @--offset=files:mcap,active,zerosmq,txt,csv+=
        @--remap=topics+:=
        @-p,--prefix=none
        -j,--zstd
        --lz4
        --compression=words:none,lz4,zstd
        --chunksize=none
        -f,--force
        --json
        --debug
        -h,--help'
      ;;
    'bag convert')
      commands=''
      parameters='files:mcap,active,zerosmq,txt,csv files:mcap,active,zerosmq,txt,csv'
      options='--to=words:mcap,zerosmq
        --absolute
        @--remap=topics+:=
        @-p,--prefix=none
        -j,--zstd
        --lz4
        --compression=words:none,lz4,zstd
        --chunksize=none
        -f,--force
        --json
        --debug
        -h,--help'
      ;;
    'bag check')
      commands=''
      parameters='@files:mcap,active,zerosmq,txt,csv'
      options='--json
        --debug
        -h,--help'
      ;;
    'bag recover')
      commands=''
      parameters='files:mcap,active,zerosmq,txt,csv'
      options='-o,--output=files:mcap,active,zerosmq,txt,csv
        --in-place
        -f,--force
        --json
        --debug
        -h,--help'
      ;;
    'graph')
      commands='diff'
      parameters=''
      options='-o,--output=files:svg,png,html,dot,mmd,json,txt
        --format=words:text,dot,svg,png,mermaid,json,html
        --json
        --view
        --watch
        --rates
        --interval=none
        --topics=words:nodes,edges
        @--focus=names
        --depth=none
        @--include=none
        @--exclude=none
        --hide=list:leaf,debug
        ^--collapse=none
        -a,--all
        --master=hosts
        --debug
        -h,--help'
      ;;
    'graph diff')
      commands=''
      parameters='files:json files:json'
      options='-o,--output=files:svg,png,html,dot,mmd,json,txt
        --format=words:text,dot,svg,png,mermaid,json,html
        --json
        -a,--all
        --master=hosts
        --debug
        -h,--help'
      ;;
    'plot')
      commands=''
      parameters='@targets'
      options='--span=none
        --range=none
        --stamp=fields
        -o,--output=files:png,svg,csv
        --view
        -n,--count=none
        --duration=none
        --json
        --strict
        --master=hosts
        --debug
        -h,--help'
      ;;
    'top')
      commands=''
      parameters=''
      options='-d,--delay=none
        -s,--sort=words:topic,rate,bandwidth,size,publishers,subscribers,waiting,lost,seen,minute,node,pid,host,program,protocol,topics,published,received,address
        -r,--reverse
        -f,--filter=none
        -a,--all
        --once
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'shell')
      commands=''
      parameters='files:'
      options='-c=none
        -k,--keep-going
        --master=hosts
        --debug
        -h,--help'
      ;;
    'launch')
      commands=''
      parameters='files:yaml,yml @arguments'
      options='-n,--dry-run
        --nodes
        -s,--show-args
        --log-dir=directories
        --sigint-timeout=none
        --sigterm-timeout=none
        -q,--quiet
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'demo')
      commands=''
      parameters=''
      options='--duration=none
        --port=none
        --json
        --debug
        -h,--help'
      ;;
    'doctor')
      commands=''
      parameters=''
      options='-v,--verbose
        --wait=none
        --json
        --master=hosts
        --debug
        -h,--help'
      ;;
    'completion')
      commands=''
      parameters='words:bash,zsh,fish'
      options='--debug
        -h,--help'
      ;;
  esac
}

# Cuts the line up to the cursor into words as bash does, without quotes: into words, the last of which is the one to
# complete. Readline replaces only what is behind the last break in it: kept is what comes before that.
__zrs_split() {
  local line=${COMP_LINE:0:COMP_POINT} breaks=${COMP_WORDBREAKS//[[:space:]\"\']/} char word='' inside='' i
  quote='' kept='' words=()
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    if [[ $quote == \' ]]; then
      if [[ $char == \' ]]; then quote=''; else word+=$char; fi
    elif [[ $char == \\ && ($quote == '' || ${line:i+1:1} == [\"\\\$\`]) ]]; then
      i=$((i + 1))
      word+=${line:i:1}
      inside=1
    elif [[ $quote == \" ]]; then
      if [[ $char == \" ]]; then quote=''; else word+=$char; fi
    elif [[ $char == [\"\'] ]]; then
      quote=$char
      kept=$word
      inside=1
    elif [[ $char == [[:space:]] ]]; then
      [[ -z $inside ]] || words+=("$word")
      word='' kept='' inside=''
    else
      word+=$char
      inside=1
      [[ $breaks != *"$char"* ]] || kept=$word
    fi
  done
  words+=("$word")
}

# Finds the option $1 of the command, also by another name: sets option to its entry.
__zrs_option() {
  local names
  for option in $options; do
    names=${option%%=*}
    names=,${names#"${names%%-*}"},
    [[ $names != *,"$1",* ]] || return 0
  done
  option=
  return 1
}

# Notes that the option was given, and whether its value is the next word.
__zrs_given() {
  local before=${option%%-*}
  [[ $before == *@* ]] || given+=" $option "
  waiting=
  [[ $option != *=* ]] || waiting=$option
}

# Reads the words before the one to complete.
__zrs_read() {
  local word i j option
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $waiting && ($waiting != ^* || $word != -?*) ]]; then
      waiting=
      continue
    fi
    waiting=
    if [[ -z $ended && $word == -?* ]]; then
      [[ -n $help ]] || at=
      case $word in
        --) ended=1 ;;
        --*=*) __zrs_option "${word%%=*}" && __zrs_given && waiting= ;;
        --*) __zrs_option "$word" && __zrs_given ;;
        *)
          for ((j = 1; j < ${#word}; j++)); do
            __zrs_option "-${word:j:1}" || break
            __zrs_given
            if [[ -n $waiting && $((j + 1)) -lt ${#word} ]]; then
              waiting=
              break
            fi
          done
          ;;
      esac
    elif [[ -n $at && " $commands " == *" $word "* ]]; then
      path+=${path:+ }$word
      __zrs_command "$path"
      [[ -n $commands ]] || at=
    elif [[ $i == 1 && $word == help ]]; then
      help=1
    else
      # No such command: nothing is known of what it would take.
      [[ -z $at || -n $parameters || $options == *=* ]] || help=1
      at=
      count=$((count + 1))
    fi
  done
}

# Offers $1 for the word, if it goes on with it; $2 is + if more has to follow.
__zrs_offer() {
  local value=$1 more=${2-} shown
  [[ $value == "$word"* ]] || return 0
  [[ $more != +* ]] || open=1
  value=${value#"$kept"}
  case $quote in
    \') shown=${value//\'/\'\\\'\'} ;;
    \")
      shown=${value//\\/\\\\}
      shown=${shown//\"/\\\"}
      shown=${shown//\$/\\\$}
      shown=${shown//\`/\\\`}
      ;;
    *)
      printf -v shown %q "$value"
      shown=${shown//\\,/,}
      ;;
  esac
  COMPREPLY+=("$shown")
}

# Asks zrs for what is there now: values of kind $1 that go on with $3, behind $2, before $4.
__zrs_live() {
  local line flag program=${words[0]}
  program=${program/#\~\//"$HOME/"}
  [[ -z ${BASH_ALIASES[$program]-} ]] || program=${BASH_ALIASES[$program]%%[[:space:]]*}
  type -P "$program" >/dev/null || program=zrs
  while IFS= read -r line; do
    [[ $line == [=+]* ]] || continue
    flag=${line:0:1}
    line=${line%%$'\t'*}
    __zrs_offer "$2${line:1}$4" "${4:++}$flag"
  done < <("$program" __complete "$1" "$3" "${words[@]:1}" "${COMP_WORDS[@]:COMP_CWORD+1}" 2>/dev/null </dev/null)
}

# Offers files, those that end with one of the words of $1 and directories, behind $2 in the same word.
__zrs_files() {
  local file extension
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    extension=${file##*.}
    if [[ -z $1 || $1 != none && ,$1, == *,"${extension,,}",* ]]; then
      file=$2$file
      COMPREPLY+=("${file#"$kept"}")
    fi
  done < <(compgen -f -- "${word#"$2"}")
  while IFS= read -r file; do
    file=$2$file
    COMPREPLY+=("${file#"$kept"}")
  done < <(compgen -d -- "${word#"$2"}")
}

# Offers values of kind $1, behind $2 in the same word.
__zrs_values() {
  local kind=$1 prefix=$2 behind='' own each started
  [[ $kind != *+* ]] || behind=${kind#*+} kind=${kind%%+*}
  started=${word#"$prefix"}
  own=${kind#*:}
  case $kind in
    none) ;;
    words:*)
      for each in ${own//,/ }; do __zrs_offer "$prefix$each"; done
      ;;
    list:*)
      [[ $started != *,* ]] || prefix+=${started%,*},
      for each in ${own//,/ }; do
        [[ ,$started, == *,"$each",* ]] || __zrs_offer "$prefix$each"
      done
      ;;
    files:*)
      __zrs_files "$own" "$prefix"
      open=$behind
      ;;
    directories) __zrs_files none "$prefix" ;;
    hosts)
      while IFS= read -r each; do __zrs_offer "$prefix$each"; done < <(compgen -A hostname -- "$started")
      ;;
    *) __zrs_live "$kind" "$prefix" "$started" "$behind" ;;
  esac
}

# Offers the options that go on with the word, of those that may still be given.
__zrs_options() {
  local each names
  for each in $options; do
    [[ ${each%%-*} != *%* && $given != *" $each "* ]] || continue
    names=${each%%=*}
    names=${names#"${names%%-*}"}
    for names in ${names//,/ }; do __zrs_offer "$names"; done
  done
}

# Completes a word of short options, the last of which may have its value there, too.
__zrs_short() {
  local j option cluster=$word each names
  for ((j = 1; j < ${#cluster}; j++)); do
    __zrs_option "-${cluster:j:1}" || return 0
    if [[ $option == *=* ]]; then
      __zrs_values "${option#*=}" "${cluster:0:j+1}"
      return 0
    fi
    given+=" $option "
  done
  for each in $options; do
    [[ ${each%%-*} != *%* && $given != *" $each "* ]] || continue
    names=${each%%=*}
    names=${names#"${names%%-*}"}
    for names in ${names//,/ }; do
      [[ $names == --* ]] || __zrs_offer "$cluster${names#-}"
    done
  done
}

_zrs() {
  local IFS=$' \t\n' words quote kept word commands options parameters
  local path='' at=1 help='' ended='' waiting='' given='' count=0 open='' option each
  COMPREPLY=()
  __zrs_split
  word=${words[${#words[@]} - 1]}
  __zrs_command ''
  __zrs_read
  if [[ -n $waiting && ($waiting != ^* || $word != -*) ]]; then
    __zrs_values "${waiting#*=}" ''
  elif [[ -z $ended && -z $help && $word == -* ]]; then
    if [[ $word == --*=* ]]; then
      ! __zrs_option "${word%%=*}" || [[ $option != *=* ]] || __zrs_values "${option#*=}" "${word%%=*}="
    else
      __zrs_options
      [[ ${#COMPREPLY[@]} -gt 0 || $word != -[!-]* ]] || __zrs_short
    fi
  else
    if [[ -n $at && -z $ended ]]; then
      for each in $commands; do __zrs_offer "$each"; done
      [[ ${#words[@]} -ne 2 ]] || __zrs_offer help
    fi
    if [[ -z $help ]]; then
      for each in $parameters; do
        if [[ $count -eq 0 || $each == @* ]]; then
          __zrs_values "${each#@}" ''
          break
        fi
        count=$((count - 1))
      done
      [[ -n $word || -n $ended || -n $parameters || ${#COMPREPLY[@]} -gt 0 ]] || __zrs_options
    fi
  fi
  [[ -z $open ]] || compopt -o nospace 2>/dev/null
}

complete -F _zrs zrs
