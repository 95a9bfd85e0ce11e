package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.Assessment.LeftOut;
import dev.kanmin.odalinkage.match.CompanyOffer.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges offers for targets, by the weights that it was made with. */
public final class Matcher {
  /** The best first; equals in the order of their ids, so that every list has one order. */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score)
          .reversed()
          .thenComparing(Candidate::company)
          .thenComparing(Candidate::target);

  private final Weights weights;

  public Matcher(Weights weights) {
    this.weights = weights;
  }

  /**
   * Who asks, when, and what became of earlier linkages.
   *
   * @param agency in whose name the company would be proposed
   * @param day on which licences and registrations must hold
   * @param rejected companies that were rejected for the target
   */
  public record Asked(AgencyCode agency, LocalDate day, Set<String> rejected) {}

  /** One offer for one target. */
  public Assessment assess(Target target, CompanyOffer offer, Asked asked) {
    List<Product> suitable =
        offer.products().stream().filter(product -> suits(product, target.wanted())).toList();
    if (suitable.isEmpty()) {
      return leftOut(target, offer, List.of(wrong(target)));
    }
    List<Finding> against = new ArrayList<>();
    List<Product> shippable =
        suitable.stream()
            .filter(product -> Licences.allow(product, offer, weights, asked))
            .toList();
    if (shippable.isEmpty()) {
      against.add(Finding.of("no-licence", Licences.lowestClass(suitable)));
    }
    Places places = new Places(target, offer, shippable.isEmpty() ? suitable : shippable, asked);
    if (places.allRefused()) {
      against.add(new Finding("registration-refused", places.refused()));
    }
    if (offer.capacity().filter(it -> it == CompanyOffer.Capacity.NONE).isPresent()) {
      against.add(Finding.of("no-capacity"));
    }
    if (offer.isAmong(asked.rejected())) {
      against.add(Finding.of("rejected-before"));
    }
    if (!offer.mayBeProposedBy(asked.agency(), asked.day())) {
      against.add(Finding.of("no-consent", asked.agency().code()));
    }
    return against.isEmpty()
        ? new Scoring(weights, target, offer, shippable, asked).best(places)
        : leftOut(target, offer, against);
  }

  /**
   * The candidates among these offers, best first.
   *
   * @param offers those of the target's fields will do: {@link OfferIndex#worthJudging}
   */
  public List<Candidate> rank(Target target, Collection<CompanyOffer> offers, Asked asked) {
    return candidates(offers.stream().map(offer -> assess(target, offer, asked)));
  }

  /** The candidates among these assessments, best first. */
  public static List<Candidate> candidates(Stream<Assessment> assessments) {
    return assessments
        .filter(Candidate.class::isInstance)
        .map(Candidate.class::cast)
        .sorted(BEST_FIRST)
        .toList();
  }

  /** How an offer outside the target's fields is left out, without a look at the rest of it. */
  public static LeftOut outsideItsFields(Target target, String company) {
    return new LeftOut(company, target.id(), List.of(wrong(target)));
  }

  private static LeftOut leftOut(Target target, CompanyOffer offer, List<Finding> reasons) {
    return new LeftOut(offer.company(), target.id(), List.copyOf(reasons));
  }

  private static Finding wrong(Target target) {
    Target.Wanted wanted = target.wanted();
    return wanted.fields().isEmpty()
        ? new Finding("wrong-goods", wanted.hs().stream().map(Object::toString).toList())
        : new Finding("wrong-field", wanted.fields().stream().map(Field::code).toList());
  }

  /** Of what has no field only the goods tell. */
  private static boolean suits(Product product, Target.Wanted wanted) {
    if (wanted.fields().isEmpty()) {
      return product.hs().stream()
          .anyMatch(own -> wanted.hs().stream().anyMatch(hs -> Goods.same(own, hs)));
    }
    return wanted.fields().contains(Field.CROSS_FIELD)
        || wanted.fields().stream().anyMatch(product.fields()::contains);
  }
}
