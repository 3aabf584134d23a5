package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingTest {
    private static final String NULL = "NULL";

    /** Judges a buffer that has not one byte more than is available, so that reading on fails. */
    private static boolean check(byte[] bytes) throws ZmtpViolation {
        return Greeting.check(ByteBuffer.wrap(bytes), 0, bytes.length, NULL);
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(ZmtpViolation.class, () -> check(bytes)).getMessage();
    }

    @Test
    void everyTruncationOfAGoodGreetingWaitsForMore() throws ZmtpViolation {
        byte[] good = Wire.greeting(3, 1);
        for (int length = 0; length < Greeting.BYTES; length++) {
            assertFalse(check(Arrays.copyOf(good, length)), "after " + length + " bytes");
        }
        assertTrue(check(good));
    }

    @Test
    void startsAnywhereInTheBuffer() throws ZmtpViolation {
        byte[] moved = Wire.concat(new byte[7], Wire.greeting(3, 0));
        assertTrue(Greeting.check(ByteBuffer.wrap(moved), 7, Greeting.BYTES, NULL));
        assertFalse(Greeting.speaksCommands(ByteBuffer.wrap(moved), 7));
    }

    @Test
    void oursIsAGoodOne() throws ZmtpViolation {
        byte[] ours = Greeting.ours(NULL);
        assertTrue(check(ours));
        assertTrue(Greeting.speaksCommands(ByteBuffer.wrap(ours), 0));
        byte[] theirs = Wire.greeting(3, 1);
        theirs[8] = 0; // padding
        assertArrayEquals(theirs, ours);
    }

    @ParameterizedTest
    @CsvSource({"3,0,false", "3,1,true", "3,2,true", "4,0,true", "255,255,true"})
    void tellsWhoKnowsCommands(int major, int minor, boolean commands) throws ZmtpViolation {
        byte[] greeting = Wire.greeting(major, minor);
        assertTrue(check(greeting));
        assertEquals(commands, Greeting.speaksCommands(ByteBuffer.wrap(greeting), 0));
    }

    @Test
    void namesWhatIsNoZmtpByItsFirstByte() {
        assertTrue(refusal(Wire.ascii("G")).contains("HTTP"));
        assertTrue(refusal(new byte[] {0x16}).contains("TLS"));
        assertTrue(refusal(new byte[] {1}).contains("ZMTP 1"));
        assertEquals("not ZMTP", refusal(new byte[] {0}));
        assertEquals("not ZMTP", refusal(new byte[] {(byte) 0x80}));
    }

    @Test
    void refusesOldPeersAsSoonAsTheyCanBeTold() {
        // A ZMTP 1 peer may send an identity of 254 bytes: its first byte is ff, but its tenth is the identity's.
        byte[] identity = Wire.concat(new byte[] {(byte) 0xff}, new byte[9]);
        assertTrue(refusal(identity).contains("ZMTP 1"));
        for (int revision = 0; revision < 3; revision++) {
            byte[] old = Arrays.copyOf(Wire.greeting(revision, 0), 11);
            assertTrue(refusal(old).contains("ZMTP 2"), "revision " + revision);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "CURVE", "NULLX", "NUL", "null", "", " NULL", "NULL ", "NULLNULLNULLNULLNULL"})
    void refusesOtherMechanisms(String mechanism) {
        assertTrue(refusal(Wire.greeting(3, 1, mechanism)).contains("mechanism"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0NULL", "NU\0LL", "NULL\0\0X"})
    void refusesAMechanismThatOnlyLooksAlike(String mechanism) {
        assertTrue(refusal(Wire.greeting(3, 1, mechanism)).contains("mechanism"));
    }

    @Test
    void ignoresRoleAndFiller() throws ZmtpViolation {
        byte[] greeting = Wire.greeting(3, 1);
        Arrays.fill(greeting, 32, Greeting.BYTES, (byte) 0xee);
        Arrays.fill(greeting, 1, 9, (byte) 0xee);
        assertTrue(check(greeting));
    }

    @Test
    void nothingButAViolationComesOfGarbage() {
        Random random = new Random(71);
        int refused = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = Arrays.copyOf(Wire.greeting(3, random.nextInt(3)), random.nextInt(Greeting.BYTES + 1));
            for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                check(bytes);
            } catch (ZmtpViolation e) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, "the fuzz reaches what is refused: " + refused);
    }
}
