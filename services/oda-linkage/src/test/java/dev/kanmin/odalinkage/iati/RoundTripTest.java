package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.Iati.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is accepted comes back unchanged from an export; whatever is changed is refused or does
 * no harm.
 */
class RoundTripTest {

  private static final int CASES = 300;
  private static final String[] BAD_VALUES = {
    "", " ", "x", "-1", "2024-02-30", "1,000", "101", "\n", "NaN"
  };

  private final IatiValidator validator = new IatiValidator(IatiCodeLists.NONE, Iati.CLOCK);

  @Test
  void any_valid_activity_reads_back_from_an_export_with_the_same_content_and_hash() {
    for (int seed = 0; seed < CASES; seed++) {
      IatiElement tree = new RandomActivity(seed).make();
      assertThat(validator.check(tree).faults().faults())
          .as("seed %s", seed)
          .noneMatch(Fault::error);

      Result result = Iati.read(Iati.write(List.of(tree)));

      assertThat(result.errors()).as("seed %s", seed).isEmpty();
      assertThat(result.accepted(0).contentHash())
          .as("seed %s", seed)
          .isEqualTo(ContentHash.of(tree));
      assertThat(CompactForm.read(CompactForm.of(tree))).as("seed %s", seed).isEqualTo(tree);
    }
  }

  @Test
  void braces_in_a_namespace_do_not_end_it_in_the_compact_form() {
    IatiElement braces =
        new IatiElement(new IatiName("urn:other}{", "s", "part"), List.of(), List.of());
    assertThat(CompactForm.read(CompactForm.of(braces))).isEqualTo(braces);
  }

  @Test
  void many_activities_share_one_file() {
    Result sample = Iati.readSample("activities-2.03.xml");
    List<IatiElement> trees =
        List.of(sample.accepted(0).tree(), sample.accepted(1).tree(), sample.accepted(2).tree());

    Result again = Iati.read(Iati.write(trees));

    assertThat(again.faults()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(again.accepted(i).tree()).isEqualTo(trees.get(i));
      assertThat(again.accepted(i).contentHash()).isEqualTo(sample.accepted(i).contentHash());
    }
  }

  @Test
  void every_change_is_refused_or_does_no_harm() {
    int refused = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      IatiElement changed = change(new RandomActivity(seed).make(), random);
      if (validator.check(changed).faults().hasErrors()) {
        refused++;
        continue;
      }
      Result result = Iati.read(Iati.write(List.of(changed)));
      assertThat(result.errors()).as("seed %s", seed).isEmpty();
      assertThat(result.accepted(0).contentHash())
          .as("seed %s", seed)
          .isEqualTo(ContentHash.of(changed));
    }
    assertThat(refused).isBetween(CASES / 4, CASES - 1);
  }

  @Test
  void the_hash_does_not_see_what_carries_no_meaning() {
    String activity =
        Iati.activity("<recipient-country code='VN' percentage='100'/><sector code='1'/>");
    String same =
        activity
            .replace(
                "<recipient-country code='VN' percentage='100'/>",
                "<recipient-country\n"
                    + " percentage=\"100\"   code='&#86;N'></recipient-country><!-- c -->")
            .replace("    ", "\t\n")
            .replace("Description", "<![CDATA[Descr]]>ip<!-- c -->tion");

    assertThat(hash(same)).isEqualTo(hash(activity));
  }

  @Test
  void the_hash_does_not_see_how_the_same_is_spelt() {
    String activity =
        Iati.activity(
            "<recipient-country code='VN' percentage='100'/><sector code='1'/><budget>"
                + "<period-start iso-date='2026-04-01'/><period-end iso-date='2027-03-31'/>"
                + "<value value-date='2026-04-01'>1000</value></budget>");
    String same =
        activity
            .replace(
                "<iati-activity ",
                "<iati-activity last-updated-datetime='2026-11-01T00:00:00Z' hierarchy='01'"
                    + " humanitarian='false' ")
            .replace("xml:lang=\"en\"", "xml:lang=\"EN\"")
            .replace("percentage='100'", "percentage='+100.00'")
            .replace("<sector code", "<sector vocabulary='1' code")
            .replace("<budget>", "<budget status='1' type='1'>")
            .replace("iso-date='2026-04-01'", "iso-date='2026-04-01Z'")
            .replace(">1000<", " currency='JPY'> 1000.0 <")
            .replace(">Title<", " xml:lang='en'>\n  Title <");

    assertThat(hash(same)).isEqualTo(hash(activity));
  }

  @Test
  void the_hash_sees_every_change_of_content() {
    String activity =
        Iati.activity(
            "<recipient-country code='VN'/><sector code='1'/><x:a xmlns:x='urn:x'>t</x:a>");
    List<String> others =
        List.of(
            activity.replace("Description", "Descriptions"),
            activity.replace("'VN'", "'LA'"),
            activity.replace("<sector code='1'/>", "<sector code='1'/><sector code='1'/>"),
            activity.replace("<sector code='1'/>", "<sector code='1' percentage='100'/>"),
            activity.replace(">t<", "> t<"),
            activity.replace("urn:x", "urn:y"),
            activity.replace("xml:lang=\"en\"", "xml:lang=\"ja\""));

    List<String> hashes = new ArrayList<>(others.stream().map(RoundTripTest::hash).toList());
    hashes.add(hash(activity));
    assertThat(hashes).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void prefixes_that_clash_are_written_apart() {
    String activity =
        Iati.activity(
            "<sector code='1'/><x:a xmlns:x='urn:1' x:k='v'><x:b xmlns:x='urn:2' xmlns:y='urn:1'"
                + " y:k='w'/></x:a>");
    Result result = Iati.read(Iati.file(activity));
    byte[] written = Iati.write(List.of(result.accepted(0).tree()));

    assertThat(ContentHash.of(Iati.read(written).accepted(0).tree()))
        .isEqualTo(result.accepted(0).contentHash());
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("x2:b xmlns:x2=\"urn:2\"");
  }

  private static String hash(String activity) {
    return Iati.read(Iati.file(activity)).accepted(0).contentHash();
  }

  /** Changes one thing somewhere in the tree. */
  private static IatiElement change(IatiElement element, Random random) {
    List<IatiNode> content = new ArrayList<>(element.content());
    List<IatiAttribute> attributes = new ArrayList<>(element.attributes());
    int index = content.isEmpty() ? 0 : random.nextInt(content.size());
    if (!content.isEmpty()
        && content.get(index) instanceof IatiElement child
        && random.nextInt(3) > 0) {
      content.set(index, change(child, random));
    } else {
      switch (random.nextInt(5)) {
        case 0 ->
            content.add(index, new IatiText(BAD_VALUES[random.nextInt(BAD_VALUES.length)] + "!"));
        case 1 -> content.add(index, IatiElement.of("sector", List.of(), List.of()));
        case 2 -> attributes.add(IatiAttribute.of("another", "x"));
        case 3 -> {
          if (!content.isEmpty()) {
            content.remove(index);
          }
        }
        default ->
            attributes.replaceAll(
                attribute ->
                    new IatiAttribute(
                        attribute.name(), BAD_VALUES[random.nextInt(BAD_VALUES.length)]));
      }
    }
    return new IatiElement(element.name(), attributes, content);
  }
}
