package weservstatus.check;

/** Which addresses of a host a check may use. */
public enum AddressFamily {
    ANY,
    IPV4,
    IPV6
}
