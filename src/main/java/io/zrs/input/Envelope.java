package io.zrs.input;

import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.text.JsonText;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Reads one message out of a line of JSON, {@code {"topic":…,"data":…}}, with {@code encoding} and {@code text} where they
 * are needed: the inverse of what {@code zrs echo --json} prints, byte for byte. Fields may come in any order, blanks
 * anywhere between them, and those of other names are passed over. One object reads any number of lines.
 *
 * <p>The payload is {@code text}, a string, if that is there; else what Base64 {@code data} stands for, if the encoding is
 * {@code base64}; else {@code data} as it is written, if it is no string or its encoding is {@code json}; else that string.
 */
public final class Envelope {
    private static final int TOPIC = 0;
    private static final int DATA = 1;
    private static final int ENCODING = 2;
    private static final int TEXT = 3;
    private static final String[] NAMES = {"topic", "data", "encoding", "text"};

    private final JsonText json = new JsonText();
    private final JsonStringReader strings = new JsonStringReader();
    private final TopicNames topics = new TopicNames();

    /** Where each field's value begins and ends; a beginning of -1 where there is none. */
    private final int[] starts = new int[NAMES.length];

    private final int[] ends = new int[NAMES.length];

    private byte[] line = {};
    private int lineFrom;
    private long number;
    private int at;
    private int end;

    private byte[] payload = line;
    private int payloadFrom;
    private int payloadLength;

    /**
     * Reads {@code bytes[from, to)}, which is line {@code number} of something.
     *
     * @throws InputException if it is no such line
     */
    public void read(byte[] bytes, int from, int to, long lineNumber) {
        line = bytes;
        lineFrom = from;
        number = lineNumber;
        at = from;
        end = to;
        for (int field = 0; field < NAMES.length; field++) {
            starts[field] = -1;
        }
        fields();
        if (starts[TEXT] >= 0) {
            takeString(TEXT);
        } else if (starts[DATA] < 0) {
            throw complaint(end, "there is no field 'data'");
        } else {
            takeData();
        }
    }

    private void fields() {
        expect('{');
        if (next() == '}') {
            at++;
        } else {
            do {
                field();
            } while (more());
        }
        if (next() >= 0) {
            throw complaint(at, "something follows the object");
        }
    }

    private void field() {
        if (next() != '"') {
            throw complaint(at, "a name in quotes expected");
        }
        int start = at;
        value();
        int field = fieldOf(start, at);
        expect(':');
        next();
        start = at;
        value();
        if (field >= 0) {
            if (starts[field] >= 0) {
                throw complaint(start, "a second '" + NAMES[field] + "'");
            }
            starts[field] = start;
            ends[field] = at;
        }
    }

    private boolean more() {
        int next = next();
        if (next != ',' && next != '}') {
            throw complaint(at, "',' or '}' expected");
        }
        at++;
        return next == ',';
    }

    private void value() {
        boolean taken = json.take(line, at, end);
        at = json.position();
        if (!taken) {
            throw complaint(at, json.problem());
        }
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw complaint(at, "'" + wanted + "' expected");
        }
        at++;
    }

    /** The next byte that is no blank, which {@link #at} points to then; -1 at the end. */
    private int next() {
        while (at < end && JsonText.isBlank(line[at])) {
            at++;
        }
        return at < end ? line[at] & 0xff : -1;
    }

    /** Which field a name in quotes stands for; -1 for any other. */
    private int fieldOf(int start, int stop) {
        if (strings.read(line, start, stop) >= 0) {
            return -1;
        }
        for (int field = 0; field < NAMES.length; field++) {
            if (strings.equalsAscii(NAMES[field])) {
                return field;
            }
        }
        return -1;
    }

    private void takeData() {
        boolean string = line[starts[DATA]] == '"';
        if (starts[ENCODING] >= 0) {
            readString(ENCODING);
            if (strings.equalsAscii("base64")) {
                takeBase64();
                return;
            }
            if (!strings.equalsAscii("json")) {
                throw complaint(starts[ENCODING], "an encoding other than \"base64\" and \"json\"");
            }
            string = false;
        }
        if (string) {
            takeString(DATA);
        } else {
            payload = line;
            payloadFrom = starts[DATA];
            payloadLength = ends[DATA] - payloadFrom;
        }
    }

    private void takeString(int field) {
        readString(field);
        payload = strings.bytes();
        payloadFrom = strings.from();
        payloadLength = strings.length();
    }

    private void takeBase64() {
        readString(DATA);
        try {
            ByteBuffer text = ByteBuffer.wrap(strings.bytes(), strings.from(), strings.length());
            ByteBuffer decoded = Base64.getDecoder().decode(text);
            payload = decoded.array();
            payloadFrom = decoded.arrayOffset();
            payloadLength = decoded.limit();
        } catch (IllegalArgumentException e) {
            throw complaint(starts[DATA], "no Base64");
        }
    }

    private void readString(int field) {
        read(field, strings);
    }

    private void read(int field, JsonStringReader reader) {
        if (line[starts[field]] != '"') {
            throw complaint(starts[field], "'" + NAMES[field] + "' has to be a string");
        }
        int wrong = reader.read(line, starts[field], ends[field]);
        if (wrong >= 0) {
            throw complaint(wrong, "half a surrogate pair, which is no character");
        }
    }

    /** Whether the line names a topic. */
    public boolean hasTopic() {
        return starts[TOPIC] >= 0;
    }

    /**
     * The topic.
     *
     * @throws InputException if there is none, or it cannot be one
     */
    public TopicName topic() {
        if (!hasTopic()) {
            throw complaint(end, "there is no field 'topic'");
        }
        int from = starts[TOPIC];
        TopicName known = topics.find(line, from, ends[TOPIC]);
        if (known == null) {
            // The payload may lie where the next string will.
            JsonStringReader own = new JsonStringReader();
            read(TOPIC, own);
            try {
                known = new TopicName(own.text());
            } catch (ZrsException e) {
                throw complaint(from, e.getMessage());
            }
            topics.keep(line, from, ends[TOPIC], known);
        }
        return known;
    }

    /** What holds the payload: the line itself wherever that can be. */
    public byte[] payload() {
        return payload;
    }

    /** Where in {@link #payload} it begins. */
    public int payloadFrom() {
        return payloadFrom;
    }

    /** How many bytes it has. */
    public int payloadLength() {
        return payloadLength;
    }

    private InputException complaint(int position, String what) {
        return InputException.at("", number, line, lineFrom, position, what);
    }
}
