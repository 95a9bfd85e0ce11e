package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.infrastructure.StoreKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * What is worth waiting for, and what will fail for ever: made up, and as the real stores say it.
 */
class StoreFaultTest {
  private static final ServerAddress SERVER = new ServerAddress();

  @Test
  void a_store_that_does_not_answer_is_an_outage() {
    List<MongoException> outages =
        List.of(
            new MongoTimeoutException("no server"),
            new MongoSocketReadException("gone", SERVER),
            new MongoSecurityException(credential(), "refused"),
            new MongoInterruptedException("stopped", new InterruptedException()),
            new MongoNotPrimaryException(new BsonDocument("code", new BsonInt32(10107)), SERVER),
            new MongoWriteConcernException(
                new WriteConcernError(
                    64, "", "waiting for replication timed out", new BsonDocument()),
                null,
                SERVER,
                Set.of()));

    assertThat(outages).allMatch(StoreFault::isOutage);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 13, 50, 64, 89, 91, 112, 189, 10107, 11600, 11602, 13435, 14031})
  void codes_that_are_said_of_the_store_as_a_whole_are_outages(int code) {
    assertThat(StoreFault.of(write(code))).contains(StoreFault.OUTAGE);
    assertThat(StoreFault.of(command(code))).contains(StoreFault.OUTAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 14, 15, 28, 52, 57, 66, 121, 10334, 11000, 17280, 17419})
  void codes_that_are_said_of_one_write_are_refusals(int code) {
    assertThat(StoreFault.of(write(code))).contains(StoreFault.REFUSED);
    assertThat(StoreFault.of(command(code))).contains(StoreFault.REFUSED);
  }

  @Test
  void a_code_that_is_not_in_the_table_is_unclear() {
    assertThat(StoreFault.of(write(4_711))).contains(StoreFault.UNCLEAR);
  }

  @Test
  void what_the_store_itself_calls_retryable_is_an_outage_whatever_its_code() {
    MongoException failure = new MongoException(4_711, "try again");
    failure.addLabel("RetryableWriteError");

    assertThat(StoreFault.of(failure)).contains(StoreFault.OUTAGE);
  }

  @Test
  void a_bulk_with_one_write_that_can_never_succeed_is_refused() {
    assertThat(StoreFault.of(bulk(91, 10334))).contains(StoreFault.REFUSED);
    assertThat(StoreFault.of(bulk(91, 4_711))).contains(StoreFault.UNCLEAR);
    assertThat(StoreFault.of(bulk(91, 91))).contains(StoreFault.OUTAGE);
    assertThat(StoreFault.of(bulk())).contains(StoreFault.OUTAGE);
  }

  @Test
  void a_fault_of_ours_is_none_of_the_store() {
    assertThat(StoreFault.of(new IllegalStateException("ours"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_a_real_store_refuses_is_refused(StoreKind kind) {
    MongoCollection<Document> collection = Parts.database(kind).getCollection("things");
    Mono.from(collection.insertOne(new Document("_id", 1).append("list", List.of(1)))).block();

    assertThat(
            List.of(
                refused(collection.insertOne(new Document("_id", 1))),
                refused(
                    collection.insertOne(
                        new Document("_id", 2).append("x", "9".repeat(17 * 1024 * 1024)))),
                refused(
                    collection.updateOne(
                        new Document("_id", 1), new Document("$set", new Document("_id", 3)))),
                refused(
                    collection.updateOne(
                        new Document("_id", 1), new Document("$inc", new Document("list", 1)))),
                refused(
                    collection.updateOne(
                        new Document("_id", 1),
                        new Document("$set", new Document("list.first.second", 1))))))
        .containsOnly(StoreFault.REFUSED);
  }

  private static StoreFault refused(org.reactivestreams.Publisher<?> write) {
    Throwable failure = catchThrowable(() -> Mono.from(write).block());
    return StoreFault.of(failure)
        .orElseThrow(() -> new AssertionError("none of the store: " + failure, failure));
  }

  private static MongoWriteException write(int code) {
    return new MongoWriteException(new WriteError(code, "", new BsonDocument()), SERVER, Set.of());
  }

  private static MongoCommandException command(int code) {
    return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
  }

  private static MongoBulkWriteException bulk(int... codes) {
    List<BulkWriteError> errors =
        Arrays.stream(codes)
            .mapToObj(code -> new BulkWriteError(code, "", new BsonDocument(), 0))
            .toList();
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(), errors, null, SERVER, Set.of());
  }

  private static com.mongodb.MongoCredential credential() {
    return com.mongodb.MongoCredential.createCredential("someone", "admin", new char[0]);
  }
}
