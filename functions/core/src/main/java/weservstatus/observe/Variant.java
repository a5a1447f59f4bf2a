package weservstatus.observe;

/**
 * One of several honest ways in which a service may behave, as an answer showed it.
 *
 * @param trait in which builds of the service differ, such as {@code output=jxl}
 * @param seen how this one behaves, such as {@code keeps the input's format}
 */
public record Variant(String trait, String seen) {}
