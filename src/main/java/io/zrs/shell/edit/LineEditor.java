package io.zrs.shell.edit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's line editor, with what could follow shown dimmed behind the cursor: the rest of a line from the history, which the right
 * arrow takes, else what the command takes next. Its prompt can change while somebody types.
 */
final class LineEditor extends LineReaderImpl {
    private static final String ACCEPT_OR_FORWARD = "accept-suggestion-or-forward-char";
    private static final String ACCEPT_OR_END = "accept-suggestion-or-end-of-line";

    /** Less would bring up anything. */
    private static final int LEAST_TYPED = 2;

    private final UnaryOperator<String> hint;
    private boolean typing;

    /** {@code hint} is what to show behind a line for which the history has nothing. */
    LineEditor(Terminal terminal, UnaryOperator<String> hint, Map<String, Object> variables) throws IOException {
        super(terminal, "zrs", variables);
        this.hint = hint;
        getWidgets().put(ACCEPT_OR_FORWARD, () -> accept() || forwardChar());
        getWidgets().put(ACCEPT_OR_END, () -> accept() || endOfLine());
        KeyMap<org.jline.reader.Binding> keys = getKeyMaps().get(LineReader.EMACS);
        keys.bind(new Reference(ACCEPT_OR_FORWARD), KeyMap.ctrl('F'), "\u001b[C", "\u001bOC");
        keys.bind(new Reference(ACCEPT_OR_END), KeyMap.ctrl('E'), "\u001b[F", "\u001bOF", "\u001b[4~");
        String right = KeyMap.key(terminal, Capability.key_right);
        if (right != null) {
            keys.bind(new Reference(ACCEPT_OR_FORWARD), right);
        }
    }

    @Override
    public String readLine(String prompt) {
        typing = true;
        beginLine();
        return super.readLine(prompt);
    }

    /**
     * Makes sure that the prompt stands at the beginning of a line, without asking the terminal where the cursor is: a mark and
     * as many blanks as fill a line go into the next one if there is something before them, and then the mark stays.
     */
    private void beginLine() {
        int columns = terminal.getSize().getColumns();
        if (columns > 1) {
            terminal.writer().write("\u001b[2m~\u001b[0m" + " ".repeat(columns - 1) + "\r \r");
        }
    }

    @Override
    protected void doCleanup(boolean keepOneLine) {
        typing = false;
        super.doCleanup(keepOneLine);
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        boolean listing = post != null; // then the end of what is shown is the end of a list of candidates
        String behind = typing && !listing && buf.length() > 0 && buf.cursor() == buf.length() ? behind() : "";
        if (behind.isEmpty()) {
            return shown;
        }
        int room = room(shown);
        AttributedStringBuilder text = new AttributedStringBuilder();
        String fitting = behind.length() <= room ? behind : behind.substring(0, room);
        return text.append(shown)
                .styled(AttributedStyle.DEFAULT.faint(), fitting)
                .toAttributedString();
    }

    /** How much of the row is left: what is only a hint makes no row of its own. */
    private int room(AttributedString shown) {
        int columns = size.getColumns();
        return columns <= 0 ? 0 : Math.max(0, columns - 1 - shown.columnLength() % columns);
    }

    private String behind() {
        String suggestion = suggestion();
        return suggestion.isEmpty() ? hint.apply(buf.toString()) : suggestion;
    }

    /** The rest of the newest line in the history that begins so. */
    private String suggestion() {
        String typed = buf.toString();
        if (typed.length() < LEAST_TYPED) {
            return "";
        }
        for (int i = history.last(); i >= history.first() && history.size() > 0; i--) {
            String line = history.get(i);
            if (line.length() > typed.length() && line.startsWith(typed) && line.indexOf('\n') < 0) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    private boolean accept() {
        String rest = buf.length() > 0 && buf.cursor() == buf.length() ? suggestion() : "";
        return !rest.isEmpty() && putString(rest);
    }

    private boolean putString(String text) {
        buf.write(text);
        return true;
    }

    /** Another prompt before what is being typed; from any thread. */
    void prompt(String text) {
        lock.lock();
        try {
            if (isReading()) {
                setPrompt(text);
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }
}
