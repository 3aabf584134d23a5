package io.zrs.cli.master;

import io.zrs.master.MasterEvent;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.output.TerminalText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** The log for people: the time, then a sentence. */
final class TextEvents implements EventForm {
    private final String version;
    private final ZoneId zone;
    private final boolean dated;
    private final Palette palette;

    /**
     * A log in a time zone.
     *
     * @param dated whether each line has the date: in a file it is needed, on a terminal it is in the way
     */
    TextEvents(String version, ZoneId zone, boolean dated, Palette palette) {
        this.version = version;
        this.zone = zone;
        this.dated = dated;
        this.palette = palette;
    }

    @Override
    public void append(ByteText out, Instant time, MasterEvent event) {
        if (event instanceof MasterEvent.Started e) {
            String host = e.host().indexOf(':') < 0 ? e.host() : "[" + e.host() + "]";
            out.append("zrs master " + version + " listening on " + TerminalText.line(host) + ":" + e.port() + "\n");
        } else {
            line(out, time, sentence(event));
        }
    }

    @Override
    public void appendGap(ByteText out, Instant time, long lines) {
        line(out, time, lines + (lines == 1 ? " line is" : " lines are") + " missing here: nobody took them in time");
    }

    private void line(ByteText out, Instant time, String sentence) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        if (dated) {
            out.number(local.getYear(), 4).add('-');
            out.number(local.getMonthValue(), 2)
                    .add('-')
                    .number(local.getDayOfMonth(), 2)
                    .add(' ');
        }
        out.number(local.getHour(), 2).add(':').number(local.getMinute(), 2).add(':');
        out.number(local.getSecond(), 2).add('.').number(local.getNano() / 1_000_000, 3);
        out.append("  ").append(sentence).add('\n');
    }

    private String sentence(MasterEvent event) {
        if (event instanceof MasterEvent.Joined e) {
            return name(e.node()) + verb(e.role()) + safe(e.topic().value()) + " (from " + safe(e.remote()) + ")";
        }
        if (event instanceof MasterEvent.Left e) {
            return name(e.node()) + " no longer" + verb(e.role())
                    + safe(e.topic().value()) + ": " + safe(e.reason());
        }
        if (event instanceof MasterEvent.PortOpened e) {
            return safe(e.topic().value()) + ": port " + e.port() + " is open for " + role(e.role()) + "s";
        }
        return trouble(event);
    }

    private String trouble(MasterEvent event) {
        if (event instanceof MasterEvent.PortLost e) {
            return safe(e.topic().value()) + ": port " + e.port() + " for " + role(e.role()) + "s " + safe(e.reason())
                    + "; its protocol 1 nodes must connect again";
        }
        if (event instanceof MasterEvent.StateFailed e) {
            return safe(e.reason()) + "; " + safe(e.remedy());
        }
        if (event instanceof MasterEvent.FewDescriptors e) {
            return "only " + e.limit() + " file descriptors are allowed, which leaves " + e.usable()
                    + " for connections and ports; raise the limit with ulimit -n";
        }
        if (event instanceof MasterEvent.Refused e) {
            String whom = e.count() == 1
                    ? "closed a connection from "
                    : "closed " + e.count() + " connections, the last from ";
            return whom + safe(e.remote()) + ": " + safe(e.reason());
        }
        if (event instanceof MasterEvent.Misdirected e) {
            return "dropped " + Amount.of(e.count(), "message") + " that came from " + safe(e.remote())
                    + " on the port of " + safe(e.topic().value()) + " for another topic";
        }
        if (event instanceof MasterEvent.Lost e) {
            return palette.paint(e.subscriber(), safe(e.subscriber())) + " lost " + Amount.of(e.messages(), "message")
                    + " (" + e.bytes() + " bytes) of " + safe(e.topic().value()) + ": " + safe(e.reason());
        }
        if (event instanceof MasterEvent.NotLatched e) {
            return "a message of " + e.bytes() + " bytes of " + safe(e.topic().value())
                    + " is not latched: there is no memory left for it";
        }
        return "stopped";
    }

    private String name(NodeName node) {
        return palette.paint(node.value(), safe(node.value()));
    }

    private static String verb(Role role) {
        return role == Role.PUBLISHER ? " publishes " : " subscribes to ";
    }

    private static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String safe(String text) {
        return TerminalText.line(text);
    }
}
