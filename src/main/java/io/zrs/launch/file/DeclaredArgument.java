package io.zrs.launch.file;

import java.util.Optional;

/**
 * An argument that a file takes.
 *
 * @param name as in {@code name:=value}
 * @param otherwise its value where none is given; without one it has to be given
 * @param description what it is for; may be empty
 */
public record DeclaredArgument(String name, Optional<String> otherwise, String description) {}
