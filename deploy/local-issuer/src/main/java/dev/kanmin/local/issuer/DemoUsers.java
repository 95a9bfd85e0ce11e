package dev.kanmin.local.issuer;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.services.DemoRole;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The people who can sign in: {@code officer-<agency>} for each partner agency, {@code viewer}, who
 * reads what everybody may, and {@code controltower}, who reads everything and looks after
 * operations. All with one documented password.
 */
@Component
class DemoUsers implements UserDetailsService {
  /** Password of every demo user and secret of every demo client. */
  static final String SECRET = "kanmin-local";

  private static final String VIEWER = "viewer";
  private static final String VIEWER_AGENCY = "mofa";
  private static final String CONTROL_TOWER = "controltower";
  private static final String CONTROL_TOWER_AGENCY = "meti";

  private final String encodedPassword;
  private final TreeMap<String, DemoUser> users = new TreeMap<>();

  DemoUsers(PasswordEncoder passwords) {
    this.encodedPassword = passwords.encode(SECRET);
    for (var agency : Agencies.all()) {
      var code = agency.code().code();
      add(new DemoUser("officer-" + code, code, Scopes.of(DemoRole.OFFICER)));
    }
    add(new DemoUser(VIEWER, VIEWER_AGENCY, Scopes.of(DemoRole.ANALYST)));
    add(new DemoUser(CONTROL_TOWER, CONTROL_TOWER_AGENCY, Scopes.of(DemoRole.OPERATOR)));
  }

  private void add(DemoUser user) {
    users.put(user.name(), user);
  }

  Optional<DemoUser> find(String name) {
    return Optional.ofNullable(users.get(name));
  }

  /** All names, sorted. */
  Set<String> names() {
    return users.keySet();
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    var user =
        find(name).orElseThrow(() -> new UsernameNotFoundException("no demo user of that name"));
    return User.withUsername(user.name()).password(encodedPassword).roles("DEMO").build();
  }

  /**
   * @param agency code of the agency that the user acts for
   * @param scopes the most that a token of this user allows
   */
  record DemoUser(String name, String agency, Set<String> scopes) {}
}
