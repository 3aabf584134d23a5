package io.zrs.shell.text;

/**
 * Where one of a command's streams leads to.
 *
 * @param operator as typed: {@code <}, {@code >}, {@code >>}, {@code 2>}, {@code 2>>}, {@code 2>&1} or {@code >&2}
 * @param target the file, as typed, for the system's shell; empty where another stream is the target
 */
public record Redirection(String operator, String target) {
    /** Whether it is standard error's. */
    public boolean isError() {
        return operator.startsWith("2");
    }

    /** Whether it is standard input's. */
    public boolean isInput() {
        return operator.equals("<");
    }

    /** Whether it leads to the other of both outputs. */
    public boolean isJoin() {
        return target.isEmpty();
    }
}
