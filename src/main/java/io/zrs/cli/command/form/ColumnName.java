package io.zrs.cli.command.form;

/** What the columns of a table are called. */
enum ColumnName {
    /** As the paths of fields are written: {@code a.b[0]}, {@code a["odd name"]}. */
    PATH {
        @Override
        String part(String whole, Object step) {
            if (step instanceof Integer) {
                return whole + "[" + step + "]";
            }
            String name = (String) step;
            if (!isPlain(name)) {
                return whole + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
            }
            return whole.isEmpty() ? name : whole + "." + name;
        }

        @Override
        String column(String name) {
            return name.isEmpty() ? "data" : name;
        }
    },

    /** As {@code rostopic echo -p} has it: {@code field.a.b0}. */
    PLOT {
        @Override
        String part(String whole, Object step) {
            return step instanceof Integer || whole.isEmpty() ? whole + step : whole + "." + step;
        }

        @Override
        String column(String name) {
            return "field." + (name.isEmpty() ? "data" : name);
        }
    };

    /** What a field (its name) or element (its index) of {@code whole} is called; {@code whole} is empty for the payload. */
    abstract String part(String whole, Object step);

    /** The header of the column. */
    abstract String column(String name);

    private static boolean isPlain(String name) {
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }
}
