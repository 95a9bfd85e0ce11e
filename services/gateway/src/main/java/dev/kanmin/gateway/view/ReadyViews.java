package dev.kanmin.gateway.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.rule.ToDos;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.stereotype.Component;

/**
 * Views as ready bytes, kept until what they show changes: by cell, language and day (what is
 * recent or ahead depends on the day). Built when asked for, once for all who ask meanwhile; the
 * fold neither builds nor waits.
 */
@Component
final class ReadyViews implements DisposableBean {
  private static final long LARGEST_BYTES = 32L * 1024 * 1024;
  private static final long LARGEST_PARTS_BYTES = 16L * 1024 * 1024;
  private static final int OVERHEAD = 200;

  private final Cache<Key, ReadyView> cache =
      Caffeine.newBuilder()
          .maximumWeight(LARGEST_BYTES)
          .weigher((Key _, ReadyView view) -> view.body().length + OVERHEAD)
          // at once: what it frees is not the collector's to find
          .executor(Runnable::run)
          .removalListener(
              (@Nullable Key _, @Nullable ReadyView view, RemovalCause _) -> {
                if (view != null) {
                  view.outsideHeap().release();
                }
              })
          .build();
  private final Cache<Key, KeptParts> parts =
      Caffeine.newBuilder()
          .maximumWeight(LARGEST_PARTS_BYTES)
          .weigher((Key _, KeptParts ready) -> ready.weight() + OVERHEAD)
          .build();
  private final ToDos toDos;
  private final Clock clock;

  private record Key(CellKey cell, Language language, LocalDate day) {}

  /**
   * A view.
   *
   * @param version position of the last change of anything in it
   * @param body a JSON object without its opening brace
   * @param outsideHeap the body once more, from where a socket can write it; freed when the view is
   *     no longer current and the last answer of it has gone out
   */
  record ReadyView(long version, byte[] body, ByteBuf outsideHeap, String entityTag) {

    /** The body for one answer: without a copy, if the view is still current. */
    DataBuffer buffer(NettyDataBufferFactory buffers) {
      try {
        return buffers.wrap(outsideHeap.retainedDuplicate());
      } catch (IllegalReferenceCountException replaced) {
        return buffers.wrap(body);
      }
    }
  }

  ReadyViews(ToDos toDos, Clock clock) {
    this.toDos = toDos;
    this.clock = clock;
  }

  ReadyView cell(PictureSnapshot picture, CellKey cell, Language language) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
    // the count of unclassified records is the neighbour cell's
    long version =
        Math.max(
            version(picture, cell),
            version(picture, new CellKey(cell.country(), Field.UNCLASSIFIED)));
    Key key = new Key(cell, language, today);
    return current(key, version, () -> json(picture, key));
  }

  private byte[] json(PictureSnapshot picture, Key key) {
    KeptParts before = parts.getIfPresent(key);
    KeptParts now = before == null ? KeptParts.none() : before.next();
    CellViews views = new CellViews(Labels.in(key.language()), key.day(), toDos);
    byte[] json = now.json(views.view(picture, key.cell(), now));
    parts.put(key, now);
    return json;
  }

  ReadyView matrix(PictureSnapshot picture, Language language) {
    return current(
        new Key(CellKey.EVERYTHING, language, LocalDate.EPOCH),
        version(picture, CellKey.EVERYTHING),
        () -> Json.events().writeValueAsBytes(MatrixViews.view(picture, Labels.in(language))));
  }

  private ReadyView current(Key key, long version, Supplier<byte[]> json) {
    ReadyView known = cache.getIfPresent(key);
    if (known != null && known.version() == version) {
      return known;
    }
    return cache
        .asMap()
        .compute(
            key,
            (_, other) ->
                other != null && other.version() >= version
                    ? other
                    : built(key, version, json.get()));
  }

  private static ReadyView built(Key key, long version, byte[] json) {
    byte[] body = new byte[json.length - 1];
    System.arraycopy(json, 1, body, 0, body.length);
    // weak: what the head says of freshness changes without it
    return new ReadyView(
        version,
        body,
        Unpooled.directBuffer(body.length).writeBytes(body),
        "W/\"" + version + "." + key.language().tag() + "." + key.day().toEpochDay() + "\"");
  }

  @Override
  public void destroy() {
    cache.invalidateAll();
  }

  private static long version(PictureSnapshot picture, CellKey cell) {
    return picture.cell(cell).map(CellSnapshot::version).orElse(-1L);
  }
}
