package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import java.util.Set;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class ActivityStorageTest {

  @Test
  void every_filter_and_order_of_lists_has_an_index() {
    assertThat(ActivityStorage.INDEXES)
        .extracting(index -> index.keys().keySet().iterator().next())
        .contains(
            ActivityStorage.IDENTIFIER,
            ActivityStorage.COUNTRIES,
            ActivityStorage.FIELDS,
            ActivityStorage.OWNER,
            ActivityStorage.REPORTING_ORGANISATION,
            ActivityStorage.STATUS,
            ActivityStorage.SCHEME,
            ActivityStorage.CHANGED);
  }

  @Test
  void no_index_has_two_lists_which_no_store_can_index_together() {
    Set<String> lists = Set.of(ActivityStorage.COUNTRIES, ActivityStorage.FIELDS);
    for (StoreIndex index : ActivityStorage.INDEXES) {
      assertThat(index.keys().keySet().stream().filter(lists::contains).count())
          .as(index.name())
          .isLessThan(2);
    }
  }

  @Test
  void the_size_that_is_reckoned_is_never_below_what_the_store_needs() {
    for (Samples.Sample sample : Samples.tour()) {
      List<Object> tree = sample.report().tree();
      try (BasicOutputBuffer buffer = new BasicOutputBuffer();
          BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
        new DocumentCodec()
            .encode(writer, new Document("tree", tree), EncoderContext.builder().build());
        assertThat(StoredSize.of(tree)).isGreaterThanOrEqualTo(buffer.getPosition() - 11L);
      }
    }
  }
}
