package weservstatus.check;

/** The methods that a check may send. */
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    OPTIONS
}
