package io.zrs.shell.edit;

import org.jline.terminal.Attributes;

/** No terminal, but a prompt needs of it all that it needs of one. */
final class RehearsedTerminal extends Stty {
    private static final String SETTINGS = """
            speed 38400 baud; rows 24; columns 80; line = 0;
            intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>; eol2 = <undef>; swtch = <undef>; start = ^Q;
            stop = ^S; susp = ^Z; rprnt = ^R; werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;
            -parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts
            -ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr icrnl ixon -ixoff -iuclc -ixany -imaxbel -iutf8
            opost -olcuc -ocrnl onlcr -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0
            isig icanon iexten echo echoe echok -echonl -noflsh -xcase -tostop -echoprt echoctl echoke -flusho -extproc
            """;

    @Override
    String ask() {
        return SETTINGS;
    }

    @Override
    protected void doSetAttr(Attributes wanted) {
        getFlagsToSet(wanted, wanted);
    }
}
