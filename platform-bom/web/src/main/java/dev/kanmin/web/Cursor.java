package dev.kanmin.web;

import dev.kanmin.events.aggregates.IdempotencyKey;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/**
 * Where a page ended: the sort values of its last item, bound to the query that the page answered.
 * Opaque to clients and safe in a URL. It holds nothing secret and nothing that would give a forger
 * more than the query itself: only plain values are taken back.
 */
public final class Cursor {
  private static final int BINDING_LENGTH = 16;
  private static final int LONGEST = 4096;
  private static final DocumentCodec CODEC = new DocumentCodec();

  private Cursor() {}

  /**
   * The cursor after an item.
   *
   * @param query everything that decides which items are listed, in which order
   * @param values the sort values of the item, the last one unique: text, numbers, dates or null
   */
  public static String after(String query, List<?> values) {
    Document content = new Document("q", binding(query)).append("v", values);
    ByteBuffer bytes = new RawBsonDocument(content, CODEC).getByteBuffer().asNIO();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(copy);
  }

  /**
   * The sort values of the item after which the page begins.
   *
   * @param count how many values the query sorts by
   * @throws BadInput if the text is no cursor, or that of another query
   */
  public static List<?> read(String cursor, String query, int count) {
    Document content = decode(cursor);
    if (!binding(query).equals(content.get("q"))) {
      throw invalid(
          "The cursor belongs to another query: keep all other parameters when following it.");
    }
    if (!(content.get("v") instanceof List<?> values)
        || values.size() != count
        || !values.stream().allMatch(Cursor::isPlain)) {
      throw invalid("The cursor is damaged: take it from the previous page as it stands.");
    }
    return values;
  }

  private static Document decode(String cursor) {
    if (cursor.isEmpty() || cursor.length() > LONGEST) {
      throw invalid("The cursor is damaged: take it from the previous page as it stands.");
    }
    try (BsonBinaryReader reader =
        new BsonBinaryReader(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))) {
      return CODEC.decode(reader, DecoderContext.builder().build());
    } catch (RuntimeException damaged) {
      throw invalid("The cursor is damaged: take it from the previous page as it stands.");
    }
  }

  private static boolean isPlain(@org.jspecify.annotations.Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Date;
  }

  private static String binding(String query) {
    return IdempotencyKey.digest(query).substring(0, BINDING_LENGTH);
  }

  private static BadInput invalid(String detail) {
    return new BadInput(InputFault.parameter("cursor", FaultCodes.INVALID_CURSOR, detail));
  }
}
