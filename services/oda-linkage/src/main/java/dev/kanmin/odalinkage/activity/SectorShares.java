package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.RecipientSplit;
import dev.kanmin.odalinkage.iati.RecipientSplit.Kind;
import dev.kanmin.odalinkage.iati.RecipientSplit.Share.Name;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What money is for, by the sectors of the report. */
final class SectorShares {
  private SectorShares() {}

  /**
   * Every sector that the report names. Its percentage is that of the money that says nothing
   * itself: 0 when only transactions of its own are for it, absent when the report does not tell.
   */
  static List<CodeShare> of(IatiActivity activity) {
    Map<String, CodeShare> sectors = new LinkedHashMap<>();
    List<Sector> own =
        activity.sectors().isEmpty() ? ofAllTransactions(activity) : activity.sectors();
    add(sectors, shares(own));
    Optional<BigDecimal> ofOthers = own.isEmpty() ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    for (Transaction transaction : activity.transactions()) {
      for (Sector sector : transaction.sectors()) {
        add(sectors, List.of(new CodeShare(sector.vocabulary(), sector.code(), ofOthers)));
      }
    }
    return List.copyOf(sectors.values());
  }

  /** The sectors of one transaction. */
  static List<CodeShare> of(Transaction transaction) {
    return shares(transaction.sectors());
  }

  /** What all transactions are for, if that is the same. */
  private static List<Sector> ofAllTransactions(IatiActivity activity) {
    List<List<Sector>> each =
        activity.transactions().stream().map(Transaction::sectors).distinct().toList();
    return each.size() == 1 ? each.getFirst() : List.of();
  }

  private static List<CodeShare> shares(List<Sector> sectors) {
    Map<String, Map<Name, BigDecimal>> splits = new LinkedHashMap<>();
    return sectors.stream()
        .map(
            sector ->
                new CodeShare(
                    sector.vocabulary(),
                    sector.code(),
                    percentage(
                        splits.computeIfAbsent(
                            sector.vocabulary(),
                            vocabulary -> RecipientSplit.sectors(sectors, vocabulary).byName()),
                        sector)))
        .toList();
  }

  private static Optional<BigDecimal> percentage(Map<Name, BigDecimal> fractions, Sector sector) {
    Name name = new Name(Kind.SECTOR, Optional.of(sector.vocabulary()), sector.code());
    return Optional.ofNullable(fractions.get(name)).map(Percentages::of);
  }

  private static void add(Map<String, CodeShare> sectors, List<CodeShare> more) {
    more.forEach(share -> sectors.putIfAbsent(share.vocabulary() + ":" + share.code(), share));
  }
}
