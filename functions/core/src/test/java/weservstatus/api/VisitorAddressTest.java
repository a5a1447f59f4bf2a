package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.text.AddressBlock;

class VisitorAddressTest {
    private static final AddressBlock PROXIES = AddressBlock.parse("198.51.100.0/24");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    ''                                      | unknown
                    203.0.113.7                             | 203.0.113.7
                    ' 203.0.113.7 , '                       | 203.0.113.7
                    1.1.1.1, 203.0.113.7                    | 203.0.113.7
                    1.1.1.1, 203.0.113.7, 198.51.100.2      | 203.0.113.7
                    203.0.113.7, 198.51.100.2, 198.51.100.9 | 203.0.113.7
                    198.51.100.2, 198.51.100.9              | 198.51.100.2
                    203.0.113.7:51234                       | 203.0.113.7
                    [2001:db8:1:2:3:4:5:6]:51234            | 2001:db8:1:2::/64
                    2001:DB8:1:2:ffff::1                    | 2001:db8:1:2::/64
                    2001:db8:1:3::1                         | 2001:db8:1:3::/64
                    ::ffff:203.0.113.7                      | 203.0.113.7
                    203.0.113.7, made up                    | made up
                    """)
    void aVisitorIsTheNearestThatIsNoProxy(String forwarded, String visitor) {
        Request request = new Request("POST", "/", Map.of(), Map.of("x-forwarded-for", forwarded));

        String found =
                VisitorAddress.of(
                        request,
                        text -> AddressBlock.address(text).filter(PROXIES::holds).isPresent());

        assertThat(found).isEqualTo(visitor);
    }
}
