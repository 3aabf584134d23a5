package io.zrs.cli.node;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.NodeNames;
import io.zrs.model.NodeInfo;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Nodes with numbers in front, on a terminal, for somebody to choose one. */
final class NodeMenu {
    private final Context context;
    private final NodeNames names;

    NodeMenu(Context context, NodeNames names) {
        this.context = context;
        this.names = names;
    }

    /** Asks until a number fits; empty if standard input ends. */
    Optional<NodeInfo> choose(List<NodeInfo> nodes) throws IOException {
        StringBuilder menu = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            menu.append(i + 1).append(". ");
            menu.append(TerminalText.line(names.of(nodes.get(i).id()))).append('\n');
        }
        menu.append("\nPlease enter the number of the node you wish to kill.\n");
        Optional<String> answer = context.ask(menu.append("> ").toString());
        while (answer.isPresent()) {
            int number = number(answer.get().strip());
            if (number >= 1 && number <= nodes.size()) {
                return Optional.of(nodes.get(number - 1));
            }
            context.note("please enter a number from 1 to " + nodes.size() + " (Ctrl-C to cancel)");
            answer = context.ask("> ");
        }
        return Optional.empty();
    }

    /** 0 for what is no number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
