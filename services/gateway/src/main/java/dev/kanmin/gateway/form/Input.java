package dev.kanmin.gateway.form;

import java.util.List;
import java.util.Optional;

/**
 * A part of a form, ready to be written out.
 *
 * @param sort {@code text}, {@code number}, {@code date}, {@code moment}, {@code checkbox}, {@code
 *     select}, {@code search}, {@code checks}, {@code texts} (one per language), {@code group},
 *     {@code items} (repeated), {@code item}, {@code variants} or {@code variant}
 * @param place as {@link Values} names it
 * @param id as {@code id} in HTML
 * @param hint what to write there
 * @param required {@code always}, {@code within} what is around it once that is given, or empty
 * @param language of the text, if it is of one
 * @param folded whether it is shown on demand
 */
public record Input(
    String sort,
    String place,
    String id,
    String label,
    Optional<String> hint,
    String required,
    String language,
    boolean folded,
    String value,
    List<String> chosen,
    List<Choice> choices,
    List<Input> parts,
    List<String> faults) {

  /** Name of the input in HTML. */
  public String name() {
    return Values.VALUE + place;
  }

  /** Name of the inputs that say which of its variants it is. */
  public String choiceName() {
    return Values.VALUE + Variants.choice(place);
  }

  /** Name of the hidden input that names an item of its group. */
  public String itemName() {
    return Values.ITEM + place.substring(0, Math.max(0, place.lastIndexOf('/')));
  }

  /** The item of its group. */
  public String item() {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  public boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** What describes it, for who cannot see it. */
  public Optional<String> describedBy() {
    StringBuilder ids = new StringBuilder();
    hint.ifPresent(text -> ids.append(id).append("-hint "));
    if (isFaulty()) {
      ids.append(id).append("-fault");
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.toString().strip());
  }

  /** Parts that are shown at once. */
  public List<Input> open() {
    return parts.stream().filter(part -> !part.folded()).toList();
  }

  /** Parts that are shown on demand. */
  public List<Input> behind() {
    return parts.stream().filter(Input::folded).toList();
  }
}
