/**
 * The words all services share: validated value types, and the code lists behind them as data with
 * sources. Pure Java; nothing here knows a service.
 */
@NullMarked
package dev.kanmin.codes;

import org.jspecify.annotations.NullMarked;
