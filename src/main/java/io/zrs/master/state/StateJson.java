package io.zrs.master.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.master.state.StateCodec.DamageException;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The state's own JSON: {@code {"topics":[{"name":…,"published":…,"publisher_port":…,"subscriber_port":…,
 * "nodes":[{"role":…,"node":…,"host":…}]}]}}, a port that is not open being 0. Its checksum was right when it is read, so
 * it has every member in this order or is refused.
 */
final class StateJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TOPICS = "topics";
    private static final String NAME = "name";
    private static final String PUBLISHED = "published";
    private static final String PUBLISHER_PORT = "publisher_port";
    private static final String SUBSCRIBER_PORT = "subscriber_port";
    private static final String NODES = "nodes";
    private static final String ROLE = "role";
    private static final String NODE = "node";
    private static final String HOST = "host";

    private StateJson() {}

    static byte[] write(SavedState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeArrayFieldStart(TOPICS);
            for (SavedTopic topic : state.topics()) {
                write(out, topic);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            // Nothing but a name that is no Unicode text fails here, and no node can have sent one.
            throw new IllegalArgumentException("a name in the state cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, SavedTopic topic) throws IOException {
        out.writeStartObject();
        out.writeStringField(NAME, topic.name().value());
        out.writeBooleanField(PUBLISHED, topic.published());
        out.writeNumberField(PUBLISHER_PORT, topic.publisherPort().orElse(0));
        out.writeNumberField(SUBSCRIBER_PORT, topic.subscriberPort().orElse(0));
        out.writeArrayFieldStart(NODES);
        for (SavedNode node : topic.nodes()) {
            out.writeStartObject();
            out.writeStringField(ROLE, wireName(node.role()));
            out.writeStringField(NODE, node.node().value());
            out.writeStringField(HOST, node.host());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static SavedState read(byte[] bytes, int start, int end) throws DamageException {
        try (JsonParser in = JSON.createParser(bytes, start, end - start)) {
            expect(in.nextToken(), JsonToken.START_OBJECT);
            List<SavedTopic> topics = new ArrayList<>();
            member(in, TOPICS, JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_OBJECT) {
                topics.add(topic(in));
            }
            expect(in.currentToken(), JsonToken.END_ARRAY);
            expect(in.nextToken(), JsonToken.END_OBJECT);
            if (in.nextToken() != null) {
                throw new DamageException("there is more behind its end");
            }
            return new SavedState(topics);
        } catch (ZrsException e) {
            throw new DamageException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DamageException("it is not JSON", e);
        }
    }

    private static SavedTopic topic(JsonParser in) throws IOException, DamageException {
        member(in, NAME, JsonToken.VALUE_STRING);
        TopicName name = new TopicName(in.getText());
        nextName(in, PUBLISHED);
        boolean published = in.nextToken() == JsonToken.VALUE_TRUE;
        if (!published) {
            expect(in.currentToken(), JsonToken.VALUE_FALSE);
        }
        OptionalInt publisherPort = port(in, PUBLISHER_PORT);
        OptionalInt subscriberPort = port(in, SUBSCRIBER_PORT);
        member(in, NODES, JsonToken.START_ARRAY);
        List<SavedNode> nodes = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            nodes.add(node(in));
        }
        expect(in.currentToken(), JsonToken.END_ARRAY);
        expect(in.nextToken(), JsonToken.END_OBJECT);
        return new SavedTopic(name, published, publisherPort, subscriberPort, nodes);
    }

    private static OptionalInt port(JsonParser in, String name) throws IOException, DamageException {
        member(in, name, JsonToken.VALUE_NUMBER_INT);
        int port = in.getIntValue();
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static SavedNode node(JsonParser in) throws IOException, DamageException {
        member(in, ROLE, JsonToken.VALUE_STRING);
        Role role = role(in.getText());
        member(in, NODE, JsonToken.VALUE_STRING);
        NodeName node = new NodeName(in.getText());
        member(in, HOST, JsonToken.VALUE_STRING);
        String host = in.getText();
        expect(in.nextToken(), JsonToken.END_OBJECT);
        return new SavedNode(role, node, host);
    }

    private static Role role(String text) throws DamageException {
        for (Role role : Role.values()) {
            if (wireName(role).equals(text)) {
                return role;
            }
        }
        throw new DamageException("it has a role that is none");
    }

    private static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The next member has this name; its value begins with {@code value}, which is the current token now. */
    private static void member(JsonParser in, String name, JsonToken value) throws IOException, DamageException {
        nextName(in, name);
        expect(in.nextToken(), value);
    }

    private static void nextName(JsonParser in, String name) throws IOException, DamageException {
        if (!name.equals(in.nextFieldName())) {
            throw new DamageException("it lacks a member '" + name + "' where there is one");
        }
    }

    private static void expect(JsonToken token, JsonToken expected) throws DamageException {
        if (token != expected) {
            throw new DamageException("it does not have the form of a state");
        }
    }
}
