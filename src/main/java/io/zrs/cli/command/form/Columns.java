package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import io.zrs.text.JsonUnquoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table of messages: a tree of the fields that the first message had, which later ones are read by. Takes
 * time in proportion to a message, and memory for so many columns.
 */
final class Columns {
    /** How many columns there may be. */
    static final int MOST = 10_000;

    /** How long the name of one may be, in UTF-16 code units. */
    static final int LONGEST = 1000;

    /** How many objects, arrays and columns there may be in all: where arrays or strings are left out, these may be many. */
    private static final int MOST_NODES = 4 * MOST;

    private final boolean arrays;
    private final boolean strings;
    private final ColumnName style;
    private final List<Node> roots = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private Found[] cells;
    private boolean growing = true;
    private boolean left;
    private int nodes;

    /** A field, an element or a value at the root. */
    private static final class Node {
        private final String name;
        private final Map<Object, Node> parts = new HashMap<>();
        private int column = -1;

        Node(String name) {
            this.name = name;
        }
    }

    /**
     * No columns yet.
     *
     * @param arrays whether there are columns for elements of arrays
     * @param strings whether there are columns for strings
     */
    Columns(boolean arrays, boolean strings, ColumnName style) {
        this.arrays = arrays;
        this.strings = strings;
        this.style = style;
    }

    /**
     * Makes columns of what a first message has.
     *
     * @param values what the table is about; null for what the message has not
     * @param paths what these are called; empty for the message itself
     */
    void make(Found[] values, List<String> paths) {
        growing = true;
        left = false;
        cells = new Found[MOST];
        for (int i = 0; i < values.length; i++) {
            Node root = new Node(paths.get(i));
            roots.add(root);
            if (values[i] == null) {
                leaf(root, null);
            } else {
                read(root, values[i]);
            }
        }
        growing = false;
    }

    /** The names of the columns. */
    List<String> names() {
        return names;
    }

    /** The values of a message, one a column, null where it has none; null instead of all if there are none at all. */
    Found[] cells(Found[] values) {
        left = false;
        cells = new Found[names.size()];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                read(roots.get(i), values[i]);
            }
        }
        for (Found cell : cells) {
            if (cell != null) {
                return cells;
            }
        }
        return null;
    }

    /** Whether the last message had something that is in no column. */
    boolean hasLeft() {
        return left;
    }

    private void read(Node root, Found value) {
        if (!value.json()) {
            leaf(root, value);
            return;
        }
        JsonCursor in = new JsonCursor(value.bytes(), value.from());
        List<Node> open = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        Node field = root;
        for (Token token = in.next(); token != Token.END; token = in.next()) {
            int top = open.size() - 1;
            if (token == Token.CLOSE) {
                open.remove(top);
                indexes.remove(top);
            } else if (token == Token.NAME) {
                field = part(open.get(top), unquoted(value.bytes(), in));
            } else {
                Node node = field;
                if (top >= 0 && indexes.get(top) >= 0) {
                    int index = indexes.get(top);
                    indexes.set(top, index + 1);
                    node = part(open.get(top), index);
                }
                if (isOpened(node, in, token)) {
                    open.add(node);
                    indexes.add(token == Token.ARRAY ? 0 : -1);
                } else {
                    int from = in.from();
                    in.skip();
                    whole(node, token, new Found(value.bytes(), from, in.to(), true));
                }
            }
        }
    }

    private boolean isOpened(Node node, JsonCursor in, Token token) {
        boolean container = token == Token.OBJECT || token == Token.ARRAY && arrays;
        return container && node != null && node.column < 0 && !in.isEmpty();
    }

    /** Takes a value that is not looked into. */
    private void whole(Node node, Token token, Found value) {
        boolean wanted = (token != Token.ARRAY || arrays) && (token != Token.STRING || strings);
        if (wanted && node == null) {
            left = true;
        } else if (wanted) {
            leaf(node, value);
        }
    }

    private void leaf(Node node, Found value) {
        if (node.column < 0 && growing && names.size() < MOST) {
            node.column = names.size();
            names.add(style.column(node.name));
        }
        if (node.column >= 0) {
            cells[node.column] = value;
        } else {
            // An object that is null for once, or empty, lacks its fields and has no others.
            left |= value != null && (node.parts.isEmpty() || !value.isNothing());
        }
    }

    private static String unquoted(byte[] json, JsonCursor in) {
        return new String(JsonUnquoted.bytes(json, in.from(), in.to()), StandardCharsets.UTF_8);
    }

    /** Null: it is in no column, nor is anything in it. */
    private Node part(Node whole, Object step) {
        Node part = whole.parts.get(step);
        if (part == null && growing && names.size() < MOST && nodes < MOST_NODES) {
            String name = style.part(whole.name, step);
            if (name.length() <= LONGEST) {
                nodes++;
                part = new Node(name);
                whole.parts.put(step, part);
            }
        }
        return part;
    }
}
