package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.document.Coding;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            emptyValue = "",
            textBlock =
                    """
                    none                        | IDENTITY
                    ''                          | IDENTITY
                    gzip                        | GZIP
                    GZip                        | GZIP
                    x-gzip                      | GZIP
                    gzip, deflate, br, zstd     | GZIP
                    deflate,gzip;q=1.0          | GZIP
                    gzip ; q=0.5                | GZIP
                    gzip;Q=0.001                | GZIP
                    *                           | GZIP
                    *;q=0.1                     | GZIP
                    identity;q=0, *             | GZIP
                    identity;q=0.5, gzip        | GZIP
                    gzip;q=0                    | IDENTITY
                    gzip;q=0.000                | IDENTITY
                    gzip;q=0, *                 | IDENTITY
                    *;q=0                       | IDENTITY
                    identity                    | IDENTITY
                    identity, gzip;q=0.5        | IDENTITY
                    br, deflate                 | IDENTITY
                    gzip;q=                     | IDENTITY
                    gzip;q=2                    | IDENTITY
                    gzip;q=0.0001               | IDENTITY
                    gzip;level=1                | IDENTITY
                    gzipped                     | IDENTITY
                    ,;,=,;q                     | IDENTITY
                    """)
    void theClientChooses(String header, Coding coding) {
        assertThat(AcceptEncoding.choose(Optional.ofNullable(header))).isEqualTo(coding);
    }
}
