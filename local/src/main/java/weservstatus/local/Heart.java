package weservstatus.local;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import weservstatus.notify.Delivery;
import weservstatus.send.Pulse;

/**
 * Says after every complete round that the monitor lives: to the service manager at once, to the
 * owner's address on a thread of its own. An address that does not answer is said once, not each
 * time.
 */
final class Heart implements Runnable, AutoCloseable {
    private final Consumer<String> manager;
    private final Optional<Pulse> pulse;
    private final Consumer<String> notes;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pulse").daemon().factory());
    private final AtomicBoolean underWay = new AtomicBoolean();
    private boolean heard = true;

    Heart(Consumer<String> manager, Optional<Pulse> pulse, Consumer<String> notes) {
        this.manager = manager;
        this.pulse = pulse;
        this.notes = notes;
    }

    /** The monitor answers and works from now on. */
    void begin() {
        manager.accept(ServiceManager.READY);
    }

    /** A round is complete. One beat that still waits for its answer stands for the next ones. */
    @Override
    public void run() {
        manager.accept(ServiceManager.ALIVE);
        pulse.filter(_ -> underWay.compareAndSet(false, true))
                .ifPresent(one -> thread.execute(() -> beat(one)));
    }

    private void beat(Pulse one) {
        try {
            note(one.beat());
        } finally {
            underWay.set(false);
        }
    }

    private void note(Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent _ -> tell(true, "the pulse is heard again");
            case Delivery.Refused(String reason) -> tell(false, "the pulse is refused: " + reason);
            case Delivery.Failed(String reason, var _) ->
                    tell(false, "the pulse is not heard: " + reason);
        }
    }

    private void tell(boolean now, String what) {
        if (heard != now) {
            heard = now;
            notes.accept(what);
        }
    }

    @Override
    public void close() {
        manager.accept(ServiceManager.STOPPING);
        thread.shutdownNow();
    }
}
