package weservstatus.config;

import weservstatus.notify.SecretName;

/** Who is told that the monitor itself lives. */
final class PulseFields {
    private static final Field<SecretName> SECRET =
            Field.required(
                    "secret",
                    ChannelParts.secretName(),
                    "Name of the secret that holds the address.",
                    "secret: PULSE_URL");
    static final Field<SecretName> PULSE =
            Field.optional(
                    "pulse",
                    new SectionReader("the pulse", SECRET).as(pulse -> pulse.of(SECRET)),
                    "An address that is asked after every complete round; somebody else alarms when"
                            + " that stops.",
                    "nobody is asked");

    private PulseFields() {}
}
