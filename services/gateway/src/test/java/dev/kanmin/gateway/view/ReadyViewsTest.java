package dev.kanmin.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellTotals;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.ReadyViews.ReadyView;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/** The bytes of a view live as long as somebody may send them, and no longer. */
class ReadyViewsTest {
  private static final CellKey CELL = new CellKey("VN", "care-systems");
  private static final NettyDataBufferFactory BUFFERS =
      new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

  private final ReadyViews views =
      new ReadyViews(
          new ToDos(RuleBook.standard(), new Picture()),
          Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC));

  @AfterEach
  void free() {
    views.destroy();
  }

  @Test
  void a_view_is_made_once_until_its_cell_changes() {
    ReadyView first = view(1);

    assertThat(view(1)).isSameAs(first);
    assertThat(view(2)).isNotSameAs(first);
  }

  @Test
  void what_is_sent_lies_outside_the_heap() {
    DataBuffer answer = view(1).buffer(BUFFERS);

    assertThat(NettyDataBufferFactory.toByteBuf(answer).isDirect()).isTrue();
    assertThat(text(answer)).isEqualTo(new String(view(1).body(), StandardCharsets.UTF_8));
  }

  @Test
  void a_view_that_is_no_longer_current_is_freed() {
    ReadyView old = view(1);
    view(2);

    assertThat(old.outsideHeap().refCnt()).isZero();
  }

  @Test
  void an_answer_under_way_keeps_the_bytes_of_a_view_that_is_no_longer_current() {
    ReadyView old = view(1);
    DataBuffer answer = old.buffer(BUFFERS);
    view(2);

    assertThat(old.outsideHeap().refCnt()).isOne();
    assertThat(text(answer)).isEqualTo(new String(old.body(), StandardCharsets.UTF_8));
    assertThat(old.outsideHeap().refCnt()).isZero();
  }

  @Test
  void who_held_a_view_while_it_was_replaced_still_gets_its_bytes() {
    ReadyView old = view(1);
    view(2);

    assertThat(text(old.buffer(BUFFERS))).isEqualTo(new String(old.body(), StandardCharsets.UTF_8));
  }

  @Test
  void nothing_is_left_when_the_gateway_stops() {
    ReadyView current = view(1);
    views.destroy();

    assertThat(current.outsideHeap().refCnt()).isZero();
  }

  private ReadyView view(long version) {
    CellSnapshot cell =
        new CellSnapshot(
            CELL, version, new CellTotals(List.of(), new TreeMap<>(), 0, 0), List.of());
    PictureSnapshot picture =
        new PictureSnapshot(
            version, Map.of(), Map.of(CELL, cell), new PictureSnapshot.LeftOut(0, 0, 0, List.of()));
    return views.cell(picture, CELL, Language.ENGLISH);
  }

  /** Reads and releases. */
  private static String text(DataBuffer buffer) {
    try {
      return buffer.toString(StandardCharsets.UTF_8);
    } finally {
      DataBufferUtils.release(buffer);
    }
  }
}
