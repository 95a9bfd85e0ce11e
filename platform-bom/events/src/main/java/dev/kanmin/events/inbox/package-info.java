/**
 * The reading side: how a service follows the topics of others, keeps copies, and parks what it
 * cannot take. Start at {@link dev.kanmin.events.inbox.Subscription}, then {@link
 * dev.kanmin.events.inbox.Inbox}.
 */
@NullMarked
package dev.kanmin.events.inbox;

import org.jspecify.annotations.NullMarked;
