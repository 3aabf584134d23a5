package io.zrs.input;

import io.zrs.model.ZrsException;
import java.io.IOException;

/**
 * Messages, one after the other. A flyweight: the bytes of a message are its own only until the next {@link #advance},
 * and what holds them may hold others too. Not for sharing between threads.
 */
public interface MessageSource {
    /** The longest message that is read unless something else is said, in bytes: more than most masters take. */
    int LONGEST = 1 << 30;

    /**
     * Goes to the next message, which may mean to wait for it.
     *
     * @return false if there is none
     * @throws InputException if what comes is malformed, or too long
     * @throws ZrsException if it cannot be read
     * @throws IOException what reading was ended by
     */
    boolean advance() throws IOException;

    /**
     * Makes the message anew that is there, if it is made of what changes with time: to be called where it is sent some time
     * after {@link #advance}.
     *
     * @throws InputException if it is malformed now
     */
    default void renew() {
        // What was read stays as it is.
    }

    /** What holds the message. */
    byte[] bytes();

    /** Where in {@link #bytes} it begins. */
    int from();

    /** How many bytes it has. */
    int length();

    /** The line that it begins in, from 1. */
    long line();

    /** What to say before the line, where there is more than one text with lines: {@code message 2, }. */
    default String place() {
        return "";
    }
}
