# Completes zrs in fish. Printed by: zrs completion fish

# The words before the cursor behind zrs, without settings in front of it.
function __zrs_words
    set -l words (commandline -opc)
    while string match -qr '^\w+=' -- $words[1]
        set -e words[1]
    end
    set -q words[2]; and printf '%s\n' $words[2..-1]
end

# Whether the words name the command $argv[1], or another of $argv; -e: and nothing behind it, -h: as the help's word, too.
function __zrs_at
    argparse e/end -- $argv
    set -l words (__zrs_words)
    set -l help
    if test "$words[1]" = help
        set help 1
        set -e words[1]
    end
    set -l path
    while set -q words[1]; and contains -- (string join ' ' -- $path $words[1]) $__zrs_commands
        set -a path $words[1]
        set -e words[1]
    end
    contains -- "$path" $argv; or return 1
    if set -q _flag_end
        not set -q words[1]
    else
        test -z "$help"
    end
end

# Whether parameter $argv[1] of a command comes next, or if it is below 0, that or a later one. The rest are options with a value, and
# before them how many words the command has.
function __zrs_parameter
    set -l words (__zrs_words)
    set -l valued $argv[3..-1]
    set -l count 1
    set -l options 1
    set -l skip 0
    for word in $words[(math $argv[2] + 1)..-1]
        if test $skip = 1
            set skip 0
        else if test $options = 1; and string match -q -- '-?*' $word
            if test "$word" = --
                set options 0
            else if contains -- $word $valued
                set skip 1
            end
        else
            set count (math $count + 1)
        end
    end
    test $argv[1] = $count; or test $argv[1] -lt 0 -a $count -ge (math 0 - $argv[1])
end

# What zrs says is there now, of kind $argv[1], each with $argv[2] behind it.
function __zrs_live
    set -l program (string unescape -- (commandline -opc | string match -rv '^\w+=')[1])
    set -l setting (commandline -opc | string match -r '^ZRS_MASTER=.*')
    set -l started (string unescape -- (commandline -ct | string replace -r '^--[\w-]+=' '') 2>/dev/null)
    command -q -- $program; or set program zrs
    test (count $started) = 1; or set started ''
    for line in (env $setting $program __complete $argv[1] "$started" (__zrs_words) 2>/dev/null </dev/null)
        set -l parts (string split -m 1 \t -- (string sub -s 2 -- $line))
        printf '%s%s\t%s\n' $parts[1] "$argv[2]" $parts[2]
    end
end

# Directories.
function __zrs_directories
    __fish_complete_directories (commandline -ct | string replace -r '^--[\w-]+=' '') ''
end

# Files that end with one of $argv, and directories.
function __zrs_files
    for line in (__fish_complete_path (commandline -ct | string replace -r '^--[\w-]+=' ''))
        set -l name (string split -m 1 \t -- $line)[1]
        set -l extension (string lower -- (string split -r -m 1 . -- $name)[-1])
        if string match -q '*/' -- $name; or contains -- $extension $argv
            printf '%s\n' $line
        end
    end
end

complete -c zrs -e
complete -c zrs -f
set -g __zrs_commands 'master' 'pub' 'echo' 'record' 'play' 'expect' 'topic' 'topic list' 'topic info' 'topic type' 'topic find' 'topic pub' 'topic echo' 'topic hz' 'topic bw' 'topic delay' 'node' 'node list' 'node info' 'node ping' 'node kill' 'node cleanup' 'bag' 'bag record' 'bag play' 'bag info' 'bag cat' 'bag filter' 'bag merge' 'bag convert' 'bag check' 'bag recover' 'graph' 'graph diff' 'plot' 'top' 'shell' 'launch' 'demo' 'doctor' 'completion'

complete -c zrs -n '__zrs_at -e ""' -a master -d 'Runs the master, which nodes find each other through'
complete -c zrs -n '__zrs_at -e ""' -a pub -d 'Publishes messages on a topic'
complete -c zrs -n '__zrs_at -e ""' -a echo -d 'Shows the messages of topics as they come'
complete -c zrs -n '__zrs_at -e ""' -a record -d 'Records messages into MCAP files, until Ctrl-C'
complete -c zrs -n '__zrs_at -e ""' -a play -d 'Publishes what is in recordings, each message at its time'
complete -c zrs -n '__zrs_at -e ""' -a expect -d 'Checks that messages, or the graph, are as expected'
complete -c zrs -n '__zrs_at -e ""' -a topic -d 'Lists, publishes, shows and measures topics'
complete -c zrs -n '__zrs_at -e ""' -a node -d 'Lists, describes, pings and ends nodes'
complete -c zrs -n '__zrs_at -e ""' -a bag -d 'Records messages, replays them, looks into recordings'
complete -c zrs -n '__zrs_at -e ""' -a graph -d 'Draws who talks to whom'
complete -c zrs -n '__zrs_at -e ""' -a plot -d 'Draws numbers over time'
complete -c zrs -n '__zrs_at -e ""' -a top -d 'Shows the whole system on one screen: master, topics and nodes'
complete -c zrs -n '__zrs_at -e ""' -a shell -d 'Takes commands line by line, over one connection'
complete -c zrs -n '__zrs_at -e ""' -a launch -d 'Starts a master and programs as one, and ends them as one'
complete -c zrs -n '__zrs_at -e ""' -a demo -d 'Runs a master and a small plant, and shows what flows'
complete -c zrs -n '__zrs_at -e ""' -a doctor -d 'Says what is wrong, why, and what helps'
complete -c zrs -n '__zrs_at -e ""' -a completion -d 'Prints the script by which a shell completes zrs'
complete -c zrs -n 'not __zrs_words | string length -q' -a help -d 'Shows the help of a command'
complete -c zrs -n '__zrs_at ""' -s V -l version -d 'Show version, commit, and the Java it runs on'
complete -c zrs -n '__zrs_at ""' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "master"' -l port -x -d 'Control port, 0 for a free one'
complete -c zrs -n '__zrs_at "master"' -l bind -x -a '127.0.0.1 0.0.0.0' -d 'Address to listen on'
complete -c zrs -n '__zrs_at "master"' -l data-ports -x -d 'Topics\' ports, two each'
complete -c zrs -n '__zrs_at "master"' -l max-message -x -d 'Longest message'
complete -c zrs -n '__zrs_at "master"' -l max-control -x -d 'Longest request'
complete -c zrs -n '__zrs_at "master"' -l handshake-timeout -x -d 'For a peer to say who it is'
complete -c zrs -n '__zrs_at "master"' -l max-connections -x -d 'Default: as descriptors allow'
complete -c zrs -n '__zrs_at "master"' -l max-topics -x -d 'Default: 10000'
complete -c zrs -n '__zrs_at "master"' -l queue -x -d 'Kept for a slow subscriber'
complete -c zrs -n '__zrs_at "master"' -l queue-total -x -d 'Kept for all of them'
complete -c zrs -n '__zrs_at "master"' -l state -x -a '(__zrs_directories)' -d 'Kept for restarts'
complete -c zrs -n '__zrs_at "master"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "master"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "master"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "pub"' -s f -l file -r -F -d 'A message a line of FILE'
complete -c zrs -n '__zrs_at "pub"' -l whole -d 'All of it is one message'
complete -c zrs -n '__zrs_at "pub"' -l docs -d 'A line --- ends a message, as zrs echo has it'
complete -c zrs -n '__zrs_at "pub"' -l envelope -r -F -d 'What zrs echo --json printed: each message to its own topic, or to TOPIC if that is given'
complete -c zrs -n '__zrs_at "pub"' -l json -d 'Check that messages are JSON, and compact them'
complete -c zrs -n '__zrs_at "pub"' -l template -d 'Fill in {{count}} {{count 5..9}} {{time}} {{time iso}} {{random 1..6}} {{random a|b}} {{uuid}}'
complete -c zrs -n '__zrs_at "pub"' -s r -l rate -x -d 'Messages a second'
complete -c zrs -n '__zrs_at "pub"' -s 1 -l once -d 'Each MESSAGE once, as without -r'
complete -c zrs -n '__zrs_at "pub"' -s n -l count -x -d 'Stop after COUNT messages'
complete -c zrs -n '__zrs_at "pub"' -s w -l wait-for -x -d 'Wait until N nodes subscribe'
complete -c zrs -n '__zrs_at "pub"' -l timeout -x -d 'Wait no longer, for -w and for the master: exit 4'
complete -c zrs -n '__zrs_at "pub"' -s l -l latch -d 'Have the last message kept for later subscribers'
complete -c zrs -n '__zrs_at "pub"' -s p -l print -x -d 'Print every Nth message'
complete -c zrs -n '__zrs_at "pub"' -s q -l quiet -d 'Do not say how many were sent'
complete -c zrs -n '__zrs_at "pub"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "pub"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "pub"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "pub"; and __zrs_parameter 1 1 -f --file --envelope -r --rate -n --count -w --wait-for --timeout -p --print --master -t --times --wait-matching-subscriptions --max-wait-time-secs' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "echo"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "echo"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "echo"' -s n -l count -x -d 'Stop after COUNT messages'
complete -c zrs -n '__zrs_at "echo"' -s 1 -l once -d 'Stop after one'
complete -c zrs -n '__zrs_at "echo"' -l timeout -x -d 'Stop after TIME, such as 5s'
complete -c zrs -n '__zrs_at "echo"' -l rate -x -d 'At most N a second of each topic: the newest'
complete -c zrs -n '__zrs_at "echo"' -s c -l clear -d 'Clear the screen before each message'
complete -c zrs -n '__zrs_at "echo"' -l field -x -k -a '(__zrs_live fields)' -d 'Only this field, such as pose.x or ranges[0]'
complete -c zrs -n '__zrs_at "echo"' -l stamp -d 'Show when a message came: seconds since 1970'
complete -c zrs -n '__zrs_at "echo"' -l full -l full-length -d 'Shorten nothing'
complete -c zrs -n '__zrs_at "echo"' -s l -l truncate-length -x -d 'Arrays and strings up to N'
complete -c zrs -n '__zrs_at "echo"' -l no-arr -l noarr -d 'Of arrays only type and length'
complete -c zrs -n '__zrs_at "echo"' -l no-str -l nostr -d 'Of strings only the length'
complete -c zrs -n '__zrs_at "echo"' -l raw -d 'Payloads as they are, a line end behind each'
complete -c zrs -n '__zrs_at "echo"' -l csv -d 'A table whose columns are the fields'
complete -c zrs -n '__zrs_at "echo"' -s p -l plot -d 'A table as rostopic echo -p has it'
complete -c zrs -n '__zrs_at "echo"' -l format -x -d 'As FMT says: %t topic, %s payload, %S size of it, %T time, %I in ISO 8601, %n number, %x hex, %j JSON, %{pose.x} a field'
complete -c zrs -n '__zrs_at "echo"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "echo"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "echo"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "echo"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "echo"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "echo"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "record"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "record"' -s e -l regex -d 'TOPICs are regular expressions for whole names'
complete -c zrs -n '__zrs_at "record"' -s x -l exclude -x -d 'No topics that match as a whole'
complete -c zrs -n '__zrs_at "record"' -s l -l limit -x -d 'At most COUNT messages of each topic'
complete -c zrs -n '__zrs_at "record"' -s o -l output-prefix -r -F -d 'Files are PREFIX_2026-03-01-12-34-56.mcap'
complete -c zrs -n '__zrs_at "record"' -s O -l output-name -x -k -a '(__zrs_files mcap)' -d 'The file is NAME.mcap'
complete -c zrs -n '__zrs_at "record"' -l split -d 'Begin another file, NAME_1.mcap and so on'
complete -c zrs -n '__zrs_at "record"' -l size -x -d 'after SIZE, as 500MB'
complete -c zrs -n '__zrs_at "record"' -l duration -x -d 'after TIME, as 30, 5m, 1h'
complete -c zrs -n '__zrs_at "record"' -l max-splits -x -d 'Keep the last COUNT files only'
complete -c zrs -n '__zrs_at "record"' -l repeat-latched -d 'Begin each further file with latched messages'
complete -c zrs -n '__zrs_at "record"' -l when -x -k -a '(__zrs_live expression)' -d 'Only around messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "record"' -l pre -x -d 'what came up to TIME before, 10s unless given'
complete -c zrs -n '__zrs_at "record"' -l post -x -d 'and after, 30s'
complete -c zrs -n '__zrs_at "record"' -s j -l zstd -d 'Compress by Zstandard: smaller, slower'
complete -c zrs -n '__zrs_at "record"' -l lz4 -d 'Compress by LZ4, as without any option'
complete -c zrs -n '__zrs_at "record"' -l compression -x -a 'none lz4 zstd' -d 'Compress by none, lz4 or zstd'
complete -c zrs -n '__zrs_at "record"' -s b -l buffer -x -d 'Memory for what waits'
complete -c zrs -n '__zrs_at "record"' -l chunksize -x -d 'How much a chunk holds'
complete -c zrs -n '__zrs_at "record"' -l min-free -x -d 'Stop when less is free'
complete -c zrs -n '__zrs_at "record"' -s q -l quiet -d 'Say nothing but what goes wrong'
complete -c zrs -n '__zrs_at "record"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "record"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "record"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "record"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "record"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "play"' -s r -l rate -x -a 'max' -d 'So many times as fast'
complete -c zrs -n '__zrs_at "play"' -s i -l immediate -d 'As -r max'
complete -c zrs -n '__zrs_at "play"' -s s -l start -x -d 'From there: seconds from the start, or a date'
complete -c zrs -n '__zrs_at "play"' -s u -l duration -x -d 'Only so much of it, such as 10s'
complete -c zrs -n '__zrs_at "play"' -s l -l loop -d 'Again and again, until Ctrl-C'
complete -c zrs -n '__zrs_at "play"' -s d -l delay -x -d 'Wait so long before the first message'
complete -c zrs -n '__zrs_at "play"' -l wait-for-subscribers -d 'Wait until each topic has one'
complete -c zrs -n '__zrs_at "play"' -l start-paused -l pause -d 'Begin paused'
complete -c zrs -n '__zrs_at "play"' -l break-when -x -k -a '(__zrs_live expression)' -d 'Pause behind a message that matches'
complete -c zrs -n '__zrs_at "play"' -s k -l keep-alive -d 'Stay at the end, for later subscribers'
complete -c zrs -n '__zrs_at "play"' -l topics -x -k -a '(__zrs_live topics)' -d 'Only this topic or pattern'
complete -c zrs -n '__zrs_at "play"' -s x -l exclude -x -d 'No topics whose names match'
complete -c zrs -n '__zrs_at "play"' -l remap -x -k -a '(__zrs_live topics :=)' -d 'Play topic A as B'
complete -c zrs -n '__zrs_at "play"' -s p -l prefix -x -d 'What goes before every topic\'s name'
complete -c zrs -n '__zrs_at "play"' -l clock -d 'Publish the time on /clock, else 100 times a second'
complete -c zrs -n '__zrs_at "play"' -l queue -x -d 'How many messages of a topic may wait to be sent'
complete -c zrs -n '__zrs_at "play"' -s q -l quiet -d 'Say nothing but what goes wrong'
complete -c zrs -n '__zrs_at "play"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "play"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "play"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "play"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "play"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "expect"' -l hz -x -d 'So often, on average'
complete -c zrs -n '__zrs_at "expect"' -s n -l count -x -d 'So many messages, or more: done when they are there'
complete -c zrs -n '__zrs_at "expect"' -l filter -x -k -a '(__zrs_live expression)' -d 'Which messages count, as x > 1 does'
complete -c zrs -n '__zrs_at "expect"' -l any -d 'One that matches is enough'
complete -c zrs -n '__zrs_at "expect"' -l every -d 'All messages have to match, and one has to come'
complete -c zrs -n '__zrs_at "expect"' -l silent -d 'No message comes, or none that matches'
complete -c zrs -n '__zrs_at "expect"' -l within -x -d 'For how long'
complete -c zrs -n '__zrs_at "expect"' -s f -l file -x -k -a '(__zrs_files yaml yml)' -d 'Many expectations at once, in YAML'
complete -c zrs -n '__zrs_at "expect"' -l graph -x -k -a '(__zrs_files yaml yml)' -d 'Who talks to whom, in YAML, is or becomes so'
complete -c zrs -n '__zrs_at "expect"' -l save -d 'Write the graph as it is to that FILE instead'
complete -c zrs -n '__zrs_at "expect"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "expect"' -l tap -d 'Print TAP 14, the Test Anything Protocol'
complete -c zrs -n '__zrs_at "expect"' -l junit -x -k -a '(__zrs_files xml)' -d 'Write JUnit\'s XML, too'
complete -c zrs -n '__zrs_at "expect"' -s q -l quiet -d 'Print no findings'
complete -c zrs -n '__zrs_at "expect"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "expect"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "expect"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "expect"; and __zrs_parameter 1 1 --hz -n --count --filter --within -f --file --graph --junit --master' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at -e "topic"' -a list -d 'Lists the topics that somebody is on, or that are latched'
complete -c zrs -n '__zrs_at -e "topic"' -a info -d 'Shows who is on a topic, and what its messages are'
complete -c zrs -n '__zrs_at -e "topic"' -a type -d 'Shows what the messages of a topic are'
complete -c zrs -n '__zrs_at -e "topic"' -a find -d 'Finds the topics whose messages are of a type'
complete -c zrs -n '__zrs_at -e "topic"' -a pub -d 'Publishes messages on a topic'
complete -c zrs -n '__zrs_at -e "topic"' -a echo -d 'Shows the messages of topics as they come'
complete -c zrs -n '__zrs_at -e "topic"' -a hz -d 'Shows how often messages come'
complete -c zrs -n '__zrs_at -e "topic"' -a bw -d 'Shows how many bytes come, and how big messages are'
complete -c zrs -n '__zrs_at -e "topic"' -a delay -d 'Shows how old messages are when they come'
complete -c zrs -n '__zrs_at "topic"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "topic list"' -s v -l verbose -d 'What is published and subscribed, and by how many'
complete -c zrs -n '__zrs_at "topic list"' -s p -d 'Only what is published'
complete -c zrs -n '__zrs_at "topic list"' -s s -d 'Only what is subscribed'
complete -c zrs -n '__zrs_at "topic list"' -s t -l show-types -d 'What the messages are, too'
complete -c zrs -n '__zrs_at "topic list"' -s c -l count-topics -d 'Only how many there are'
complete -c zrs -n '__zrs_at "topic list"' -s a -l all -d 'Also what was published once'
complete -c zrs -n '__zrs_at "topic list"' -l watch -d 'Keep the list current until Ctrl-C'
complete -c zrs -n '__zrs_at "topic list"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic list"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic list"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic list"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic list"; and __zrs_parameter 1 2 --master' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic info"' -s v -l verbose -d 'How much passes and waits, and what is lost, too'
complete -c zrs -n '__zrs_at "topic info"' -s a -l all -d 'List nodes of tools, too, such as zrs echo'
complete -c zrs -n '__zrs_at "topic info"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic info"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic info"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic info"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic info"; and __zrs_parameter 1 2 --master' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic type"' -l timeout -x -d 'How long to wait for a message'
complete -c zrs -n '__zrs_at "topic type"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic type"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic type"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic type"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic type"; and __zrs_parameter 1 2 --timeout --master' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic find"' -s c -l count-topics -d 'Only how many there are'
complete -c zrs -n '__zrs_at "topic find"' -l timeout -x -d 'How long to wait for messages of an original ZeROSMQ master, which keeps none'
complete -c zrs -n '__zrs_at "topic find"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic find"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic find"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic find"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic find"; and __zrs_parameter 1 2 --timeout --master' -a 'number text json binary'

complete -c zrs -n '__zrs_at "topic pub"' -s f -l file -r -F -d 'A message a line of FILE'
complete -c zrs -n '__zrs_at "topic pub"' -l whole -d 'All of it is one message'
complete -c zrs -n '__zrs_at "topic pub"' -l docs -d 'A line --- ends a message, as zrs echo has it'
complete -c zrs -n '__zrs_at "topic pub"' -l envelope -r -F -d 'What zrs echo --json printed: each message to its own topic, or to TOPIC if that is given'
complete -c zrs -n '__zrs_at "topic pub"' -l json -d 'Check that messages are JSON, and compact them'
complete -c zrs -n '__zrs_at "topic pub"' -l template -d 'Fill in {{count}} {{count 5..9}} {{time}} {{time iso}} {{random 1..6}} {{random a|b}} {{uuid}}'
complete -c zrs -n '__zrs_at "topic pub"' -s r -l rate -x -d 'Messages a second'
complete -c zrs -n '__zrs_at "topic pub"' -s 1 -l once -d 'Each MESSAGE once, as without -r'
complete -c zrs -n '__zrs_at "topic pub"' -s n -l count -x -d 'Stop after COUNT messages'
complete -c zrs -n '__zrs_at "topic pub"' -s w -l wait-for -x -d 'Wait until N nodes subscribe'
complete -c zrs -n '__zrs_at "topic pub"' -l timeout -x -d 'Wait no longer, for -w and for the master: exit 4'
complete -c zrs -n '__zrs_at "topic pub"' -s l -l latch -d 'Have the last message kept for later subscribers'
complete -c zrs -n '__zrs_at "topic pub"' -s p -l print -x -d 'Print every Nth message'
complete -c zrs -n '__zrs_at "topic pub"' -s q -l quiet -d 'Do not say how many were sent'
complete -c zrs -n '__zrs_at "topic pub"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic pub"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic pub"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic pub"; and __zrs_parameter 1 2 -f --file --envelope -r --rate -n --count -w --wait-for --timeout -p --print --master -t --times --wait-matching-subscriptions --max-wait-time-secs' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic echo"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "topic echo"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "topic echo"' -s n -l count -x -d 'Stop after COUNT messages'
complete -c zrs -n '__zrs_at "topic echo"' -s 1 -l once -d 'Stop after one'
complete -c zrs -n '__zrs_at "topic echo"' -l timeout -x -d 'Stop after TIME, such as 5s'
complete -c zrs -n '__zrs_at "topic echo"' -l rate -x -d 'At most N a second of each topic: the newest'
complete -c zrs -n '__zrs_at "topic echo"' -s c -l clear -d 'Clear the screen before each message'
complete -c zrs -n '__zrs_at "topic echo"' -l field -x -k -a '(__zrs_live fields)' -d 'Only this field, such as pose.x or ranges[0]'
complete -c zrs -n '__zrs_at "topic echo"' -l stamp -d 'Show when a message came: seconds since 1970'
complete -c zrs -n '__zrs_at "topic echo"' -l full -l full-length -d 'Shorten nothing'
complete -c zrs -n '__zrs_at "topic echo"' -s l -l truncate-length -x -d 'Arrays and strings up to N'
complete -c zrs -n '__zrs_at "topic echo"' -l no-arr -l noarr -d 'Of arrays only type and length'
complete -c zrs -n '__zrs_at "topic echo"' -l no-str -l nostr -d 'Of strings only the length'
complete -c zrs -n '__zrs_at "topic echo"' -l raw -d 'Payloads as they are, a line end behind each'
complete -c zrs -n '__zrs_at "topic echo"' -l csv -d 'A table whose columns are the fields'
complete -c zrs -n '__zrs_at "topic echo"' -s p -l plot -d 'A table as rostopic echo -p has it'
complete -c zrs -n '__zrs_at "topic echo"' -l format -x -d 'As FMT says: %t topic, %s payload, %S size of it, %T time, %I in ISO 8601, %n number, %x hex, %j JSON, %{pose.x} a field'
complete -c zrs -n '__zrs_at "topic echo"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic echo"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "topic echo"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic echo"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic echo"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic echo"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic hz"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "topic hz"' -s w -l window -x -d 'Look back at N messages'
complete -c zrs -n '__zrs_at "topic hz"' -s n -l count -x -d 'Stop after so many reports'
complete -c zrs -n '__zrs_at "topic hz"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "topic hz"' -s v -l verbose -d 'Show percentiles and jitter, too'
complete -c zrs -n '__zrs_at "topic hz"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "topic hz"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic hz"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic hz"' -l master-side -d 'Let the master count: rates alone, no traffic'
complete -c zrs -n '__zrs_at "topic hz"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic hz"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic hz"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic bw"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "topic bw"' -s w -l window -x -d 'Look back at N messages'
complete -c zrs -n '__zrs_at "topic bw"' -s n -l count -x -d 'Stop after so many reports'
complete -c zrs -n '__zrs_at "topic bw"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "topic bw"' -s v -l verbose -d 'Show percentiles, too'
complete -c zrs -n '__zrs_at "topic bw"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "topic bw"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic bw"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic bw"' -l master-side -d 'Let the master count, with headers: no traffic'
complete -c zrs -n '__zrs_at "topic bw"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic bw"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic bw"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "topic delay"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "topic delay"' -s w -l window -x -d 'Look back at N messages'
complete -c zrs -n '__zrs_at "topic delay"' -s n -l count -x -d 'Stop after so many reports'
complete -c zrs -n '__zrs_at "topic delay"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "topic delay"' -s v -l verbose -d 'Show percentiles, too'
complete -c zrs -n '__zrs_at "topic delay"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "topic delay"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "topic delay"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "topic delay"' -l field -x -k -a '(__zrs_live fields)' -d 'Where the stamp is'
complete -c zrs -n '__zrs_at "topic delay"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "topic delay"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "topic delay"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at -e "node"' -a list -d 'Lists the nodes'
complete -c zrs -n '__zrs_at -e "node"' -a info -d 'Describes nodes: topics, peers, process, traffic'
complete -c zrs -n '__zrs_at -e "node"' -a ping -d 'Asks nodes for a sign of life'
complete -c zrs -n '__zrs_at -e "node"' -a kill -d 'Has nodes end'
complete -c zrs -n '__zrs_at -e "node"' -a cleanup -d 'Has the master forget nodes that do not answer'
complete -c zrs -n '__zrs_at "node"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "node list"' -s a -l all -d 'Tools\' nodes too, each behind its address'
complete -c zrs -n '__zrs_at "node list"' -s u -d 'Only the addresses'
complete -c zrs -n '__zrs_at "node list"' -s c -l count-nodes -d 'Only how many there are'
complete -c zrs -n '__zrs_at "node list"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "node list"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "node list"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "node list"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "node info"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "node info"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "node info"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "node info"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "node info"' -k -a '(__zrs_live nodes)'

complete -c zrs -n '__zrs_at "node ping"' -s c -l count -x -d 'Stop after COUNT times'
complete -c zrs -n '__zrs_at "node ping"' -s a -l all -d 'Every node that \'zrs node list\' shows, once'
complete -c zrs -n '__zrs_at "node ping"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "node ping"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "node ping"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "node ping"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "node ping"; and __zrs_parameter 1 2 -c --count --master' -k -a '(__zrs_live nodes)'

complete -c zrs -n '__zrs_at "node kill"' -s a -l all -d 'Every node that \'zrs node list\' shows'
complete -c zrs -n '__zrs_at "node kill"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "node kill"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "node kill"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "node kill"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "node kill"' -k -a '(__zrs_live nodes)'

complete -c zrs -n '__zrs_at "node cleanup"' -s y -l yes -d 'Do not ask'
complete -c zrs -n '__zrs_at "node cleanup"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "node cleanup"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "node cleanup"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "node cleanup"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at -e "bag"' -a record -d 'Records messages into MCAP files, until Ctrl-C'
complete -c zrs -n '__zrs_at -e "bag"' -a play -d 'Publishes what is in recordings, each message at its time'
complete -c zrs -n '__zrs_at -e "bag"' -a info -d 'Tells what is in recordings'
complete -c zrs -n '__zrs_at -e "bag"' -a cat -d 'Shows the messages of recordings, in the order of time'
complete -c zrs -n '__zrs_at -e "bag"' -a filter -d 'Writes a part of a bag as a bag of its own'
complete -c zrs -n '__zrs_at -e "bag"' -a merge -d 'Makes one bag of several, in the order of time'
complete -c zrs -n '__zrs_at -e "bag"' -a convert -d 'Writes a bag in another format, or compressed otherwise'
complete -c zrs -n '__zrs_at -e "bag"' -a check -d 'Says whether bags are whole, and what is wrong with them'
complete -c zrs -n '__zrs_at -e "bag"' -a recover -d 'Makes a whole bag of one that is cut off, unfinished or damaged'
complete -c zrs -n '__zrs_at "bag"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "bag record"' -s a -l all -d 'Every topic, those that appear later included'
complete -c zrs -n '__zrs_at "bag record"' -s e -l regex -d 'TOPICs are regular expressions for whole names'
complete -c zrs -n '__zrs_at "bag record"' -s x -l exclude -x -d 'No topics that match as a whole'
complete -c zrs -n '__zrs_at "bag record"' -s l -l limit -x -d 'At most COUNT messages of each topic'
complete -c zrs -n '__zrs_at "bag record"' -s o -l output-prefix -r -F -d 'Files are PREFIX_2026-03-01-12-34-56.mcap'
complete -c zrs -n '__zrs_at "bag record"' -s O -l output-name -x -k -a '(__zrs_files mcap)' -d 'The file is NAME.mcap'
complete -c zrs -n '__zrs_at "bag record"' -l split -d 'Begin another file, NAME_1.mcap and so on'
complete -c zrs -n '__zrs_at "bag record"' -l size -x -d 'after SIZE, as 500MB'
complete -c zrs -n '__zrs_at "bag record"' -l duration -x -d 'after TIME, as 30, 5m, 1h'
complete -c zrs -n '__zrs_at "bag record"' -l max-splits -x -d 'Keep the last COUNT files only'
complete -c zrs -n '__zrs_at "bag record"' -l repeat-latched -d 'Begin each further file with latched messages'
complete -c zrs -n '__zrs_at "bag record"' -l when -x -k -a '(__zrs_live expression)' -d 'Only around messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "bag record"' -l pre -x -d 'what came up to TIME before, 10s unless given'
complete -c zrs -n '__zrs_at "bag record"' -l post -x -d 'and after, 30s'
complete -c zrs -n '__zrs_at "bag record"' -s j -l zstd -d 'Compress by Zstandard: smaller, slower'
complete -c zrs -n '__zrs_at "bag record"' -l lz4 -d 'Compress by LZ4, as without any option'
complete -c zrs -n '__zrs_at "bag record"' -l compression -x -a 'none lz4 zstd' -d 'Compress by none, lz4 or zstd'
complete -c zrs -n '__zrs_at "bag record"' -s b -l buffer -x -d 'Memory for what waits'
complete -c zrs -n '__zrs_at "bag record"' -l chunksize -x -d 'How much a chunk holds'
complete -c zrs -n '__zrs_at "bag record"' -l min-free -x -d 'Stop when less is free'
complete -c zrs -n '__zrs_at "bag record"' -s q -l quiet -d 'Say nothing but what goes wrong'
complete -c zrs -n '__zrs_at "bag record"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag record"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "bag record"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag record"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag record"' -k -a '(__zrs_live topics)'

complete -c zrs -n '__zrs_at "bag play"' -s r -l rate -x -a 'max' -d 'So many times as fast'
complete -c zrs -n '__zrs_at "bag play"' -s i -l immediate -d 'As -r max'
complete -c zrs -n '__zrs_at "bag play"' -s s -l start -x -d 'From there: seconds from the start, or a date'
complete -c zrs -n '__zrs_at "bag play"' -s u -l duration -x -d 'Only so much of it, such as 10s'
complete -c zrs -n '__zrs_at "bag play"' -s l -l loop -d 'Again and again, until Ctrl-C'
complete -c zrs -n '__zrs_at "bag play"' -s d -l delay -x -d 'Wait so long before the first message'
complete -c zrs -n '__zrs_at "bag play"' -l wait-for-subscribers -d 'Wait until each topic has one'
complete -c zrs -n '__zrs_at "bag play"' -l start-paused -l pause -d 'Begin paused'
complete -c zrs -n '__zrs_at "bag play"' -l break-when -x -k -a '(__zrs_live expression)' -d 'Pause behind a message that matches'
complete -c zrs -n '__zrs_at "bag play"' -s k -l keep-alive -d 'Stay at the end, for later subscribers'
complete -c zrs -n '__zrs_at "bag play"' -l topics -x -k -a '(__zrs_live topics)' -d 'Only this topic or pattern'
complete -c zrs -n '__zrs_at "bag play"' -s x -l exclude -x -d 'No topics whose names match'
complete -c zrs -n '__zrs_at "bag play"' -l remap -x -k -a '(__zrs_live topics :=)' -d 'Play topic A as B'
complete -c zrs -n '__zrs_at "bag play"' -s p -l prefix -x -d 'What goes before every topic\'s name'
complete -c zrs -n '__zrs_at "bag play"' -l clock -d 'Publish the time on /clock, else 100 times a second'
complete -c zrs -n '__zrs_at "bag play"' -l queue -x -d 'How many messages of a topic may wait to be sent'
complete -c zrs -n '__zrs_at "bag play"' -s q -l quiet -d 'Say nothing but what goes wrong'
complete -c zrs -n '__zrs_at "bag play"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag play"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "bag play"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag play"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag play"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag info"' -l freq -d 'Rates by the median time between two messages'
complete -c zrs -n '__zrs_at "bag info"' -s y -l yaml -d 'Print YAML, as rosbag info -y does'
complete -c zrs -n '__zrs_at "bag info"' -s k -l key -x -a 'path format library duration start end size messages indexed state compression types topics lost lost_topics late attachments' -d 'Only this of what -y prints, as topics[0].messages'
complete -c zrs -n '__zrs_at "bag info"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag info"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag info"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag info"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag cat"' -s s -l start -x -d 'From there: seconds from the start, or a date'
complete -c zrs -n '__zrs_at "bag cat"' -s u -l duration -x -d 'For so long, such as 10s'
complete -c zrs -n '__zrs_at "bag cat"' -l end -x -d 'Up to there: as for --start'
complete -c zrs -n '__zrs_at "bag cat"' -l topics -x -k -a '(__zrs_live topics)' -d 'Only this topic or pattern'
complete -c zrs -n '__zrs_at "bag cat"' -s x -l exclude -x -d 'No topics whose names match'
complete -c zrs -n '__zrs_at "bag cat"' -l filter -x -k -a '(__zrs_live expression)' -d 'Only messages that match, as x > 1 does'
complete -c zrs -n '__zrs_at "bag cat"' -s n -l count -x -d 'Stop after COUNT messages'
complete -c zrs -n '__zrs_at "bag cat"' -s o -l output -r -F -d 'Into this file, which is written anew'
complete -c zrs -n '__zrs_at "bag cat"' -l field -x -k -a '(__zrs_live fields)' -d 'Only this field, such as pose.x or ranges[0]'
complete -c zrs -n '__zrs_at "bag cat"' -l full -l full-length -d 'Shorten nothing'
complete -c zrs -n '__zrs_at "bag cat"' -s l -l truncate-length -x -d 'Arrays and strings up to N'
complete -c zrs -n '__zrs_at "bag cat"' -l no-arr -l noarr -d 'Of arrays only type and length'
complete -c zrs -n '__zrs_at "bag cat"' -l no-str -l nostr -d 'Of strings only the length'
complete -c zrs -n '__zrs_at "bag cat"' -l raw -d 'Payloads as they are, a line end behind each'
complete -c zrs -n '__zrs_at "bag cat"' -l csv -d 'A table whose columns are the fields'
complete -c zrs -n '__zrs_at "bag cat"' -s p -l plot -d 'A table as rostopic echo -p has it'
complete -c zrs -n '__zrs_at "bag cat"' -l format -x -d 'As FMT says: %t topic, %s payload, %S size of it, %T time, %I in ISO 8601, %n number, %x hex, %j JSON, %{pose.x} a field'
complete -c zrs -n '__zrs_at "bag cat"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag cat"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag cat"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag cat"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag filter"' -l topics -x -k -a '(__zrs_live topics)' -d 'Only this topic or pattern'
complete -c zrs -n '__zrs_at "bag filter"' -s x -l exclude -x -d 'No topics whose names match'
complete -c zrs -n '__zrs_at "bag filter"' -s s -l start -x -d 'From there: seconds from the start, or a date'
complete -c zrs -n '__zrs_at "bag filter"' -s u -l duration -x -d 'For so long, such as 10s'
complete -c zrs -n '__zrs_at "bag filter"' -l end -x -d 'Up to there: as for --start'
complete -c zrs -n '__zrs_at "bag filter"' -s n -l count -x -d 'At most the first COUNT messages'
complete -c zrs -n '__zrs_at "bag filter"' -l no-latched -d 'Without the latched values from before the part'
complete -c zrs -n '__zrs_at "bag filter"' -s j -l zstd -d 'Compress small, by Zstandard'
complete -c zrs -n '__zrs_at "bag filter"' -l lz4 -d 'Compress fast: what is done anyway'
complete -c zrs -n '__zrs_at "bag filter"' -l compression -x -a 'none lz4 zstd' -d 'none, lz4 or zstd'
complete -c zrs -n '__zrs_at "bag filter"' -l chunksize -x -d 'Bytes of messages in a chunk, 768KiB if not given'
complete -c zrs -n '__zrs_at "bag filter"' -s f -l force -d 'Replace OUT if it is there'
complete -c zrs -n '__zrs_at "bag filter"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag filter"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag filter"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag filter"; and __zrs_parameter 1 2 --topics -x --exclude -s --start -u --duration --end -n --count --compression --chunksize' -k -a '(__zrs_files mcap active zerosmq txt csv)'
complete -c zrs -n '__zrs_at "bag filter"; and __zrs_parameter 2 2 --topics -x --exclude -s --start -u --duration --end -n --count --compression --chunksize' -k -a '(__zrs_files mcap active zerosmq txt csv)'
complete -c zrs -n '__zrs_at "bag filter"; and __zrs_parameter 3 2 --topics -x --exclude -s --start -u --duration --end -n --count --compression --chunksize' -k -a '(__zrs_live expression)'

complete -c zrs -n '__zrs_at "bag merge"' -s o -l output -x -k -a '(__zrs_files mcap active zerosmq txt csv)' -d 'The file to write'
complete -c zrs -n '__zrs_at "bag merge"' -l offset -x -k -a '(__zrs_files mcap active zerosmq txt csv)' -d 'Everything in IN was so much later, or earlier by a number below 0: for clocks that differ'
complete -c zrs -n '__zrs_at "bag merge"' -s j -l zstd -d 'Compress small, by Zstandard'
complete -c zrs -n '__zrs_at "bag merge"' -l lz4 -d 'Compress fast: what is done anyway'
complete -c zrs -n '__zrs_at "bag merge"' -l compression -x -a 'none lz4 zstd' -d 'none, lz4 or zstd'
complete -c zrs -n '__zrs_at "bag merge"' -l chunksize -x -d 'Bytes of messages in a chunk, 768KiB if not given'
complete -c zrs -n '__zrs_at "bag merge"' -s f -l force -d 'Replace OUT if it is there'
complete -c zrs -n '__zrs_at "bag merge"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag merge"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag merge"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag merge"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag convert"' -l to -x -a 'mcap zerosmq' -d 'mcap or zerosmq'
complete -c zrs -n '__zrs_at "bag convert"' -l absolute -d 'In ZeROSMQ\'s lines, time since 1970 instead of the start'
complete -c zrs -n '__zrs_at "bag convert"' -s j -l zstd -d 'Compress small, by Zstandard'
complete -c zrs -n '__zrs_at "bag convert"' -l lz4 -d 'Compress fast: what is done anyway'
complete -c zrs -n '__zrs_at "bag convert"' -l compression -x -a 'none lz4 zstd' -d 'none, lz4 or zstd'
complete -c zrs -n '__zrs_at "bag convert"' -l chunksize -x -d 'Bytes of messages in a chunk, 768KiB if not given'
complete -c zrs -n '__zrs_at "bag convert"' -s f -l force -d 'Replace OUT if it is there'
complete -c zrs -n '__zrs_at "bag convert"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag convert"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag convert"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag convert"; and __zrs_parameter 1 2 --to --compression --chunksize' -k -a '(__zrs_files mcap active zerosmq txt csv)'
complete -c zrs -n '__zrs_at "bag convert"; and __zrs_parameter 2 2 --to --compression --chunksize' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag check"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag check"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag check"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag check"' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at "bag recover"' -s o -l output -x -k -a '(__zrs_files mcap active zerosmq txt csv)' -d 'The file to write'
complete -c zrs -n '__zrs_at "bag recover"' -l in-place -d 'Put the whole bag in the place of IN, without .active'
complete -c zrs -n '__zrs_at "bag recover"' -s f -l force -d 'Replace OUT if it is there'
complete -c zrs -n '__zrs_at "bag recover"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "bag recover"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "bag recover"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "bag recover"; and __zrs_parameter 1 2 -o --output' -k -a '(__zrs_files mcap active zerosmq txt csv)'

complete -c zrs -n '__zrs_at -e "graph"' -a diff -d 'Says what came and went between two graphs'
complete -c zrs -n '__zrs_at "graph"' -s o -l output -x -k -a '(__zrs_files svg png html dot mmd json txt)' -d 'Write to a file, in the format its name ends with'
complete -c zrs -n '__zrs_at "graph"' -l format -x -a 'text dot svg png mermaid json html' -d 'text dot svg png mermaid json html'
complete -c zrs -n '__zrs_at "graph"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "graph"' -l view -d 'Open the picture in the system\'s viewer'
complete -c zrs -n '__zrs_at "graph"' -l watch -d 'Keep the picture current until Ctrl-C'
complete -c zrs -n '__zrs_at "graph"' -l rates -d 'How much flows, and what is lost'
complete -c zrs -n '__zrs_at "graph"' -l interval -x -d 'How long --rates measures'
complete -c zrs -n '__zrs_at "graph"' -l topics -x -a 'nodes edges' -d 'Topics as boxes of their own, as without it'
complete -c zrs -n '__zrs_at "graph"' -l focus -x -k -a '(__zrs_live names)' -d 'Only what is near: a name, NODE#INSTANCE, or a pattern with *'
complete -c zrs -n '__zrs_at "graph"' -l depth -x -d 'How near: so many hops'
complete -c zrs -n '__zrs_at "graph"' -l include -x -d 'Only nodes and topics with such names, and what is joined to them'
complete -c zrs -n '__zrs_at "graph"' -l exclude -x -d 'No nodes and topics with such names'
complete -c zrs -n '__zrs_at "graph"' -l hide -x -a '(__fish_complete_list , \'printf "%s\\n" leaf debug\')' -d 'leaf: no topics with one end only'
complete -c zrs -n '__zrs_at "graph"' -l collapse -d 'Draw what is in one namespace as one: so many parts of the names'
complete -c zrs -n '__zrs_at "graph"' -s a -l all -d 'Tools\' own nodes too, such as that of \'zrs echo\''
complete -c zrs -n '__zrs_at "graph"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "graph"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "graph"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "graph diff"' -s o -l output -x -k -a '(__zrs_files svg png html dot mmd json txt)' -d 'Write to a file, in the format its name ends with'
complete -c zrs -n '__zrs_at "graph diff"' -l format -x -a 'text dot svg png mermaid json html' -d 'text dot svg png mermaid json html'
complete -c zrs -n '__zrs_at "graph diff"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "graph diff"' -s a -l all -d 'Tools\' own nodes too, where a master tells'
complete -c zrs -n '__zrs_at "graph diff"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "graph diff"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "graph diff"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "graph diff"; and __zrs_parameter 1 2 -o --output --format --master' -k -a '(__zrs_files json)'
complete -c zrs -n '__zrs_at "graph diff"; and __zrs_parameter 2 2 -o --output --format --master' -k -a '(__zrs_files json)'

complete -c zrs -n '__zrs_at "plot"' -l span -x -d 'How much time is shown'
complete -c zrs -n '__zrs_at "plot"' -l range -x -d 'The values shown, such as 0:100'
complete -c zrs -n '__zrs_at "plot"' -l stamp -x -k -a '(__zrs_live fields)' -d 'Time is this field of a message, else its arrival'
complete -c zrs -n '__zrs_at "plot"' -s o -l output -x -k -a '(__zrs_files png svg csv)' -d 'Write a .png, .svg or .csv at the end'
complete -c zrs -n '__zrs_at "plot"' -l view -d 'Show it live in a window'
complete -c zrs -n '__zrs_at "plot"' -s n -l count -x -d 'Stop after COUNT samples'
complete -c zrs -n '__zrs_at "plot"' -l duration -x -d 'Stop after TIME, such as 10s'
complete -c zrs -n '__zrs_at "plot"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "plot"' -l strict -d 'End with exit code 3 if messages were lost'
complete -c zrs -n '__zrs_at "plot"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "plot"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "plot"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "plot"' -k -a '(__zrs_live targets)'

complete -c zrs -n '__zrs_at "top"' -s d -l delay -x -d 'How often it is refreshed, such as 500ms'
complete -c zrs -n '__zrs_at "top"' -s s -l sort -x -a 'topic rate bandwidth size publishers subscribers waiting lost seen minute node pid host program protocol topics published received address' -d 'What the tables are sorted by, else by name: rate, bandwidth, size, publishers, subscribers, waiting, lost, seen and so on, as the columns are called'
complete -c zrs -n '__zrs_at "top"' -s r -l reverse -d 'The other way round'
complete -c zrs -n '__zrs_at "top"' -s f -l filter -x -d 'Only what has this in its name'
complete -c zrs -n '__zrs_at "top"' -s a -l all -d 'Also tools\' nodes, and topics that nobody is on'
complete -c zrs -n '__zrs_at "top"' -l once -d 'Print it once, as plain text, rates of one TIME'
complete -c zrs -n '__zrs_at "top"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "top"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "top"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "top"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "shell"' -s c -x -d 'Run this instead'
complete -c zrs -n '__zrs_at "shell"' -s k -l keep-going -d 'Go on behind a line that fails'
complete -c zrs -n '__zrs_at "shell"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "shell"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "shell"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "shell"; and __zrs_parameter 1 1 -c --master' -F

complete -c zrs -n '__zrs_at "launch"' -s n -l dry-run -d 'Print what would be started'
complete -c zrs -n '__zrs_at "launch"' -l nodes -d 'Print the nodes\' names'
complete -c zrs -n '__zrs_at "launch"' -s s -l show-args -d 'Print the file\'s arguments'
complete -c zrs -n '__zrs_at "launch"' -l log-dir -x -a '(__zrs_directories)' -d 'Write each node\'s output to DIR/NODE.log, too'
complete -c zrs -n '__zrs_at "launch"' -l sigint-timeout -x -d 'From SIGINT to SIGTERM'
complete -c zrs -n '__zrs_at "launch"' -l sigterm-timeout -x -d 'From SIGTERM to SIGKILL'
complete -c zrs -n '__zrs_at "launch"' -s q -l quiet -d 'Only what the nodes print, and what goes wrong'
complete -c zrs -n '__zrs_at "launch"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "launch"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "launch"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "launch"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "launch"; and __zrs_parameter 1 1 --log-dir --sigint-timeout --sigterm-timeout --master' -k -a '(__zrs_files yaml yml)'
complete -c zrs -n '__zrs_at "launch"; and __zrs_parameter -2 1 --log-dir --sigint-timeout --sigterm-timeout --master' -k -a '(__zrs_live arguments)'

complete -c zrs -n '__zrs_at "demo"' -l duration -x -d 'End after this time'
complete -c zrs -n '__zrs_at "demo"' -l port -x -d 'The master\'s port'
complete -c zrs -n '__zrs_at "demo"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "demo"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "demo"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "doctor"' -s v -l verbose -d 'Show what is as it should be, too'
complete -c zrs -n '__zrs_at "doctor"' -l wait -x -d 'For how long to watch messages flow'
complete -c zrs -n '__zrs_at "doctor"' -l json -d 'Print JSON, one object a line'
complete -c zrs -n '__zrs_at "doctor"' -l master -x -a 'localhost (__fish_print_hostnames)' -d 'Where the master listens'
complete -c zrs -n '__zrs_at "doctor"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "doctor"' -s h -l help -d 'Show this help'

complete -c zrs -n '__zrs_at "completion"' -l debug -d 'Show where an error comes from'
complete -c zrs -n '__zrs_at "completion"' -s h -l help -d 'Show this help'
complete -c zrs -n '__zrs_at "completion"; and __zrs_parameter 1 1 ' -a 'bash zsh fish'
