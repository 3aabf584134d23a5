package io.zrs.doctor;

import io.zrs.doctor.Attempt.Outcome;
import java.util.List;
import java.util.Optional;

/** Judges the way to the master's control port. */
final class NetworkJudge {
    private static final String CONTROL = "control_port";
    private static final String ELSEWHERE = "zrs master --port 5556, and export ZRS_MASTER=";

    private final NetworkFacts facts;
    private final Findings findings = new Findings(Area.NETWORK);

    private NetworkJudge(NetworkFacts facts) {
        this.facts = facts;
    }

    static List<Finding> judge(NetworkFacts facts) {
        NetworkJudge judge = new NetworkJudge(facts);
        judge.control();
        judge.masters();
        return judge.findings.list();
    }

    private void control() {
        if (!facts.resolved()) {
            findings.error(
                    "host_name",
                    "there is no host '" + facts.host() + "'",
                    "neither /etc/hosts nor a name server knows the name",
                    "check the spelling, give the address in numbers, or add the line 'ADDRESS " + facts.host()
                            + "' to /etc/hosts");
            return;
        }
        Optional<Attempt> open =
                facts.attempts().stream().filter(Attempt::isOpen).findFirst();
        if (open.isEmpty()) {
            closed();
        } else {
            if (!isIpv6Alone()) {
                answered();
            }
        }
    }

    private void closed() {
        Outcome outcome = facts.attempts().isEmpty()
                ? Outcome.UNREACHABLE
                : facts.attempts().get(0).outcome();
        switch (outcome) {
            case REFUSED -> refused();
            case TIMED_OUT ->
                findings.error(
                        CONTROL,
                        "nothing answers at " + facts.address() + ", not even to refuse",
                        "the machine is off or has another address, or a firewall drops what comes for the port",
                        "try ping " + facts.host() + "; let the port through there: sudo ufw allow " + facts.port()
                                + "/tcp" + ", or sudo firewall-cmd --add-port=" + facts.port() + "/tcp");
            default ->
                findings.error(
                        CONTROL,
                        "there is no way to " + facts.address(),
                        "this machine has no route to it, or a firewall on the way says so",
                        "see 'ip route get "
                                + (facts.attempts().isEmpty()
                                        ? facts.host()
                                        : facts.attempts().get(0).ip())
                                + "': is the cable, the wireless network or the VPN there?");
        }
    }

    private void refused() {
        String what = "nothing listens at " + facts.address();
        Optional<Listener> hidden =
                facts.listeners().stream().filter(Listener::isLocalOnly).findFirst();
        if (!facts.local()) {
            findings.error(
                    CONTROL,
                    what,
                    "no master runs there, or it listens for its own machine alone, as it does unless told otherwise",
                    "there: zrs master --bind 0.0.0.0" + portOption());
        } else if (hidden.isPresent()) {
            findings.error(
                    CONTROL,
                    what,
                    hidden.get().name() + " listens on " + hidden.get().ip() + " alone",
                    "use --master " + hidden.get().ip() + ":" + facts.port() + " on this machine; for others, start it"
                            + " as zrs master --bind 0.0.0.0" + portOption());
        } else if (!facts.masters().isEmpty()) {
            Listener other = facts.masters().get(0);
            findings.error(
                    CONTROL,
                    what,
                    "the master of this machine, " + other.name() + ", is at port " + other.port(),
                    "export ZRS_MASTER=127.0.0.1:" + other.port() + ", or give --master");
        } else {
            findings.error(CONTROL, what, "no master runs; the port is free", "zrs master" + portOption());
        }
    }

    private String portOption() {
        return facts.port() == 5555 ? "" : " --port " + facts.port();
    }

    /** ZeroMQ takes the IPv4 address of a name, unless it is told otherwise, which an address in numbers does. */
    private boolean isIpv6Alone() {
        boolean named = facts.host().indexOf(':') < 0;
        boolean alone =
                named && facts.attempts().stream().filter(Attempt::isOpen).allMatch(Attempt::isIpv6);
        if (alone) {
            String ip = facts.attempts().stream()
                    .filter(Attempt::isOpen)
                    .findFirst()
                    .map(Attempt::ip)
                    .orElse("");
            findings.error(
                    "ipv6",
                    facts.address() + " can be reached by IPv6 alone",
                    "nodes and commands take the IPv4 address of a name, which is missing or closed",
                    "give the address in numbers: export ZRS_MASTER='[" + ip + "]:" + facts.port() + "'");
        }
        return alone;
    }

    private void answered() {
        String at = "what listens at " + facts.address();
        Optional<Listener> holder = facts.listeners().stream()
                .filter(listener -> listener.pid() != 0)
                .findFirst();
        String who = holder.map(listener -> "it is " + listener.name())
                .orElse(facts.local() ? "it is a program of another user" : "another program has the port there");
        String move = "start the master at another port: " + ELSEWHERE + facts.host() + ":5556"
                + holder.map(listener -> "; or end process " + listener.pid()).orElse("");
        switch (facts.answer()) {
            case HTTP -> findings.error(CONTROL, at + " is a web server, and no master", who, move);
            case OTHER -> findings.error(CONTROL, at + " is no master; it says '" + facts.said() + "'", who, move);
            case ZEROMQ ->
                findings.error(
                        CONTROL,
                        at + " speaks ZeroMQ, and does not answer as a master",
                        "it is a data port or another ZeroMQ program; or an original ZeROSMQ master that hears nobody any"
                                + " more, as after a node's REQUEST_STOP"
                                + holder.map(h -> "; " + h.name()).orElse(""),
                        "give the control port, mostly 5555; start an original master anew, or zrs master in its place");
            case SILENCE -> silence(at, holder, who);
            default -> findings.ok(CONTROL, facts.address() + " accepts connections");
        }
    }

    private void silence(String at, Optional<Listener> holder, String who) {
        if (holder.isPresent() && holder.get().stopped()) {
            long pid = holder.get().pid();
            findings.error(
                    CONTROL,
                    at + " says nothing",
                    holder.get().name() + " is stopped, as by Ctrl-Z",
                    "let it go on: kill -CONT " + pid + "; or end it: kill -KILL " + pid);
        } else {
            findings.error(
                    CONTROL,
                    at + " accepts connections and says nothing",
                    who + "; it hangs, or is no master",
                    "end it, if it should be the master, and start zrs master" + portOption()
                            + "; else give the master's port");
        }
    }

    private void masters() {
        if (facts.masters().size() > 1) {
            StringBuilder all = new StringBuilder();
            for (Listener master : facts.masters()) {
                all.append(all.length() == 0 ? "" : ", ")
                        .append(master.port())
                        .append(" (process ")
                        .append(master.pid());
                all.append(')');
            }
            findings.note(
                    "several_masters",
                    facts.masters().size() + " masters run on this machine, at ports " + all,
                    "nodes see each other only through the same master",
                    "export the same ZRS_MASTER for all of them, or end the masters that are too many, by kill");
        }
    }
}
