package weservstatus.usecase;

import java.util.function.Function;
import weservstatus.store.Codec;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.ItemJson;

/** How hour and day items are kept. */
final class PeriodCodecs {
    static final Codec<HourItem> HOUR = of(ItemJson::write, ItemJson::readHour);
    static final Codec<DayItem> DAY = of(ItemJson::write, ItemJson::readDay);

    private PeriodCodecs() {}

    private static <T> Codec<T> of(Function<T, String> encode, Function<String, T> decode) {
        return new Codec<>() {
            @Override
            public String encode(T value) {
                return encode.apply(value);
            }

            @Override
            public T decode(String document) {
                return decode.apply(document);
            }
        };
    }
}
