package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.Coded;

/** Why a linkage is rejected; labels stand in the code list {@code linkage-rejections}. */
public enum RejectionReason implements Coded {
  COMPANY_DECLINED,
  COUNTERPART_DECLINED,
  NOT_SUITABLE,
  REGISTRATION_MISSING,
  NO_CAPACITY,
  TOO_EXPENSIVE,
  DUPLICATE,
  /** Whoever proposed it took it back. */
  WITHDRAWN,
  /** Told by the service itself, once the directory has erased the company. */
  COMPANY_ERASED,
  /** Needs a remark. */
  OTHER
}
