package weservstatus.local;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells systemd that the monitor is ready and alive, by the protocol of sd_notify(3): one datagram
 * for each state, to the socket that {@code NOTIFY_SOCKET} names. The JDK knows sockets of a path,
 * but of streams only, so three functions of the C library do it.
 */
final class ServiceManager implements Consumer<String> {
    /** The service answers. */
    static final String READY = "READY=1";

    /** The service works; without this for {@code WatchdogSec} systemd restarts it. */
    static final String ALIVE = "WATCHDOG=1";

    /** The service ends on purpose. */
    static final String STOPPING = "STOPPING=1";

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;

    /** Of sockaddr_un, including a closing zero. */
    private static final int LONGEST_PATH = 108;

    private static final Linker LINKER = Linker.nativeLinker();

    private final byte[] address;
    private final Consumer<Throwable> troubles;

    private ServiceManager(byte[] address, Consumer<Throwable> troubles) {
        this.address = address;
        this.troubles = troubles;
    }

    /**
     * What the service manager hears; nothing where there is none.
     *
     * @param environment the value of a variable, nothing where it is not set
     */
    static Consumer<String> in(
            Function<String, Optional<String>> environment, Consumer<Throwable> troubles) {
        return environment
                .apply("NOTIFY_SOCKET")
                .map(path -> path.getBytes(StandardCharsets.UTF_8))
                .filter(ServiceManager::isAddress)
                .<Consumer<String>>map(path -> new ServiceManager(address(path), troubles))
                .orElseGet(() -> _ -> {});
    }

    /** A path, or with @ a name in Linux's abstract namespace. */
    private static boolean isAddress(byte[] path) {
        boolean fits = path.length > 1 && path.length < LONGEST_PATH;
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        return fits && linux && (path[0] == '/' || path[0] == '@');
    }

    /** A sockaddr_un: the family in two bytes of this machine's order, then the path. */
    private static byte[] address(byte[] path) {
        boolean isAbstract = path[0] == '@';
        byte[] address = new byte[2 + path.length + (isAbstract ? 0 : 1)];
        MemorySegment.ofArray(address).set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) AF_UNIX);
        System.arraycopy(path, 0, address, 2, path.length);
        if (isAbstract) {
            address[2] = 0;
        }
        return address;
    }

    @Override
    public void accept(String state) {
        try (Arena arena = Arena.ofConfined()) {
            send(arena, state.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            troubles.accept(e);
        }
    }

    private void send(Arena arena, byte[] state) {
        int socket = call("socket", ints(3), AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        if (socket < 0) {
            throw new IllegalStateException("no socket for the service manager");
        }
        MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, state);
        MemorySegment peer = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
        long sent = sendto(socket, text, state.length, MSG_NOSIGNAL, peer, address.length);
        call("close", ints(1), socket);
        if (sent != state.length) {
            throw new IllegalStateException("the service manager does not hear us");
        }
    }

    private static long sendto(
            int socket, MemorySegment text, long length, int flags, MemorySegment peer, int size) {
        MethodHandle sendto =
                function(
                        "sendto",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try {
            return (long) sendto.invokeExact(socket, text, length, flags, peer, size);
        } catch (Throwable e) {
            throw new IllegalStateException("sendto", e);
        }
    }

    private static int call(String name, FunctionDescriptor shape, Object... arguments) {
        try {
            return (int) function(name, shape).invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static FunctionDescriptor ints(int count) {
        ValueLayout[] arguments = new ValueLayout[count];
        Arrays.fill(arguments, ValueLayout.JAVA_INT);
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    }

    @SuppressWarnings("restricted") // The launcher allows native access; sqlite-jdbc needs it too.
    private static MethodHandle function(String name, FunctionDescriptor shape) {
        MemorySegment at = LINKER.defaultLookup().find(name).orElseThrow();
        return LINKER.downcallHandle(at, shape);
    }
}
