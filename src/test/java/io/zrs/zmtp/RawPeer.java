package io.zrs.zmtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** The far end of a connection: a blocking socket that writes and reads whatever a test says, right or wrong. */
public final class RawPeer implements AutoCloseable {
    private static final int HANG_MILLIS = 20_000;

    private final SocketChannel channel;
    private final InputStream in;

    /** Connects, with small buffers, so that little fits on the way. */
    public RawPeer(InetSocketAddress address) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 << 10);
        channel.connect(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().setSoTimeout(HANG_MILLIS);
        in = channel.socket().getInputStream();
    }

    /** Writes all of it. */
    public void write(byte[]... parts) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Wire.concat(parts));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads so many bytes. */
    public byte[] read(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the stream ended after " + Arrays.toString(bytes));
        }
        return bytes;
    }

    /** Reads one frame, its header included. */
    public byte[] readFrame() throws IOException {
        byte[] start = read(2);
        if ((start[0] & 2) == 0) {
            return Wire.concat(start, read(start[1] & 0xff));
        }
        byte[] header = Wire.concat(start, read(7));
        return Wire.concat(header, read((int) ByteBuffer.wrap(header).getLong(1)));
    }

    /** Reads until the stream ends. */
    public byte[] readAll() throws IOException {
        return in.readAllBytes();
    }

    /** Reads what is there now, and does not wait for more. */
    public void drainTo(ByteArrayOutputStream out) throws IOException {
        channel.configureBlocking(false);
        ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
        while (channel.read(buffer) > 0) {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        channel.configureBlocking(true);
    }

    /** Writes no more, and says so. */
    public void shutdown() throws IOException {
        channel.shutdownOutput();
    }

    /** Breaks the connection off, so that the other side's next write fails. */
    public void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
