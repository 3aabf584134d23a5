package io.zrs.registry;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One node for as long as it is there. */
public final class RegisteredNode {
    private record End(TopicName topic, Role role) {}

    private final long serial;
    private final NodeId id;
    private final int protocol;
    private String address;
    private final NodeDetails details;
    private final Map<End, Registration> registrations = new LinkedHashMap<>();

    private long control;
    private long heardAt;
    private long detachedAt;
    private int dataLinks;
    private boolean identifies;

    RegisteredNode(long serial, NodeId id, int protocol, String address, NodeDetails details, long control) {
        this.serial = serial;
        this.id = id;
        this.protocol = protocol;
        this.address = address;
        this.details = details;
        this.control = control;
    }

    /** Its number in the order of joining, from 1. */
    public long serial() {
        return serial;
    }

    /** Its name and instance. */
    public NodeId id() {
        return id;
    }

    /** The generation that it speaks, 1 or 2. */
    public int protocol() {
        return protocol;
    }

    /** The address it connects from. */
    public String address() {
        return address;
    }

    /** Its control connection, or {@link Registration#NONE}. */
    public long control() {
        return control;
    }

    /** What it is on, in the order of registration. */
    public Collection<Registration> registrations() {
        return Collections.unmodifiableCollection(registrations.values());
    }

    /** What a list of nodes shows of it. */
    public NodeInfo info() {
        return new NodeInfo(id, protocol, address, details, registrations.size());
    }

    /** Its registration on this end of a topic. */
    public Optional<Registration> find(TopicName topic, Role role) {
        return Optional.ofNullable(at(topic, role));
    }

    Registration at(TopicName topic, Role role) {
        return registrations.get(new End(topic, role));
    }

    void add(Registration registration) {
        registrations.put(new End(registration.topic(), registration.role()), registration);
    }

    void remove(Registration registration) {
        registrations.remove(new End(registration.topic(), registration.role()));
    }

    /** How long its name and what it says of itself are together, in characters. */
    public int chars() {
        return id.name().value().length()
                + details.host().length()
                + details.program().length()
                + details.version().length();
    }

    boolean hasControl() {
        return control != Registration.NONE;
    }

    void controlBy(long connection, long now) {
        control = connection;
        heardAt = now;
    }

    void loseControl(long now) {
        control = Registration.NONE;
        detachedAt = now;
    }

    void move(String newAddress) {
        address = newAddress;
    }

    void identify() {
        identifies = true;
    }

    /** Whether one of its data connections has said whose it is, as then all will. */
    boolean identifies() {
        return identifies;
    }

    void heard(long now) {
        heardAt = now;
    }

    void linked() {
        dataLinks++;
    }

    void unlinked() {
        dataLinks--;
    }

    boolean hasConnection() {
        return hasControl() || dataLinks > 0;
    }

    /** Also without a control connection: how that ended may itself have taken long to be known. */
    boolean isSilent(long now, long silenceNanos) {
        return now - heardAt >= silenceNanos;
    }

    boolean isAbandoned(long now, long graceNanos) {
        return !hasControl() && now - detachedAt >= graceNanos;
    }
}
