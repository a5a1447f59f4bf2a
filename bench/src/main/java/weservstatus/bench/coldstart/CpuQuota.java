package weservstatus.bench.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A control group of Linux that gives its processes a share of one processor, as Lambda does by
 * memory size. It needs a cgroup that this process may write to, as root may.
 */
final class CpuQuota implements AutoCloseable {
    /** Lambda hands out processor time in such slices. */
    private static final Duration PERIOD = Duration.ofMillis(20);

    private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path V2 = Path.of("/sys/fs/cgroup");

    private final Path group;

    private CpuQuota(Path group) {
        this.group = group;
    }

    /**
     * A group of its own, if this machine allows one.
     *
     * @param share of one processor, such as 0.29 for 512 MB
     */
    static Optional<CpuQuota> of(double share) {
        long period = PERIOD.toNanos() / 1_000;
        long quota = Math.round(period * share);
        String name = "weserv-status-bench-" + ProcessHandle.current().pid();
        try {
            if (Files.isWritable(V1.resolve("cgroup.procs"))) {
                Path group = Files.createDirectory(V1.resolve(name));
                Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(period));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
                return Optional.of(new CpuQuota(group));
            }
            if (Files.isWritable(V2.resolve("cgroup.subtree_control"))) {
                Files.writeString(V2.resolve("cgroup.subtree_control"), "+cpu");
                Path group = Files.createDirectory(V2.resolve(name));
                Files.writeString(group.resolve("cpu.max"), quota + " " + period);
                return Optional.of(new CpuQuota(group));
            }
        } catch (IOException e) {
            System.err.println("no processor quota on this machine: " + e);
        }
        return Optional.empty();
    }

    /** From now on the process has its share and no more. */
    void hold(long pid) {
        try {
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it is done, for people. */
    String describe() {
        return String.format(
                Locale.ROOT,
                "%s, slices of %d ms",
                group.startsWith(V1) ? "cgroup v1, cpu.cfs_quota_us" : "cgroup v2, cpu.max",
                PERIOD.toMillis());
    }

    @Override
    public void close() {
        try {
            Files.delete(group);
        } catch (IOException e) {
            System.err.println("cannot remove " + group + ": " + e);
        }
    }
}
