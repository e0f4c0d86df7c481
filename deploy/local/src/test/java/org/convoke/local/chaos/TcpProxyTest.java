package org.convoke.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private static final int QUIET = 200;

    private Echo echo;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new Echo(0);
        proxy = new TcpProxy(0, echo.door.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatIsSaidIsAnswered() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket)).isEqualTo(7);
        }
    }

    @Test
    void aCutEndsConnectionsAndLetsNewOnesIn() throws IOException {
        try (Socket socket = connect()) {
            ask(socket);
            proxy.cut();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        whatIsSaidIsAnswered();
    }

    @Test
    void shutNobodyGetsInUntilItIsOpened() throws IOException {
        proxy.shut();
        try (Socket socket = connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        proxy.open();
        whatIsSaidIsAnswered();
    }

    @Test
    void whatIsHeldComesLater() throws IOException {
        try (Socket socket = connect()) {
            ask(socket);
            proxy.hold();
            socket.getOutputStream().write(9);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.release();
            socket.setSoTimeout(5_000);
            assertThat(socket.getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    void aStrandedConnectionNeverPassesAnythingAgainAndNewOnesDo() throws IOException {
        try (Socket socket = connect()) {
            ask(socket);
            proxy.strand();
            socket.getOutputStream().write(9);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            whatIsSaidIsAnswered();
        }
    }

    @Test
    void newConnectionsAreLedElsewhere() throws IOException {
        try (Echo other = new Echo(1)) {
            proxy.lead(other.door.getLocalPort());
            try (Socket socket = connect()) {
                assertThat(ask(socket)).isEqualTo(8);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(QUIET);
        return socket;
    }

    private static int ask(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(7);
        int answer = socket.getInputStream().read();
        socket.setSoTimeout(QUIET);
        return answer;
    }

    /** Says each byte again, and adds to it. */
    private static final class Echo implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final int more;

        Echo(int more) throws IOException {
            this.more = more;
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                for (int said = socket.getInputStream().read();
                        said >= 0;
                        said = socket.getInputStream().read()) {
                    socket.getOutputStream().write(said + more);
                }
            } catch (IOException e) {
                return; // the other end is gone
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
