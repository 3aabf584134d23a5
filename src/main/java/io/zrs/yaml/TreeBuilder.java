package io.zrs.yaml;

import io.zrs.yaml.YamlMap.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Makes nodes of a parser's events. The library's own composer recurses without a bound. */
final class TreeBuilder {
    static final int MAX_DEPTH = 64;
    static final int MAX_NODES = 100_000;

    private final YamlFile file;
    private final Iterator<Event> events;
    private final Map<Anchor, Built> anchors = new HashMap<>();
    private int total;

    /** A node and how many there are in it, itself included. */
    private record Built(YamlNode node, int nodes) {}

    TreeBuilder(YamlFile file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    YamlNode document() {
        next();
        Event first = next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw place(first).error("the file is empty");
        }
        YamlNode root = node(next(), 1);
        next();
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw place(end).error("a second document begins", "one file holds one");
        }
        return root;
    }

    private Event next() {
        return events.next();
    }

    private Place place(Event event) {
        return file.place(event.getStartMark());
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            Built known = anchors.get(alias.getAlias());
            if (known == null) {
                throw place(event).error("no value before this one has the anchor '" + alias.getAlias() + "'");
            }
            count(event, known.nodes());
            return known.node();
        }
        if (depth > MAX_DEPTH) {
            throw place(event).error("more than " + MAX_DEPTH + " levels");
        }
        int before = total;
        count(event, 1);
        YamlNode node = value(event, depth);
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> anchors.put(name, new Built(node, total - before)));
        return node;
    }

    private void count(Event event, int nodes) {
        total += nodes;
        if (total > MAX_NODES) {
            throw place(event).error("more than " + MAX_NODES + " values");
        }
    }

    private YamlNode value(Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return new YamlScalar(place(event), scalar.getValue(), scalar.isPlain());
        }
        refuseTag(event, ((CollectionStartEvent) event).getTag());
        return event.getEventId() == Event.ID.SequenceStart ? list(event, depth) : map(event, depth);
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw place(event).error("a tag, such as !!str, has no meaning here", "leave it out");
        }
    }

    private YamlNode list(Event start, int depth) {
        List<YamlNode> values = new ArrayList<>();
        Event event = next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            values.add(node(event, depth + 1));
            event = next();
        }
        return new YamlList(place(start), values);
    }

    private YamlNode map(Event start, int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Event event = next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlScalar key = node(event, depth + 1).scalar("a key");
            if (!names.add(key.text())) {
                throw place(event).error("the key " + key.kind() + " stands here a second time");
            }
            entries.add(new Entry(key, node(next(), depth + 1)));
            event = next();
        }
        return new YamlMap(place(start), entries);
    }
}
