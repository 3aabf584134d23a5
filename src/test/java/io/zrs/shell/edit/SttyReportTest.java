package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecPty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SttyReportTest {
    private static final String LINUX = """
            speed 38400 baud; rows 24; columns 80; line = 0;
            intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = M-^?; eol2 = <undef>; swtch = <undef>;
            start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R; werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;
            -parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts
            -ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr icrnl ixon -ixoff -iuclc -ixany -imaxbel iutf8
            opost -olcuc -ocrnl onlcr -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0
            isig icanon iexten echo echoe echok -echonl -noflsh -xcase -tostop -echoprt echoctl echoke -flusho -extproc
            """;
    private static final String MAC = """
            speed 9600 baud; 24 rows; 80 columns;
            lflags: icanon isig iexten echo echoe -echok echoke -echonl echoctl
            	-echoprt -altwerase -noflsh -tostop -flusho pendin -nokerninfo
            	-extproc
            iflags: -istrip icrnl -inlcr -igncr ixon -ixoff ixany imaxbel iutf8
            	-ignbrk brkint -inpck -ignpar -parmrk
            oflags: opost onlcr -oxtabs -onocr -onlret
            cflags: cread cs8 -parenb -parodd hupcl -clocal -cstopb -crtscts -dsrflow
            	-dtrflow -mdmbuf
            cchars: discard = ^O; dsusp = ^Y; eof = ^D; eol = <undef>;
            	eol2 = <undef>; erase = ^?; intr = ^C; kill = ^U; lnext = ^V;
            	min = 1; quit = ^\\; reprint = ^R; start = ^Q; status = ^T;
            	stop = ^S; susp = ^Z; time = 0; werase = ^W;
            """;

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MAC})
    void readsWhatJLineReads(String text) throws IOException {
        Attributes there = ExecPty.doGetAttr(text);
        Attributes found = new SttyReport(text).attributes();

        assertEquals(there.getLocalFlags(), found.getLocalFlags());
        assertEquals(there.getInputFlags(), found.getInputFlags());
        assertEquals(there.getOutputFlags(), found.getOutputFlags());
        assertEquals(there.getControlFlags(), found.getControlFlags());
        assertEquals(there.getControlChars(), found.getControlChars());
        assertTrue(found.getLocalFlag(LocalFlag.ICANON));
        assertEquals(0x7f, found.getControlChar(ControlChar.VERASE));
        assertEquals(Size.of(80, 24), new SttyReport(text).size());
    }

    @Test
    void whatEndsAWordCanBeACharacter() {
        Attributes found = new SttyReport("erase = ;; kill = =; intr = q; -echo").attributes();

        assertEquals(';', found.getControlChar(ControlChar.VERASE));
        assertEquals('=', found.getControlChar(ControlChar.VKILL));
        assertEquals('q', found.getControlChar(ControlChar.VINTR));
    }

    @Test
    void sizeThatIsNotToldIsNone() {
        assertEquals(Size.of(0, 0), new SttyReport("speed 38400 baud;").size());
    }
}
