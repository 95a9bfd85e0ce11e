import dev.kanmin.codes.services.ServiceList;
import java.util.ArrayList;
import java.util.List;

/** The objects of one overlay against the list of services and against each other. */
final class Checks {
  private Checks() {}

  /** One line for each fault, which says what to do. */
  static List<String> faults(ServiceList list, Rendered rendered) {
    var faults = new ArrayList<String>();
    new PodChecks(list, rendered, faults).run();
    new NetworkChecks(list, rendered, faults).run();
    new ScalingChecks(list, rendered, faults).run();
    new StoreChecks(list, rendered, faults).run();
    return faults;
  }
}
