package io.zrs.cli.command.form;

import io.zrs.cli.command.Definition;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TestLine;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import java.util.List;

/** Prints messages by the options of a command line, at 80 columns. */
final class FormTester {
    static final Terminal PLAIN = new Terminal(true, true, 0);
    static final Terminal COLOUR = new Terminal(true, true, 256);
    static final Terminal FEW = new Terminal(true, true, 8);

    private final FakeWorld world = new FakeWorld();
    private final Form form;

    /** A form for a terminal, or none. */
    FormTester(Terminal terminal, boolean named, String... options) {
        Definition me = new Definition("show", "A test.");
        FormOptions forms = new FormOptions(me);
        TestLine.parse(me, options);
        form = forms.form(world.with(terminal).context(), named, () -> 80);
    }

    byte[] bytes(Message message) {
        ByteText out = new ByteText();
        form.append(out, message, FakeWorld.START);
        return out.toByteArray();
    }

    String print(List<Message> messages) {
        ByteText out = new ByteText();
        messages.forEach(message -> form.append(out, message, FakeWorld.START));
        return out.toString();
    }

    String print(Message... messages) {
        return print(List.of(messages));
    }

    String err() {
        return world.err();
    }
}
