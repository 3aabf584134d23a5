package io.zrs.cli.master;

import io.zrs.cli.command.FakeWorld;
import io.zrs.master.MasterEvent;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.testing.Golden;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormsTest {
    private static final TopicName TOPIC = new TopicName("/chatter");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final List<MasterEvent> EVENTS = List.of(
            new MasterEvent.Started("127.0.0.1", 5555, false),
            new MasterEvent.Started("::", 5555, true),
            new MasterEvent.PortOpened(TOPIC, Role.PUBLISHER, 6000),
            new MasterEvent.PortLost(TOPIC, Role.PUBLISHER, 20001, "is taken"),
            new MasterEvent.StateFailed("cannot write /tmp/a\u001b[31m.json: no space left", "make room there"),
            new MasterEvent.FewDescriptors(120, 89),
            new MasterEvent.Joined(new NodeName("./my talker.py"), Role.PUBLISHER, TOPIC, "127.0.0.1"),
            new MasterEvent.Joined(new NodeName("listener"), Role.SUBSCRIBER, TOPIC, "127.0.0.1"),
            new MasterEvent.Left(new NodeName("./my talker.py"), Role.PUBLISHER, TOPIC, "connection closed"),
            new MasterEvent.Left(new NodeName("listener"), Role.SUBSCRIBER, TOPIC, "stopped"),
            new MasterEvent.Refused("not ZMTP 3", "10.0.0.7:40000", 1),
            new MasterEvent.Refused("more than --max-connections \u001b[31m", "10.0.0.7:40001", 12),
            new MasterEvent.Misdirected(TOPIC, "127.0.0.1:40002", 1),
            new MasterEvent.Misdirected(TOPIC, "127.0.0.1:40002", 17),
            new MasterEvent.Lost(TOPIC, "listener", 1, 120, "more than --queue waits for it"),
            new MasterEvent.Lost(TOPIC, "127.0.0.1:40003", 1000, 120000, "more than --queue-total waits"),
            new MasterEvent.NotLatched(TOPIC, 300_000_000),
            new MasterEvent.Stopped());

    @Test
    void writesLinesForFiles() {
        check("events-file", new TextEvents("0.1.0", ZONE, true, new Palette(0)));
    }

    @Test
    void writesLinesForTerminals() {
        check("events-terminal", new TextEvents("0.1.0", ZONE, false, new Palette(256)));
    }

    @Test
    void writesObjectsForPrograms() {
        check("events-json", new JsonEvents("0.1.0"));
    }

    private static void check(String name, EventForm form) {
        ByteText out = new ByteText();
        EVENTS.forEach(event -> form.append(out, FakeWorld.START, event));
        form.appendGap(out, FakeWorld.START, 1);
        form.appendGap(out, FakeWorld.START, 250);
        Golden.check(EventFormsTest.class, name, out.toString().replace('\u001b', '^'));
    }
}
