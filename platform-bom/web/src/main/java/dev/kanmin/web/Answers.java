package dev.kanmin.web;

import dev.kanmin.events.aggregates.Receipt;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** The answers of the API, with the headers that belong to them. */
public final class Answers {
  /** May be kept by the caller alone, and only used after asking whether it still holds. */
  private static final CacheControl REVALIDATE = CacheControl.noCache().cachePrivate();

  private Answers() {}

  /** 201: the command made something, which now lives at that address. */
  public static ResponseEntity<Receipt> created(Receipt receipt, URI location) {
    return withReceipt(ResponseEntity.created(location), receipt);
  }

  /** 200: the command was carried out. */
  public static ResponseEntity<Receipt> accepted(Receipt receipt) {
    return withReceipt(ResponseEntity.ok(), receipt);
  }

  /** 200 with the version as entity tag; 304 without body when the caller has that version. */
  public static <T> ResponseEntity<T> ok(T body, long version) {
    return ResponseEntity.ok().cacheControl(REVALIDATE).eTag(entityTag(version)).body(body);
  }

  /**
   * Says which version is shown, for If-Match, of a view that tells more than the version does:
   * what its reader may do now, say. So it is never answered by 304, as {@link #ok} is.
   */
  public static void showVersion(ServerWebExchange exchange, long version) {
    exchange.getResponse().getHeaders().setETag(entityTag(version));
  }

  private static ResponseEntity<Receipt> withReceipt(
      ResponseEntity.BodyBuilder answer, Receipt receipt) {
    String events = lastPerSubject(receipt);
    if (!events.isEmpty()) {
      answer.header(KanminHeaders.EVENT, events);
    }
    return answer.eTag(entityTag(receipt.version())).body(receipt);
  }

  /** A reference ends with the sequence; what stands before it names the subject. */
  private static String lastPerSubject(Receipt receipt) {
    if (receipt.events().size() == 1) {
      return receipt.events().getFirst();
    }
    Map<String, String> last = new LinkedHashMap<>();
    for (String reference : receipt.events()) {
      last.put(reference.substring(0, reference.lastIndexOf('/')), reference);
    }
    return String.join(", ", last.values());
  }

  private static String entityTag(long version) {
    return '"' + Long.toString(version) + '"';
  }
}
