package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.observe.Answer;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Header;
import weservstatus.observe.Phase;

/** One request over one connection of its own, from the name to the last byte of the answer. */
final class Hop {
    private final Asking asking;
    private final Question question;
    private final PhaseClock clock;
    private final Deadline deadline;
    private final TlsTurn turn;
    private final PhaseListener listener;
    private final ChainWitness witness;
    private final WireBudget budget;
    private final BodyReader body = new BodyReader();
    private final Call call;
    private Optional<InetAddress> address = Optional.empty();
    private Headers received = new Headers.Builder().build();

    Hop(Asking asking, Question question, PhaseClock clock, Deadline deadline) {
        this.asking = asking;
        this.question = question;
        this.clock = clock;
        this.deadline = deadline;
        this.turn = asking.turns().turn(deadline);
        this.listener = new PhaseListener(clock, turn);
        this.witness = new ChainWitness(asking.trust());
        this.budget = new WireBudget(question.version());
        this.call = client().newCall(request());
    }

    Reply ask() {
        deadline.begin();
        clock.enter(Phase.DNS);
        try {
            String host = question.url().host();
            InetAddress found = asking.names().find(host, question.family(), deadline);
            address = Optional.of(found);
            return new Reply.Complete(ask(found));
        } catch (IOException | RuntimeException e) {
            // Whatever a peer can provoke in the client is a value too.
            clock.stop();
            return new Reply.Lost(
                    new TransportFailure(question, deadline, body, witness).of(e, clock.phase()));
        } finally {
            turn.end();
        }
    }

    private Answer ask(InetAddress found) throws IOException {
        call.timeout().timeout(Math.max(1, deadline.remaining().toNanos()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return answer(response, found, bytes(response));
        }
    }

    /** Cancels what is left: closing an unread answer would first try to read it to its end. */
    private byte[] bytes(Response response) throws IOException {
        boolean bodiless = question.method() == HttpMethod.HEAD || hasNoBody(response.code());
        try {
            return body.read(response.body().byteStream(), received, bodiless);
        } finally {
            call.cancel();
        }
    }

    private static boolean hasNoBody(int status) {
        return status == 204 || status == 304;
    }

    private Answer answer(Response response, InetAddress from, byte[] encoded) throws IOException {
        clock.stop();
        String encoding = String.join(", ", received.values("Content-Encoding"));
        return new Answer(
                response.code(),
                headers(),
                ContentDecoder.decode(encoded, encoded.length == 0 ? "" : encoding),
                label(response.protocol()),
                from.getHostAddress(),
                listener.handshake().map(done -> witness.facts(done)));
    }

    private List<Header> headers() {
        return IntStream.range(0, received.size())
                .mapToObj(i -> new Header(received.name(i), received.value(i)))
                .toList();
    }

    private static String label(Protocol protocol) {
        return protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE
                ? HttpVersion.HTTP_2.label()
                : protocol.toString().toUpperCase(Locale.ROOT);
    }

    private Request request() {
        var headers = new Headers.Builder();
        question.headers().forEach(h -> headers.addUnsafeNonAscii(h.name(), h.value()));
        RequestBody empty = RequestBody.create(new byte[0]);
        return new Request.Builder()
                .url(question.url())
                .headers(headers.build())
                .method(
                        question.method().name(),
                        question.method() == HttpMethod.POST ? empty : null)
                .build();
    }

    private OkHttpClient client() {
        OkHttpClient.Builder client =
                asking.client()
                        .newBuilder()
                        .dns(host -> address.stream().toList())
                        .protocols(protocols())
                        .socketFactory(new ProbeSockets(turn, budget))
                        .eventListener(listener)
                        .addNetworkInterceptor(this::witness);
        if (question.url().isHttps()) {
            client.sslSocketFactory(new TlsSockets(witness, turn), witness);
        }
        return client.build();
    }

    /** The client insists on HTTP/1.1 beside HTTP/2; {@link #witness} refuses that outcome. */
    private List<Protocol> protocols() {
        return switch (question.version()) {
            case HTTP_1_1 -> List.of(Protocol.HTTP_1_1);
            case HTTP_2 ->
                    question.url().isHttps()
                            ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                            : List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        };
    }

    /**
     * Sees the header as it came. {@code Retry-After} stays here: on a 503 with 0 the client would
     * ask again by itself.
     */
    private Response witness(Interceptor.Chain chain) throws IOException {
        if (question.version() == HttpVersion.HTTP_2
                && Objects.requireNonNull(chain.connection()).protocol() == Protocol.HTTP_1_1) {
            throw new BrokenException(
                    FailureReason.PROTOCOL,
                    Phase.TLS,
                    question.url().host() + " does not offer HTTP/2");
        }
        budget.awaitHeader();
        Response response = chain.proceed(chain.request());
        received = response.headers();
        budget.headerArrived(received);
        return response.newBuilder().removeHeader("Retry-After").build();
    }
}
