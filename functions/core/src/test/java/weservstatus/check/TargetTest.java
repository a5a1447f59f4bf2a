package weservstatus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://wsrv.nl, wsrv.nl, true, true",
        "http://127.0.0.1:8080, 127.0.0.1, true, false",
        "http://[::1]:8080, ::1, false, true",
        "http://localhost, localhost, false, false",
        "http://images.test, images.test, false, false",
        "https://wsrv.nl, wsrv.nl, true, true",
    })
    void mayHaveAnyAddressIfItsNameIsPublic(String url, String host, boolean v4, boolean v6) {
        Target target = new Target(new TargetId("it"), URI.create(url), Optional.empty());

        assertThat(target.host()).isEqualTo(host);
        assertThat(target.mayHave(AddressFamily.ANY)).isTrue();
        assertThat(target.mayHave(AddressFamily.IPV4)).isEqualTo(v4);
        assertThat(target.mayHave(AddressFamily.IPV6)).isEqualTo(v6);
    }

    @ParameterizedTest
    @CsvSource({
        "https://wsrv.nl, true",
        "https://images.example.org:8443, true",
        "http://weserv, false",
        "http://localhost:8080, false",
        "http://Images.LOCAL, false",
        "http://127.0.0.1, false",
        "http://[::1], false",
    })
    void onlyAPublicNameMustBeKnownToDns(String url, boolean isPublic) {
        Target target = new Target(new TargetId("it"), URI.create(url), Optional.empty());

        assertThat(target.hasPublicName()).isEqualTo(isPublic);
    }
}
