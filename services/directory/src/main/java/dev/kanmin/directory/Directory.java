package dev.kanmin.directory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Directory: who is who. Companies (企業), counterparts (現地機関), offices (担当課・在外事務所) and contact
 * persons.
 *
 * <dl>
 *   <dt>Commands
 *   <dd>{@code CompanyCommand}: register, change the profile, set and withdraw consent, hand over,
 *       merge, erase; {@code CounterpartCommand}: register, change the profile, hand over, merge;
 *       {@code OfficeCommand}: register, rename, hand over, close; {@code Contacts}: contact
 *       persons, outside the events
 *   <dt>Queries
 *   <dd>{@code CompanyQueries}, {@code CounterpartQueries}: lists, one record under any id that it
 *       ever had, proposals of duplicates, tables; {@code OfficeWork}; {@code Contacts}
 *   <dt>Publishes
 *   <dd>{@code CompanyEvent} and {@code CounterpartEvent} with their cards, {@code OfficeEvent},
 *       see {@code contract/}
 *   <dt>Subscribes to
 *   <dd>{@code kanmin.directory}: what an office looks after goes with its work ({@code
 *       HeardOfItself})
 * </dl>
 */
@SpringBootApplication
public class Directory {
  public static void main(String[] arguments) {
    SpringApplication.run(Directory.class, arguments);
  }
}
