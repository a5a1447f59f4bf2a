package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can never hold is refused with its reason and its remedy; what can hold is not. */
class UnfitExpectationsTest {
    private static final String FILE =
            """
            page: {name: Example, url: "https://status.example.org/"}
            locations: [{id: here, name: Here}]
            targets: [{id: own, url: "https://images.example.org"}]
            control: none
            groups: [{id: g, name: G, components: [{id: c, name: C}]}]
            checks:
              - {id: a, name: A, component: c, cache: none, path: "/?url={origin}/CHECK, expect: [{EXPECT}]}
            """;

    /** Path behind the card's folder, further keys; expectations; what is said, none if nothing. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            quoteCharacter = '~',
            textBlock =
                    """
                    card.png&w=9"              ! card: as-requested                          ! -
                    card.png&output=json"      ! card: as-requested                          ! -
                    card.png&encoding=base64"  ! card: as-requested                          ! -
                    hello.txt"                 ! card: as-requested                          ! the path does not fetch the test card; name one, such as url={origin}/card.png, or expect image
                    card.png&w=9999&h=9999&fit=fill" ! card: as-requested                    ! a picture of more than 4000000 pixels is not decoded; ask for less in the path, or expect image
                    card.png&output=json"      ! image: {format: png, width: 9}              ! the path asks for JSON, of which no format, width or colours are read; expect card or json, or remove output=json
                    card.png&output=json"      ! colour: {is: red}                           ! the path asks for JSON, of which no format, width or colours are read; expect card or json, or remove output=json
                    card.png&encoding=base64"  ! image: {format: png}                        ! the path asks for text, of which no format, width or colours are read; expect card or body, or remove encoding=base64
                    card.png&encoding=base64"  ! colour: {is: red}                           ! the path asks for text, of which no format, width or colours are read; expect card or body, or remove encoding=base64
                    card.png"                  ! json: {pointer: /a, equals: 1}}, {card: as-requested ! an answer cannot be a picture and JSON; split it into two checks, or remove one of the two
                    flat.png"                  ! json: {pointer: /a, equals: 1}}, {colour: {is: red}  ! an answer cannot be a picture and JSON; split it into two checks, or remove one of the two
                    card.png"                  ! error: {code: 404}}, {card: as-requested     ! the body of status 404 is no picture; say status: 200, or expect json
                    card.png"                  ! error: {code: 404}}, {image: {format: png}   ! the body of status 404 is no picture; say status: 200, or expect json
                    card.png"                  ! status: 500}, {colour: {is: red}             ! the body of status 500 is no picture; say status: 200, or expect json
                    card.png"                  ! redirect: /a}, {image: {format: png}         ! the body of a redirect is no picture; remove redirect, or say redirects: 1 and expect the picture
                    x.png&default={origin}/c"  ! redirect: "{origin}/c"                       ! -
                    x.png"                     ! header: {name: Link, matches: "<{origin}/x>"} ! -
                    card.png"                  ! status: 404}, {error: {code: 404}            ! a status is expected already; remove one of the two
                    card.png"                  ! status: 200}, {redirect: /a                  ! status 200 is no redirect; say status: 302
                    card.png"                  ! error: {code: 404}}, {redirect: /a           ! status 404 is no redirect; say status: 302
                    x.png&default=a.b/c"       ! error: {status: 302, code: 404}}, {redirect: "http://a.b/c" ! -
                    x.png"                     ! error: {status: 500, code: 404}              ! an error's code is its status, here 404; remove status; only a redirect has another
                    x.png", redirects: 2       ! error: {status: 302, code: 404}              ! redirects are followed; say redirects: 0
                    x.png", redirects: 2       ! redirect: /a                                 ! redirects are followed; say redirects: 0
                    card.png", method: HEAD    ! card: as-requested                           ! the answer to HEAD has no body; say method: GET
                    card.png", method: HEAD    ! image: {format: png}                         ! the answer to HEAD has no body; say method: GET
                    flat.png", method: HEAD    ! colour: {is: red}                            ! the answer to HEAD has no body; say method: GET
                    card.png", method: HEAD    ! error: {code: 404}                           ! the answer to HEAD has no body; say method: GET
                    card.png", method: HEAD    ! size: {min: 1}                               ! the answer to HEAD has no body; say method: GET
                    card.png", method: HEAD    ! within: 2s                                   ! -
                    card.png&output=webp"      ! image: {format: jpg}                         ! the path asks for webp; say format: webp, or change output
                    card.png&output=tif"       ! image: {format: tiff, lossless: true}        ! -
                    card.png&output=jxl"       ! image: {format: png}                         ! -
                    flat.png&output=avif"      ! colour: {is: red}                            ! the colours of avif are not decoded here; ask for output=png, or expect image
                    card.png"                  ! image: {format: webp, progressive: true}     ! webp has no progressive; remove it, or expect jpg
                    card.png"                  ! image: {format: png, progressive: true}      ! png has no progressive; remove it, or expect jpg
                    card.png"                  ! image: {format: jpg, progressive: true}      ! -
                    card.png"                  ! image: {format: jpg, interlaced: true}       ! jpg has no interlaced; remove it, or expect png or gif
                    card.png"                  ! image: {format: gif, interlaced: false}      ! -
                    card.png"                  ! image: {format: jpg, lossless: true}         ! jpg has no lossless; remove it, or expect webp or tiff
                    card.png"                  ! image: {format: avif, lossless: false}       ! avif has no lossless; remove it, or expect webp or tiff
                    card.png"                  ! image: {format: png, delays: [100]}          ! png has no delays; remove it, or expect gif or webp
                    card.png"                  ! image: {format: gif, orientation: 1}         ! gif has no orientation; remove it, or expect jpg or png or webp or tiff
                    card.png"                  ! image: {format: tiff, frames: 2}             ! tiff has one frame; remove it, or expect gif or webp
                    card.png"                  ! image: {format: jpg, alpha: true}            ! jpg has no alpha; remove it, or expect png or webp
                    card-anim.gif&n=-1"        ! image: {format: gif, frames: 3, delays: [100, 100]} ! 2 delays for 3 frames; write one for each frame
                    flat.png"                  ! colour: {is: reddish}                        ! "reddish" is not a colour; write a name, or RRGGBB in quotes, such as "c86432"
                    flat.png"                  ! colour: {is: 808080}                         ! 808080
                    flat.png"                  ! colour: {is: red, tolerance: 255}            ! 255 is not a whole number from 0 to 254
                    card.png"                  ! within: 10s                                  ! an answer never takes longer than the timeout of 10s; write a shorter within, or a longer timeout
                    card.png", timeout: 2s     ! within: 2s                                   ! an answer never takes longer than the timeout of 2s; write a shorter within, or a longer timeout
                    card.png", timeout: 2s     ! within: 1999ms                               ! -
                    card.png"                  ! within: 3                                    ! is not a duration
                    card.png"                  ! error: {code: 404, matches: "("}             ! is not a regular expression
                    card.png"                  ! error: {message: no}                         ! "code" is missing; add it, such as code: 404
                    card.png"                  ! size: {min: 9, max: 8}                       ! 9 is more than max; exchange the two
                    """)
    void isRefusedWithReasonAndRemedy(String check, String expectations, @Nullable String said) {
        String text = FILE.replace("CHECK", check).replace("EXPECT", expectations);

        List<String> faults =
                switch (StatusYaml.load("status.yaml", text)) {
                    case Loaded.Invalid invalid ->
                            invalid.faults().stream().map(Fault::text).toList();
                    case Loaded.Valid _ -> List.of();
                };
        if (said == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().asString().contains(said);
        }
    }
}
