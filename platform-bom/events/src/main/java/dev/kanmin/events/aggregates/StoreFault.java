package dev.kanmin.events.aggregates;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;

/**
 * What a failure of the store means for whoever waits on a write: whether it is worth waiting for.
 * The table is in {@code docs/decisions/0030-what-is-waited-for-and-what-parks.md}; the codes are
 * those of MongoDB's {@code error_codes.yml}.
 */
public enum StoreFault {
  /** The store as a whole does not take it now; the same write will succeed later. */
  OUTAGE,

  /** The store takes other writes, and this one never. */
  REFUSED,

  /** Neither is known. */
  UNCLEAR;

  private static final List<String> LABELS_OF_OUTAGES =
      List.of(
          "RetryableWriteError",
          "TransientTransactionError",
          "RetryableError",
          "SystemOverloadedError");

  private static final Set<Integer> CODES_OF_OUTAGES =
      Set.of(
          6, // HostUnreachable
          7, // HostNotFound
          13, // Unauthorized: of the service, not of one document
          18, // AuthenticationFailed
          24, // LockTimeout
          46, // LockBusy
          50, // MaxTimeMSExpired
          64, // WriteConcernTimeout
          74, // NodeNotFound
          79, // UnknownReplWriteConcern
          89, // NetworkTimeout
          91, // ShutdownInProgress
          100, // UnsatisfiableWriteConcern
          112, // WriteConflict
          117, // ConflictingOperationInProgress
          133, // FailedToSatisfyReadPreference
          134, // ReadConcernMajorityNotAvailableYet
          189, // PrimarySteppedDown
          202, // NetworkInterfaceExceededTimeLimit
          262, // ExceededTimeLimit
          462, // IngressRequestRateLimitExceeded
          9001, // SocketException
          10058, // LegacyNotPrimary
          10107, // NotWritablePrimary
          11600, // InterruptedAtShutdown
          11601, // Interrupted
          11602, // InterruptedDueToReplStateChange
          13435, // NotPrimaryNoSecondaryOk
          13436, // NotPrimaryOrSecondary
          14031); // OutOfDiskSpace

  private static final Set<Integer> CODES_OF_REFUSALS =
      Set.of(
          2, // BadValue
          9, // FailedToParse
          14, // TypeMismatch
          15, // Overflow: nested too deep
          16, // InvalidLength
          22, // InvalidBSON
          28, // PathNotViable
          40, // ConflictingUpdateOperators
          52, // DollarPrefixedFieldName
          53, // InvalidIdField
          54, // NotSingleValueField
          55, // InvalidDBRef
          56, // EmptyFieldName
          57, // DottedFieldName
          66, // ImmutableField
          72, // InvalidOptions
          121, // DocumentValidationFailure
          171, // CannotIndexParallelArrays
          10334, // BSONObjectTooLarge
          11000, // DuplicateKey
          11001, // DuplicateKey of old
          12582, // DuplicateKey of old, on update
          17280, // KeyTooLong
          17419, // resulting document after update is too large
          17420); // document to insert is too large

  /** Empty when the failure is none of the store or of what goes there. */
  public static Optional<StoreFault> of(Throwable failure) {
    return switch (failure) {
      case MongoException ofDriver -> Optional.of(ofDriver(ofDriver));
      // it never left: too large, nested too deep, or of a kind that cannot be written
      case BSONException _ -> Optional.of(REFUSED);
      case CodecConfigurationException _ -> Optional.of(REFUSED);
      default -> Optional.empty();
    };
  }

  public static boolean isOutage(Throwable failure) {
    return of(failure).filter(OUTAGE::equals).isPresent();
  }

  private static StoreFault ofDriver(MongoException failure) {
    if (LABELS_OF_OUTAGES.stream().anyMatch(failure::hasErrorLabel)) {
      return OUTAGE;
    }
    return switch (failure) {
      case MongoSocketException _ -> OUTAGE;
      case MongoTimeoutException _ -> OUTAGE;
      case MongoExecutionTimeoutException _ -> OUTAGE;
      case MongoConnectionPoolClearedException _ -> OUTAGE;
      case MongoServerUnavailableException _ -> OUTAGE;
      case MongoSecurityException _ -> OUTAGE;
      case MongoConfigurationException _ -> OUTAGE;
      case MongoInterruptedException _ -> OUTAGE;
      case MongoNotPrimaryException _ -> OUTAGE;
      case MongoNodeIsRecoveringException _ -> OUTAGE;
      case MongoWriteConcernException _ -> OUTAGE;
      case DuplicateKeyException _ -> REFUSED;
      case MongoWriteException write -> ofCode(write.getError().getCode());
      case MongoBulkWriteException bulk -> ofBulk(bulk);
      default -> ofCode(failure.getCode());
    };
  }

  /** One write that can never succeed is enough: the others succeed without it. */
  private static StoreFault ofBulk(MongoBulkWriteException bulk) {
    List<StoreFault> each =
        bulk.getWriteErrors().stream().map(error -> ofCode(error.getCode())).toList();
    if (each.isEmpty()) {
      return OUTAGE; // its write concern was not satisfied
    }
    return each.contains(REFUSED) ? REFUSED : each.contains(UNCLEAR) ? UNCLEAR : OUTAGE;
  }

  private static StoreFault ofCode(int code) {
    if (CODES_OF_OUTAGES.contains(code)) {
      return OUTAGE;
    }
    return CODES_OF_REFUSALS.contains(code) ? REFUSED : UNCLEAR;
  }
}
