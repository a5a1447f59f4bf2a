package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Target;

class RequestUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            textBlock =
                    """
                    /                          ! /
                    /quota                     ! /quota
                    ?url=a                     ! /?url=a
                    /?                         ! /?
                    /?url={origin}/card.png    ! /?url=card.example:8080/folder/card.png
                    /?n={nonce}&m={nonce}      ! /?n=n-1&m=n-1
                    /?url=a%2520b%25c          ! /?url=a%2520b%25c
                    /?text=100%                ! /?text=100%25
                    /?text=%zz                 ! /?text=%25zz
                    /?x={a|b}^`                ! /?x=%7Ba%7Cb%7D%5E%60
                    /?x=a b"<>\\               ! /?x=a%20b%22%3C%3E%5C
                    /?x=ä€😀                    ! /?x=%C3%A4%E2%82%AC%F0%9F%98%80
                    /?x='                      ! /?x=%27
                    /?a=1&&b&c=&=d;e,f+g       ! /?a=1&&b&c=&=d;e,f+g
                    /?x[0]=?/:@                ! /?x[0]=?/:@
                    /?bg=#fff                  ! /?bg=%23fff
                    /a b/[c]/'d'/{e}           ! /a%20b/%5Bc%5D/'d'/%7Be%7D
                    //host/x                   ! //host/x
                    /a;b=c/d,e                 ! /a;b=c/d,e
                    """)
    void pathAndQueryReachTheServerAsWritten(String written, String sent) {
        Target target = CheckRecipe.target("http://h.example/", "http://card.example:8080/folder/");

        String url = RequestUrl.of(CheckRecipe.get(written).build(), target, "n-1").toString();

        assertThat(url).isEqualTo("http://h.example" + sent);
        assertThat(URI.create(url)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "http://card.example, card.example",
        "http://card.example/, card.example",
        "http://card.example:81/a/b/, card.example:81/a/b",
        "HTTP://card.example/a, card.example/a",
        "https://card.example/, https://card.example",
        "https://card.example:444/a/, https://card.example:444/a",
    })
    void theOriginReadsAsUsersWriteIt(URI folder, String written) {
        assertThat(RequestUrl.origin(folder)).isEqualTo(written);
    }

    @Test
    void theServerSeesTheSameRequestLine() throws Exception {
        var heads = new LinkedBlockingQueue<String>();
        try (var server =
                ScriptedServer.plain(c -> {
                    heads.add(c.readHead());
                    c.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                })) {
            String path = "/?url=a%2520b&x={|}&&y='[1]&z=%";

            Probers.probe(CheckRecipe.get(path), server.url());

            assertThat(heads.take())
                    .startsWith("GET /?url=a%2520b&x=%7B%7C%7D&&y=%27[1]&z=%25 HTTP/1.1\r\n");
        }
    }
}
