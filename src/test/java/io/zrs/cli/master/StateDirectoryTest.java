package io.zrs.cli.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateDirectoryTest {
    private static Optional<Path> ofUser(Map<String, String> environment) {
        return StateDirectory.ofUser(environment::get);
    }

    @Test
    void isTheUsersOwn() {
        assertEquals(Optional.of(Path.of("/home/a/.local/state/zrs")), ofUser(Map.of("HOME", "/home/a")));
        assertEquals(Optional.of(Path.of("/var/x/zrs")), ofUser(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "/var/x")));
        assertEquals(Optional.of(Path.of("/var/x/zrs")), ofUser(Map.of("XDG_STATE_HOME", "/var/x")));
    }

    @Test
    void whatIsNotAbsoluteIsNotSet() {
        assertEquals(Optional.empty(), ofUser(Map.of()));
        assertEquals(Optional.empty(), ofUser(Map.of("HOME", "", "XDG_STATE_HOME", "x")));
        assertEquals(
                Optional.of(Path.of("/home/a/.local/state/zrs")),
                ofUser(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "")));
    }

    @Test
    void readsAPath() {
        assertEquals(Path.of("a/b"), StateDirectory.parse("a/b"));
        for (String wrong : new String[] {"", "\0"}) {
            ZrsException e = assertThrows(ZrsException.class, () -> StateDirectory.parse(wrong));
            assertEquals(ErrorCode.INVALID, e.code());
        }
    }
}
