package io.zrs.cli.launch;

import io.zrs.launch.file.DeclaredArgument;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.util.List;

/**
 * The arguments of a file, as {@code ros2 launch --show-args} prints them.
 *
 * @param arguments in the order of the file
 */
record ArgumentList(List<DeclaredArgument> arguments) {
    void text(ByteText out) {
        out.append(
                arguments.isEmpty()
                        ? "There are no arguments.\n"
                        : "Arguments (pass arguments as '<name>:=<value>'):\n");
        for (DeclaredArgument argument : arguments) {
            out.append("\n    '" + argument.name() + "':\n");
            if (!argument.description().isEmpty()) {
                argument.description().lines().forEach(line -> out.append("        " + line + "\n"));
            }
            out.append(argument.otherwise()
                    .map(value -> "        (default: '" + value + "')\n")
                    .orElse("        (has to be given)\n"));
        }
    }

    void json(ByteText out) {
        for (DeclaredArgument argument : arguments) {
            JsonLine line = new JsonLine(out).field("name", argument.name());
            argument.otherwise().ifPresentOrElse(value -> line.field("default", value), () -> line.none("default"));
            line.field("description", argument.description()).end();
        }
    }
}
