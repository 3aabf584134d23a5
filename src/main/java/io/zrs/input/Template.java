package io.zrs.input;

import java.util.List;

/** Text with fields in it, each of which stands for something else in each message. */
final class Template {
    private final List<Part> parts;

    Template(List<Part> parts) {
        this.parts = parts;
    }

    /** Adds message {@code number}, from 1, to {@code out}. */
    void append(Octets out, long number) {
        for (Part part : parts) {
            part.append(out, number);
        }
    }

    /** What a template is made of. */
    @FunctionalInterface
    interface Part {
        /** Adds what it is in message {@code number}, from 1. */
        void append(Octets out, long number);

        /** The same in each message. */
        static Part literal(byte[] bytes) {
            return (out, number) -> out.add(bytes, 0, bytes.length);
        }
    }
}
