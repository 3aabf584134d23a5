package io.zrs.shell.edit;

import io.zrs.model.ZrsException;
import io.zrs.shell.edit.Assistant.Meaning;
import io.zrs.shell.text.Scan;
import io.zrs.shell.text.Token;
import io.zrs.shell.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed by what it means. Colours are the eight that every scheme, dark or light, shows legibly. */
final class Colouring implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final Assistant assistant;
    private final IntSupplier cursor;

    /** {@code cursor} is where somebody types. */
    Colouring(Assistant assistant, IntSupplier cursor) {
        this.assistant = assistant;
        this.cursor = cursor;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return colour(buffer, cursor.getAsInt());
    }

    /** {@code cursor} is where somebody types: a word there is not wrong yet. */
    AttributedString colour(String buffer, int cursor) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        List<String> before = new ArrayList<>();
        int at = 0;
        for (Token token : tokens(buffer)) {
            text.append(buffer.substring(at, token.start()));
            text.styled(style(token, before, token.end() == cursor), buffer.substring(token.start(), token.end()));
            at = token.end();
            if (token.kind() == Kind.SEPARATOR) {
                before.clear();
            } else if (token.kind() == Kind.WORD
                    && !(before.isEmpty() && token.raw().equals("zrs"))) {
                before.add(token.word().text());
            }
        }
        return text.append(buffer.substring(at)).toAttributedString();
    }

    private static List<Token> tokens(String buffer) {
        try {
            return new Scan(buffer).tokens();
        } catch (ZrsException e) {
            // What makes no sense has no colours.
            return List.of();
        }
    }

    private AttributedStyle style(Token token, List<String> before, boolean typing) {
        return switch (token.kind()) {
            case COMMENT -> PLAIN.faint();
            case SEPARATOR, REDIRECTION, HANDOVER -> PLAIN.bold();
            case SYSTEM, TARGET -> PLAIN;
            case WORD -> word(token, before, typing);
        };
    }

    private AttributedStyle word(Token token, List<String> before, boolean typing) {
        if (token.word().isVariable()) {
            return PLAIN.foreground(AttributedStyle.MAGENTA);
        }
        boolean prefix = before.isEmpty() && token.raw().equals("zrs");
        Meaning meaning = prefix
                ? Meaning.COMMAND
                : assistant.meaning(before, token.word().text());
        return switch (meaning) {
            case COMMAND -> PLAIN.bold().foreground(AttributedStyle.GREEN);
            case OPTION -> PLAIN.foreground(AttributedStyle.CYAN);
            case KNOWN -> PLAIN.foreground(AttributedStyle.GREEN);
            case UNKNOWN -> typing ? PLAIN : PLAIN.foreground(AttributedStyle.RED);
            case PLAIN -> token.word().quoted() ? PLAIN.foreground(AttributedStyle.YELLOW) : PLAIN;
        };
    }
}
